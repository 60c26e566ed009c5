import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, createServer, type InlineConfig, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assets } from '../../../src/tools/build/assets.ts';
import { modelPacks } from '../../../src/tools/build/model-packs.ts';
import { packsAddress } from '../../../src/tools/build/packs-address.ts';

const PLAIN = Buffer.from('\0asm and more');
const PREPARED = Buffer.from('prepared TFL3');
const FILES = {
  'index.html': '<!doctype html><script type="module" src="./main.js"></script>',
  'main.js': `
    import plain from './lib/plain.wasm?asset';
    import prepared from './lib/face.tflite?asset';
    import packs from 'virtual:packs-address';
    import own from './lib/own.js';
    document.title = JSON.stringify([plain, prepared, packs, own]);
  `,
  'lib/plain.wasm': PLAIN,
  'lib/face.tflite': 'TFL3',
  'lib/own.js': `export default new URL('face.tflite', import.meta.url).href;`,
  'models/one/pack.json': '{}',
  'models/one/encoder.onnx': 'onnx',
  'models/one/CARD.md': '# Card',
  'models/one/notes.txt': 'not shipped',
  'models/training/train.py': 'not shipped',
  'models/training/README.md': 'not shipped',
};

let root: string;
let server: ViteDevServer;
let origin: string;

function config(): InlineConfig {
  const prepare = {
    '.tflite': (bytes: Uint8Array) => Buffer.concat([Buffer.from('prepared '), bytes]),
  };
  return {
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'mpa',
    build: { assetsInlineLimit: 0 },
    plugins: [
      assets({ cacheDir: join(root, 'cache'), prepare }),
      modelPacks(join(root, 'models')),
      packsAddress(),
    ],
  };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'build-'));
  for (const [name, content] of Object.entries(FILES)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), content);
  }
  server = await createServer({ ...config(), server: { port: 0, host: '127.0.0.1' } });
  await server.listen();
  origin = server.resolvedUrls!.local[0]!;
});

afterAll(async () => {
  await server.close();
  await rm(root, { recursive: true });
});

interface Asset {
  readonly name: string;
  readonly url: string;
  readonly bytes: number;
  readonly sha256: string;
}

const KNOWN = [
  { name: 'plain.wasm', bytes: PLAIN.length, sha256: sha256(PLAIN) },
  { name: 'face.tflite', bytes: PREPARED.length, sha256: sha256(PREPARED) },
];

describe('the built page', () => {
  let files: Map<string, Buffer>;

  beforeAll(async () => {
    await build(config());
    const dist = join(root, 'dist');
    const names = ['models/one/pack.json', 'models/one/encoder.onnx', 'models/one/CARD.md'];
    files = new Map();
    for (const name of names) files.set(name, await readFile(join(dist, name)));
    const html = (await readFile(join(dist, 'index.html'))).toString();
    files.set('main', await readFile(join(dist, /src="\/(.*?\.js)"/.exec(html)![1]!)));
  });

  test('knows length and hash of every asset, and where it is', async () => {
    const code = files.get('main')!.toString();
    for (const { name, bytes, sha256: hash } of KNOWN) {
      expect(code).toContain(hash);
      const [base, end] = name.split('.');
      const [path] = new RegExp(`assets/${base!}-[\\w-]+\\.${end!}`).exec(code)!;
      const shipped = await readFile(join(root, 'dist', path));
      expect([shipped.length, sha256(shipped)]).toEqual([bytes, hash]);
    }
  });

  test('ships a file once that was prepared and that its package names by itself', async () => {
    const shipped = await readdir(join(root, 'dist/assets'));
    const [model, ...others] = shipped.filter((name) => name.endsWith('.tflite'));
    expect(others).toEqual([]);
    const named = files
      .get('main')!
      .toString()
      .match(/face-[\w-]+\.tflite/g);
    expect(named).toEqual([model, model]);
  });

  test('knows where packs are, from wherever its scripts are', () => {
    const folder = /new URL\([^)]*?[`'"](\S*models\/)[`'"]/.exec(
      files.get('main')!.toString(),
    )![1]!;
    const script = 'https://example.org/app/assets/main-1.js';
    expect(new URL(folder, script).href).toBe('https://example.org/app/models/');
  });

  test('carries what a pack consists of, and nothing else of models/', async () => {
    expect(files.get('models/one/encoder.onnx')!.toString()).toBe('onnx');
    await expect(readFile(join(root, 'dist/models/one/notes.txt'))).rejects.toThrow('ENOENT');
    await expect(readFile(join(root, 'dist/models/training/README.md'))).rejects.toThrow('ENOENT');
  });
});

describe('the development server', () => {
  test('gives assets as the built page does', async () => {
    const main = await server.environments.client.transformRequest('/main.js');
    const paths = [...main!.code.matchAll(/from "(.*?\?.*?asset.*?)"/g)].map(([, path]) => path!);
    const found: Asset[] = [];
    for (const path of paths) {
      const { code } = (await server.environments.client.transformRequest(path))!;
      const url = /from "(.*?)"/.exec(code)![1]!;
      const address = (await server.environments.client.transformRequest(url))!.code;
      const known = JSON.parse(/\{\s*\.\.\.(\{.*?\})/.exec(code)![1]!) as Asset;
      const body = await fetch(new URL(/export default "(.*?)"/.exec(address)![1]!, origin));
      const bytes = Buffer.from(await body.arrayBuffer());
      expect([bytes.length, sha256(bytes)]).toEqual([known.bytes, known.sha256]);
      found.push(known);
    }
    expect(found).toEqual(KNOWN);
  });

  test.each([
    ['models/one/pack.json', 200],
    ['models/one/encoder.onnx?again', 200],
    ['models/one/CARD.md', 200],
    ['models/one/missing.onnx', 404],
    ['models/two/pack.json', 404],
  ])('%s: %i', async (path, status) => {
    const response = await fetch(new URL(path, origin));
    expect(response.status).toBe(status);
    if (status === 200) expect(response.headers.get('cache-control')).toBe('no-cache');
  });
});
