import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compressFolder } from '../../src/tools/compress.ts';
import { serve, type Served } from '../../src/tools/serve.ts';

const REPEATED = Buffer.from('one, two, three. '.repeat(500));
const RANDOM = randomBytes(9000);
const FILES = {
  'index.html': Buffer.from('<!doctype html><title>page</title>'),
  'assets/net-0a1b2c3d.wasm': Buffer.concat([Buffer.from('\0asm'), REPEATED]),
  'models/one/encoder.onnx': Buffer.concat([Buffer.from('\x08'), REPEATED]),
  'models/one/CARD.md': REPEATED,
  'models/one/random.onnx': RANDOM,
  'picture.png': REPEATED,
  'small.json': Buffer.from('{}'),
};

let root: string;

function built(name: string): Promise<Buffer> {
  return readFile(join(root, 'dist', name));
}

function compress(): Promise<void> {
  return compressFolder(join(root, 'dist'), join(root, 'cache'));
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'compress-'));
  for (const [name, content] of Object.entries(FILES)) {
    const path = join(root, 'dist', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  await compress();
});

afterAll(async () => {
  await rm(root, { recursive: true });
});

describe('compressFolder', () => {
  test.each(['assets/net-0a1b2c3d.wasm', 'models/one/encoder.onnx', 'models/one/CARD.md'])(
    '%s lies there compressed, too',
    async (name) => {
      const original = await built(name);
      expect(brotliDecompressSync(await built(`${name}.br`)).equals(original)).toBe(true);
      expect(gunzipSync(await built(`${name}.gz`)).equals(original)).toBe(true);
    },
  );

  test.each(['models/one/random.onnx', 'picture.png', 'small.json', 'index.html'])(
    '%s would not get smaller, and stays alone',
    (name) => {
      const there = ['', '.br', '.gz'].map((end) => existsSync(join(root, 'dist', name + end)));
      expect(there).toEqual([true, false, false]);
    },
  );

  test('the next time takes what was compressed before, and forgets what it has no use for', async () => {
    const cache = join(root, 'cache');
    const kept = await readdir(cache);
    const marked = kept.find((name) => name.endsWith('.br'))!;
    await writeFile(join(cache, marked), 'from the cache');
    await writeFile(join(cache, 'of-another-page.br'), 'stale');
    await compress();
    const files = Object.keys(FILES).map((name) => join(root, 'dist', `${name}.br`));
    const texts = await Promise.all(
      files.filter((file) => existsSync(file)).map(async (file) => String(await readFile(file))),
    );
    expect(texts).toContain('from the cache');
    expect((await readdir(cache)).toSorted()).toEqual(kept.toSorted());
    await rm(cache, { recursive: true });
    await compress();
  });

  test('a file that does not compress any more is not served as it was', async () => {
    const source = join(root, 'dist/models/one/CARD.md');
    await writeFile(source, 'short');
    await compress();
    expect(existsSync(join(root, 'dist/models/one/CARD.md.br'))).toBe(false);
  });
});

describe('what was compressed is served', () => {
  let served: Served;

  beforeAll(async () => {
    served = await serve({ dir: join(root, 'dist'), port: 0 });
  });

  afterAll(async () => {
    await served.close();
  });

  function get(name: string, headers: Record<string, string>): Promise<Response> {
    return fetch(new URL(name, served.url), { headers });
  }

  test.each([
    ['assets/net-0a1b2c3d.wasm', 'application/wasm', 'immutable'],
    ['models/one/encoder.onnx', 'application/octet-stream', 'no-cache'],
  ] as const)('%s in brotli, by its own type and rules', async (name, type, kept) => {
    const response = await get(name, { 'Accept-Encoding': 'gzip, br' });
    expect(Buffer.from(await response.arrayBuffer()).equals(FILES[name])).toBe(true);
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(Number(response.headers.get('content-length'))).toBeLessThan(FILES[name].length / 2);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toContain(kept);
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
  });

  test('in gzip, or as it is, for who takes no more', async () => {
    const name = 'models/one/encoder.onnx';
    for (const [accepted, encoding] of [
      ['gzip', 'gzip'],
      ['identity', null],
    ] as const) {
      const response = await get(name, { 'Accept-Encoding': accepted });
      expect(response.headers.get('content-encoding')).toBe(encoding);
      expect(Buffer.from(await response.arrayBuffer()).equals(FILES[name])).toBe(true);
    }
  });

  test('a compressed copy that is still good is answered by 304', async () => {
    const accepted = { 'Accept-Encoding': 'br' };
    const first = await get('models/one/encoder.onnx', accepted);
    const etag = first.headers.get('etag') ?? '';
    const again = await get('models/one/encoder.onnx', { ...accepted, 'If-None-Match': etag });
    expect(again.status).toBe(304);
  });
});
