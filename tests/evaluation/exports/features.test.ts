import { unzipSync } from 'fflate';
import Npyjs from 'npyjs';
import { expect, test } from 'vitest';
import type { ClipRow } from '../../../src/evaluation/clip-row.ts';
import {
  featuresArchive,
  featuresTable,
  hasFeatures,
} from '../../../src/evaluation/exports/features.ts';
import { resultOf } from '../../support/evaluation-clips.ts';

const row = (name: string, values: readonly number[] | null): ClipRow => {
  const features = values && { dimension: 2, values: Float32Array.from(values) };
  const result = { ...resultOf([0, 0, 0, 2, 0, 0]), features };
  return {
    name,
    clip: { state: 'finished', result, restored: false },
  } as unknown as ClipRow;
};

const ROWS = [row('a_ü', [1, 2, 3, 4]), row('none', null), row('=b', [0.5, -6])];

test('numpy finds a row a window, and whose it is', async () => {
  const { name, blob } = featuresArchive(ROWS)!;
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  expect([name, Object.keys(files)]).toEqual(['features.npz', ['X.npy', 'filenames.npy']]);
  const x = await new Npyjs().load(files['X.npy']!.slice().buffer);
  expect([x.shape, Array.from(x.data as Float32Array)]).toEqual([
    [3, 2],
    [1, 2, 3, 4, 0.5, -6],
  ]);
  const names = files['filenames.npy']!;
  const header = new TextDecoder('latin1').decode(names.subarray(10, 128));
  expect(header).toContain("'descr': '<U3', 'fortran_order': False, 'shape': (3,), }");
  const letters = new Uint32Array(names.slice(128).buffer);
  const texts = [0, 3, 6].map((start) => String.fromCodePoint(...letters.slice(start, start + 3)));
  expect(texts).toEqual(['a_ü', 'a_ü', '=b\0']);
});

test('a table has the same, with its windows numbered', async () => {
  const text = await featuresTable(ROWS)!.blob.text();
  expect(text).toBe('filename,window,f0,f1\na_ü,0,1,2\na_ü,1,3,4\n"\'=b",0,0.5,-6\n');
});

test('a pack that reads frame by frame has none', () => {
  expect([hasFeatures(ROWS.slice(1, 2)), featuresArchive([]), featuresTable([])]).toEqual([
    false,
    null,
    null,
  ]);
});
