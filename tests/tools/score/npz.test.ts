import { zipSync } from 'fflate';
import { dump } from 'npyjs';
import { describe, expect, test } from 'vitest';
import { readNpz } from '../../../src/tools/score/npz.ts';
import { npz } from '../../support/score.ts';

describe('readNpz', () => {
  test('gives arrays by name, with shape and type', () => {
    const bytes = npz({
      images: { data: Uint8Array.of(1, 2, 3, 4, 5, 6), shape: [1, 2, 3] },
      ids: { data: Int32Array.of(-7, 70_000), shape: [2] },
    });
    const arrays = readNpz(bytes, ['images', 'ids', 'votes']);
    expect([...arrays.keys()].sort()).toEqual(['ids', 'images']);
    expect(arrays.get('images')).toEqual({
      shape: [1, 2, 3],
      dtype: 'u1',
      data: Uint8Array.of(1, 2, 3, 4, 5, 6),
    });
    expect(arrays.get('ids')!.data).toEqual(Int32Array.of(-7, 70_000));
  });

  test('leaves other arrays alone', () => {
    const bytes = npz({ other: { data: Uint8Array.of(1), shape: [1] } });
    expect(readNpz(bytes, ['images']).size).toBe(0);
  });

  test('refuses what is no .npz', () => {
    expect(() => readNpz(new TextEncoder().encode('<html>'), ['images'])).toThrow('not an .npz');
  });

  test('refuses an entry that is no .npy', () => {
    const bytes = zipSync({ 'images.npy': new Uint8Array(200) });
    expect(() => readNpz(bytes, ['images'])).toThrow('images.npy cannot be read');
  });

  test('refuses large numbers, other orders and missing data', () => {
    const wide = npz({ images: { data: BigInt64Array.of(1n), shape: [1] } });
    expect(() => readNpz(wide, ['images'])).toThrow('images.npy does not hold numbers');
    const short = npz({ images: { data: Uint8Array.of(1, 2), shape: [3] } });
    expect(() => readNpz(short, ['images'])).toThrow('images.npy is cut short');
    const file = Buffer.from(dump(Uint8Array.of(1, 2, 3, 4), [2, 2]));
    const turned = Buffer.from(file.toString('latin1').replace('False', 'True '), 'latin1');
    expect(() => readNpz(zipSync({ 'images.npy': turned }), ['images'])).toThrow('column-major');
  });
});
