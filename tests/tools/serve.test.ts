import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { securityHeaders } from '../../src/tools/headers.ts';
import { serve } from '../../src/tools/serve.ts';
import type { Served } from '../../src/tools/serve.ts';

const FILES = {
  'index.html': '<!doctype html><title>page</title>',
  'assets/worker-1.mjs': 'postMessage(1)',
  'assets/net-1.wasm': '\0asm',
  'models/encoder.onnx': 'onnx',
  'models/face.tflite': 'TFL3',
  'assets/big-1.js': 'plain',
  'assets/big-1.js.br': 'brotli',
};

let dir: string;
let served: Served;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'serve-'));
  await mkdir(join(dir, 'assets'));
  await mkdir(join(dir, 'models'));
  await Promise.all(Object.entries(FILES).map(([name, text]) => writeFile(join(dir, name), text)));
  served = await serve({ dir, port: 0 });
});

afterAll(async () => {
  await served.close();
  await rm(dir, { recursive: true });
});

function get(path: string, init?: RequestInit): Promise<Response> {
  return fetch(new URL(path, served.url), init);
}

describe('serve', () => {
  test.each(['/', '/assets/worker-1.mjs', '/models/encoder.onnx', '/nothing.onnx'])(
    '%s carries every security header',
    async (path) => {
      const { headers } = await get(path);
      const carried = Object.keys(securityHeaders()).map((name) => [name, headers.get(name)]);
      expect(Object.fromEntries(carried)).toEqual(securityHeaders());
    },
  );

  test.each([
    ['/', 'text/html;charset=utf-8'],
    ['/assets/worker-1.mjs', 'text/javascript'],
    ['/assets/net-1.wasm', 'application/wasm'],
    ['/models/encoder.onnx', 'application/octet-stream'],
    ['/models/face.tflite', 'application/octet-stream'],
  ])('%s is %s', async (path, type) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
  });

  test('a missing file is a 404 in plain text, not the page', async () => {
    const response = await get('/models/nothing.onnx');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('text/plain;charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toContain('/models/nothing.onnx');
  });

  test('nothing outside the folder is served', async () => {
    expect((await get('/..%2f..%2f..%2fetc%2fpasswd')).status).toBe(404);
  });

  test('hashed names are kept, the rest is asked for again and answered by 304', async () => {
    const hashed = await get('/assets/net-1.wasm');
    expect(hashed.headers.get('cache-control')).toContain('immutable');
    const page = await get('/');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const again = await get('/', {
      headers: { 'If-None-Match': page.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    expect(again.headers.get('content-security-policy')).not.toBeNull();
  });

  test('a compressed file is preferred where the browser takes it', async () => {
    const compressed = await get('/assets/big-1.js', {
      method: 'HEAD',
      headers: { 'Accept-Encoding': 'br' },
    });
    expect(compressed.headers.get('content-encoding')).toBe('br');
    expect(compressed.headers.get('content-type')).toBe('text/javascript');
    const plain = await get('/assets/big-1.js', { headers: { 'Accept-Encoding': 'identity' } });
    expect(await plain.text()).toBe('plain');
  });

  test('nothing can be written', async () => {
    const response = await get('/', { method: 'POST', body: 'x' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  test('a port that is taken is said in a sentence', async () => {
    const port = Number(new URL(served.url).port);
    await expect(serve({ dir, port })).rejects.toThrow(`Port ${port} is taken`);
  });

  test('a page that is not built is said in a sentence', async () => {
    await expect(serve({ dir: join(dir, 'models'), port: 0 })).rejects.toThrow('npm run build');
  });
});
