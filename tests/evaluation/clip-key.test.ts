import { expect, test } from 'vitest';
import { fileKey, sha256 } from '../../src/evaluation/clip-key.ts';

const MIB = 2 ** 20;

/** Twelve MiB of zeros with a one at some place. */
function bigFile(place: number): Blob {
  const bytes = new Uint8Array(12 * MIB);
  bytes[place] = 1;
  return new Blob([bytes]);
}

test('sha256 is the one everybody computes', async () => {
  expect(await sha256(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('the same content has the same key, whatever its name and date', async () => {
  const one = new File(['content'], 'a.mov', { lastModified: 1 });
  const other = new File(['content'], 'b.mov', { lastModified: 2 });
  expect(await fileKey(one)).toBe(await fileKey(other));
  expect(await fileKey(new File(['contents'], 'a.mov'))).not.toBe(await fileKey(one));
});

test('of a big file the beginning, the end and the size count', async () => {
  const keys = await Promise.all(
    [0, 4 * MIB - 1, 8 * MIB, 12 * MIB - 1].map((place) => fileKey(bigFile(place))),
  );
  const longer = await fileKey(new Blob([new Uint8Array(12 * MIB + 1)]));
  const zeros = await fileKey(new Blob([new Uint8Array(12 * MIB)]));
  expect(new Set([...keys, longer, zeros]).size).toBe(6);
  expect(await fileKey(bigFile(6 * MIB))).toBe(zeros);
});
