import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PackSource } from '../../src/packs/pack-source.ts';
import { resolvePack } from '../../src/packs/resolve-pack.ts';
import { fakePackSource } from '../support/file-sources.ts';
import { changed, facePack } from '../support/packs.ts';
import { PACK } from '../support/networks.ts';

const { signal } = new AbortController();

/** A pack whose manifest is another one each time it is read. */
function withManifests(...texts: readonly string[]): PackSource {
  let next = 0;
  return {
    ...fakePackSource(),
    readManifest: () => Promise.resolve(new TextEncoder().encode(texts[next++])),
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('resolvePack', () => {
  test('gives the manifest and where its files are', async () => {
    const source = fakePackSource();
    expect(await resolvePack(source, signal)).toMatchObject({ pack: PACK, source });
  });

  test('reads the manifest once: the digest is that of the bytes that were parsed', async () => {
    const first = JSON.stringify(facePack(), null, 1);
    const second = JSON.stringify(changed(facePack(), 'version', '1.0.1'));
    const { pack, sha256 } = await resolvePack(withManifests(first, second), signal);
    expect(pack.version).toBe('1.0.0');
    expect(sha256).toBe(createHash('sha256').update(first).digest('hex'));
  });

  test('knows no digest where browsers offer no hashing', async () => {
    vi.stubGlobal('crypto', {});
    expect((await resolvePack(fakePackSource(), signal)).sha256).toBeNull();
  });

  test('a manifest that does not fit is named by its field and source', async () => {
    const source = fakePackSource(changed(facePack(), 'encoder.input.size', 0));
    await expect(resolvePack(source, signal)).rejects.toMatchObject({
      failure: { kind: 'pack-invalid', pack: 'test-folder', field: 'encoder.input.size' },
    });
  });

  test('half a manifest is no JSON', async () => {
    const source = withManifests(JSON.stringify(facePack()).slice(0, 100));
    await expect(resolvePack(source, signal)).rejects.toMatchObject({
      failure: { kind: 'pack-invalid', pack: 'test-folder', reason: 'is not JSON' },
    });
  });
});
