import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { goldenInput } from '../../../src/core/pack/golden.ts';
import { largestDifference } from '../../../src/core/math/largest-difference.ts';
import { Network } from '../../../src/tools/score/network.ts';
import { openPack } from '../../../src/tools/score/pack-folder.ts';
import { ImageReader } from '../../../src/tools/score/reader.ts';
import { grayImage } from '../../support/images.ts';
import { FIXTURES } from '../../support/score.ts';

const TINY = 'tiny-pack';

describe('the tiny pack', () => {
  test('gives its golden figures', async () => {
    const { pack, read } = await openPack(FIXTURES, TINY);
    const { seed, features, logits, tolerance } = pack.golden;
    const encoder = await Network.create(await read(pack.encoder));
    const given = await encoder.run(goldenInput(seed, 48 * 48), [1, 1, 48, 48]);
    expect(largestDifference(given, features)).toBeLessThan(tolerance);
    const head = await Network.create(await read(pack.heads[0]!));
    const answer = await head.run(given, [1, given.length]);
    expect(largestDifference(answer, logits['linear']!)).toBeLessThan(tolerance);
    await Promise.all([encoder.release(), head.release()]);
  });
});

describe('ImageReader', () => {
  const checks = grayImage(48, 48, (x, y) => ((x * 7 + y * 13) % 32) * 8);

  /** What the fixture's weights make of an image, by the head's own description. */
  async function logitsOf(image: Parameters<ImageReader['read']>[0], head: string | null) {
    const reader = await ImageReader.open(await openPack(FIXTURES, TINY), head);
    const { logits, milliseconds } = await reader.read(image);
    await reader.close();
    expect(milliseconds).toBeGreaterThan(0);
    return logits;
  }

  test('takes the first head where none is named', async () => {
    expect(await logitsOf(checks, null)).toEqual(await logitsOf(checks, 'linear'));
  });

  test('standardises the features where the head wants it', async () => {
    const { pack, read } = await openPack(FIXTURES, TINY);
    const standardise = pack.heads[1]!.standardise;
    if (standardise === undefined || standardise === 'window') throw new Error('no figures');
    const encoder = await Network.create(await read(pack.encoder));
    const pixels = Float32Array.from(
      { length: 48 * 48 },
      (_, i) => checks.data[4 * i]! / 127.5 - 1,
    );
    const features = await encoder.run(pixels, [1, 1, 48, 48]);
    const scaled = features.map((value, i) => (value - standardise.mean[i]!) / standardise.std[i]!);
    const head = await Network.create(await read(pack.heads[1]!));
    const expected = await head.run(scaled, [1, 8]);
    expect(largestDifference(await logitsOf(checks, 'scaled'), expected)).toBeLessThan(1e-5);
    await Promise.all([encoder.release(), head.release()]);
  });

  test('takes images of other sizes as whole crops', async () => {
    const large = grayImage(96, 96, (x, y) => checks.data[4 * ((y >> 1) * 48 + (x >> 1))]!);
    const difference = largestDifference(await logitsOf(large, null), await logitsOf(checks, null));
    expect(difference).toBeLessThan(1e-4);
  });

  test('names the heads there are', async () => {
    const folder = await openPack(FIXTURES, TINY);
    await expect(ImageReader.open(folder, 'mlp')).rejects.toThrow('only: linear, scaled');
  });
});

describe('a pack on disk', () => {
  let models: string;

  beforeEach(async () => {
    models = await mkdtemp(join(tmpdir(), 'packs-'));
    await cp(join(FIXTURES, TINY), join(models, TINY), { recursive: true });
  });

  afterEach(() => rm(models, { recursive: true }));

  test('that is not there is named', async () => {
    await expect(openPack(models, 'other')).rejects.toThrow('There is no pack "other"');
  });

  test('with a changed file is refused', async () => {
    await writeFile(join(models, TINY, 'head.onnx'), 'other bytes');
    const folder = await openPack(models, TINY);
    await expect(ImageReader.open(folder, null)).rejects.toThrow(/head\.onnx is not the file/);
  });

  test('that does not fit names the field', async () => {
    const manifest = join(models, TINY, 'pack.json');
    const text = await readFile(manifest, 'utf8');
    await writeFile(manifest, text.replace('"dimension": 8', '"dimension": 9'));
    await expect(openPack(models, TINY)).rejects.toThrow(/heads\.1\.standardise\.mean must hold 9/);
    await writeFile(manifest, 'no json');
    await expect(openPack(models, TINY)).rejects.toThrow('pack.json is not a pack');
  });

  test('that reads clips is refused', async () => {
    const manifest = join(models, TINY, 'pack.json');
    const text = await readFile(manifest, 'utf8');
    const clip = '"kind": "clip", "frames": 16, "stride": 16, "tail": "zero"';
    await writeFile(manifest, text.replace('"kind": "frame"', clip));
    const folder = await openPack(models, TINY);
    await expect(ImageReader.open(folder, null)).rejects.toThrow('more than one frame');
  });
});
