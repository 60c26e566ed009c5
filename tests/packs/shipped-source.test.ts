import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { shippedSource } from '../../src/packs/shipped-source.ts';
import { FakeCheckedFiles } from '../support/file-sources.ts';
import { PACK } from '../support/networks.ts';

const { signal } = new AbortController();
let asked: string[];

beforeEach(() => {
  asked = [];
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function serve(body: string) {
  vi.stubGlobal('fetch', (url: string, { cache }: RequestInit) => {
    asked.push(`${url} ${cache ?? ''}`);
    return Promise.resolve(new Response(body));
  });
  return shippedSource('http://localhost/app/models/', 'test-pack', new FakeCheckedFiles());
}

test('the manifest is beside the page, under the pack’s id', async () => {
  const bytes = await serve('{}').readManifest(signal);
  expect(new TextDecoder().decode(bytes)).toBe('{}');
  expect(asked).toEqual(['http://localhost/app/models/test-pack/pack.json no-cache']);
});

test('the page instead of the manifest is asset-html', async () => {
  const source = serve('<!doctype html><title>Blendscope</title>');
  await expect(source.readManifest(signal)).rejects.toMatchObject({
    failure: { kind: 'asset-html', name: 'test-pack/pack.json' },
  });
});

test('a file is beside the manifest, and must be what the manifest says', async () => {
  const file = serve('short').file(PACK.encoder);
  expect(file).toMatchObject({ name: 'test-pack/encoder.onnx', bytes: 1000 });
  await expect(file.read({ signal, received: () => undefined })).rejects.toMatchObject({
    failure: { kind: 'asset-corrupt', name: 'test-pack/encoder.onnx' },
  });
  expect(asked).toEqual(['http://localhost/app/models/test-pack/encoder.onnx no-cache']);
});
