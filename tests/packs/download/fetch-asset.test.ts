import { createHash } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchAsset } from '../../../src/packs/download/fetch-asset.ts';
import type { RemoteFile } from '../../../src/packs/download/remote-file.ts';

const WASM = Buffer.concat([Buffer.from('\0asm'), Buffer.alloc(200_000, 7)]);
const HTML = '<!doctype html><title>Blendscope</title>';

let server: Server;
let answer: RequestListener;
let received: number;
let stop: AbortController;

beforeEach(async () => {
  received = 0;
  stop = new AbortController();
  server = createServer((request, response) => {
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  vi.useRealTimers();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function file(name: string, content: Buffer): RemoteFile {
  const { port } = server.address() as AddressInfo;
  return {
    name,
    url: `http://127.0.0.1:${port}/${name}`,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    revalidate: false,
  };
}

function sends(body: string | Buffer, headers: Record<string, string> = {}): RequestListener {
  return (_, response) => {
    response.writeHead(200, headers).end(body);
  };
}

function get(wanted: RemoteFile): Promise<Uint8Array> {
  const count = (bytes: number): void => void (received += bytes);
  return fetchAsset(wanted, { signal: stop.signal, received: count });
}

function failure(kind: string, rest: object = {}): object {
  return { failure: expect.objectContaining({ kind, ...rest }) as unknown };
}

describe('fetchAsset', () => {
  test('gives the bytes and counts them as they come', async () => {
    answer = sends(WASM);
    expect(Buffer.from(await get(file('a.wasm', WASM))).equals(WASM)).toBe(true);
    expect(received).toBe(WASM.length);
  });

  test('counts decompressed bytes', async () => {
    answer = sends(gzipSync(WASM), { 'Content-Encoding': 'gzip' });
    await get(file('a.wasm', WASM));
    expect(received).toBe(WASM.length);
  });

  test('takes a file as it is where nothing is known of it', async () => {
    answer = sends('{}', { 'Content-Type': 'application/json' });
    const unknown = { ...file('pack.json', WASM), bytes: null, sha256: null };
    expect(Buffer.from(await get(unknown)).toString()).toBe('{}');
  });

  test('the page instead of a shorter file is asset-html', async () => {
    answer = sends(HTML);
    const wanted = file('a.wasm', WASM.subarray(0, 20));
    await expect(get(wanted)).rejects.toMatchObject(failure('asset-html', { name: 'a.wasm' }));
  });

  test.each([404, 403, 500])('status %i is asset-missing', async (status) => {
    answer = (_, response) => response.writeHead(status, { 'Content-Type': 'text/html' }).end(HTML);
    const wanted = file('a.wasm', WASM);
    await expect(get(wanted)).rejects.toMatchObject(
      failure('asset-missing', { name: 'a.wasm', status }),
    );
  });

  test('no server is asset-missing without a status', async () => {
    const wanted = { ...file('a.wasm', WASM), url: 'http://127.0.0.1:1/a.wasm' };
    await expect(get(wanted)).rejects.toMatchObject(failure('asset-missing', { status: null }));
  });

  test.each([
    { 'Content-Type': 'text/html; charset=utf-8' },
    { 'Content-Type': 'application/wasm' },
  ])('the page instead of the file is asset-html (%o)', async (headers) => {
    answer = sends(HTML, headers);
    const wanted = file('a.wasm', WASM);
    await expect(get(wanted)).rejects.toMatchObject(failure('asset-html', { name: 'a.wasm' }));
  });

  test('a file that ends early is asset-truncated', async () => {
    answer = sends(WASM.subarray(0, 1000));
    await expect(get(file('a.wasm', WASM))).rejects.toMatchObject(
      failure('asset-truncated', { expected: WASM.length, received: 1000 }),
    );
  });

  test('an empty file is asset-truncated', async () => {
    answer = sends('');
    await expect(get(file('a.wasm', WASM))).rejects.toMatchObject(
      failure('asset-truncated', { received: 0 }),
    );
  });

  test('a connection that breaks off is asset-truncated', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'Content-Length': WASM.length });
      response.write(WASM.subarray(0, 1000), () => response.destroy());
    };
    await expect(get(file('a.wasm', WASM))).rejects.toMatchObject(
      failure('asset-truncated', { expected: WASM.length }),
    );
  });

  test('another version of the file is asset-corrupt', async () => {
    const other = Buffer.from(WASM);
    other[5000] = 8;
    answer = sends(other);
    await expect(get(file('a.wasm', WASM))).rejects.toMatchObject(
      failure('asset-corrupt', { name: 'a.wasm' }),
    );
  });

  test('a longer file is asset-corrupt', async () => {
    answer = sends(Buffer.concat([WASM, Buffer.alloc(1)]));
    await expect(get(file('a.wasm', WASM))).rejects.toMatchObject(failure('asset-corrupt'));
  });

  test.each(['a.wasm', 'a.tflite', 'a.onnx'])(
    'another kind of file is asset-corrupt: %s',
    (name) => {
      const text = Buffer.from('version https://git-lfs.github.com/spec/v1');
      answer = sends(text);
      return expect(get(file(name, text))).rejects.toMatchObject(failure('asset-corrupt'));
    },
  );

  test('nothing for 30 seconds is asset-stalled', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    answer = (_, response) => {
      response.writeHead(200).write(WASM.subarray(0, 1000));
    };
    const result = get(file('a.wasm', WASM)).catch((error: unknown) => error);
    await vi.waitUntil(() => received === 1000);
    await vi.advanceTimersByTimeAsync(29_900);
    const early = await Promise.race([result, Promise.resolve('waiting')]);
    expect(early).toBe('waiting');
    await vi.advanceTimersByTimeAsync(200);
    expect(await result).toMatchObject(failure('asset-stalled', { name: 'a.wasm', seconds: 30 }));
  });

  test('a server that never answers has stalled too', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const asked = new Promise<void>((resolve) => {
      answer = () => {
        resolve();
      };
    });
    const result = get(file('a.wasm', WASM)).catch((error: unknown) => error);
    await asked;
    await vi.advanceTimersByTimeAsync(30_100);
    expect(await result).toMatchObject(failure('asset-stalled'));
  });

  test('slow is not stalled', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let more: (chunk: Buffer, last: boolean) => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = (_, response) => {
        more = (chunk, last) => {
          if (last) response.end(chunk);
          else response.write(chunk);
        };
        resolve();
      };
    });
    const result = get(file('a.wasm', WASM));
    await asked;
    for (let start = 0; start < WASM.length; start += 50_000) {
      const end = start + 50_000;
      more(WASM.subarray(start, end), end >= WASM.length);
      await vi.waitUntil(() => received >= Math.min(end, WASM.length));
      await vi.advanceTimersByTimeAsync(20_000);
    }
    expect(await result).toHaveLength(WASM.length);
  });

  test('an abort is passed on as what it is', async () => {
    answer = (_, response) => {
      response.writeHead(200).write(WASM.subarray(0, 1000));
    };
    const result = get(file('a.wasm', WASM));
    await vi.waitUntil(() => received === 1000);
    const reason = new Error('stopped');
    stop.abort(reason);
    await expect(result).rejects.toBe(reason);
  });
});
