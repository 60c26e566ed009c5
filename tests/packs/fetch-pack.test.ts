import { afterEach, describe, expect, test, vi } from 'vitest';
import { fetchPack, packFile } from '../../src/packs/fetch-pack.ts';
import { changed, facePack } from '../support/packs.ts';
import { PACK } from '../support/networks.ts';

const URL_OF_PACK = 'http://localhost/models/test-pack/pack.json';

function serve(body: string): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body)));
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('fetchPack', () => {
  test('gives the manifest', async () => {
    serve(JSON.stringify(facePack()));
    expect(await fetchPack(URL_OF_PACK)).toEqual(PACK);
  });

  test('a manifest that does not fit is named by its field and folder', async () => {
    serve(JSON.stringify(changed(facePack(), 'encoder.input.size', 0)));
    await expect(fetchPack(URL_OF_PACK)).rejects.toMatchObject({
      failure: { kind: 'pack-invalid', pack: 'test-pack', field: 'encoder.input.size' },
    });
  });

  test('half a manifest is no JSON', async () => {
    serve(JSON.stringify(facePack()).slice(0, 100));
    await expect(fetchPack(URL_OF_PACK)).rejects.toMatchObject({
      failure: { kind: 'pack-invalid', pack: 'test-pack', reason: 'is not JSON' },
    });
  });

  test('the page instead of the manifest is asset-html', async () => {
    serve('<!doctype html><title>Blendscope</title>');
    await expect(fetchPack(URL_OF_PACK)).rejects.toMatchObject({
      failure: { kind: 'asset-html', name: 'test-pack/pack.json' },
    });
  });
});

test('packFile finds a file beside the manifest, and what the manifest says of it', () => {
  expect(packFile(URL_OF_PACK, PACK.encoder)).toEqual({
    name: 'test-pack/encoder.onnx',
    url: 'http://localhost/models/test-pack/encoder.onnx',
    bytes: 1000,
    sha256: PACK.encoder.sha256,
    revalidate: true,
  });
});
