import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { standardise } from '../../src/core/blemore/standardise.ts';
import { DEFAULT_PACK_ID } from '../../src/core/pack/default-pack-id.ts';
import { goldenInput } from '../../src/core/pack/golden.ts';
import { largestDifference } from '../../src/core/math/largest-difference.ts';
import { parsePack } from '../../src/core/pack/parse.ts';
import { tensorLength, tensorShape } from '../../src/core/image/tensor.ts';
import { Network } from '../../src/tools/score/network.ts';
import { openPack } from '../../src/tools/score/pack-folder.ts';

const MODELS = fileURLToPath(new URL('../../models', import.meta.url));
const IDS = readdirSync(MODELS).filter((id) => existsSync(join(MODELS, id, 'pack.json')));

test('the default pack is there', () => {
  expect(IDS).toContain(DEFAULT_PACK_ID);
});

test('the manifest in the description is one', () => {
  const [, example = ''] =
    /```json\n(.*?)```/s.exec(readFileSync(join(MODELS, 'README.md'), 'utf8')) ?? [];
  expect(() => parsePack(JSON.parse(example), 'README.md')).not.toThrow();
});

describe.each(IDS)('the pack %s', { timeout: 60_000 }, (id) => {
  test('is named as its folder, and its files are as long as it says', async () => {
    const { pack, read } = await openPack(MODELS, id);
    expect(pack.id).toBe(id);
    expect(existsSync(join(MODELS, id, pack.card))).toBe(true);
    for (const entry of [pack.encoder, ...pack.heads]) {
      expect(await read(entry)).toHaveLength(entry.bytes);
    }
  });

  test('gives its golden figures', async () => {
    const { pack, read } = await openPack(MODELS, id);
    const { input } = pack.encoder;
    const encoder = await Network.create(await read(pack.encoder));
    const golden = goldenInput(pack.golden.seed, tensorLength(input));
    const features = await encoder.run(golden, tensorShape(input, 1));
    await encoder.release();
    expect(largestDifference(features, pack.golden.features)).toBeLessThan(pack.golden.tolerance);
    for (const spec of pack.heads) {
      const head = await Network.create(await read(spec));
      const scale = spec.standardise;
      if (scale === 'window') throw new Error('one frame is no window');
      const taken = scale ? Float32Array.from(standardise(features, scale)) : features;
      const logits = await head.run(taken, [1, taken.length]);
      await head.release();
      const expected = pack.golden.logits[spec.id]!;
      expect(largestDifference(logits, expected)).toBeLessThan(pack.golden.tolerance);
    }
  });
});
