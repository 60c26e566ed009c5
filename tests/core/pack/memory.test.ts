import { expect, test } from 'vitest';
import { memoryProblem } from '../../../src/core/pack/memory.ts';
import { parsePack } from '../../../src/core/pack/parse.ts';
import { changedAll, facePack, type Json } from '../../support/packs.ts';

const GIB = 2 ** 30;
const MIB = 2 ** 20;

function problem(changes: Json, device: number | null = null) {
  return memoryProblem(parsePack(changedAll(facePack(), changes), 'test'), device);
}

const data = (bytes: number) => [{ file: 'encoder-1.data', sha256: 'a'.repeat(64), bytes }];

test('a small pack fits wherever it is not known that it does not', () => {
  expect([problem({}), problem({}, 0.5 * GIB)]).toEqual([null, null]);
});

test('weights are there once, in the graph or beside it', () => {
  expect(problem({ 'encoder.bytes': 3 * GIB })).toBeNull();
  expect(problem({ 'encoder.data': data(3 * GIB) })).toBeNull();
  expect(problem({ 'encoder.bytes': GIB, 'encoder.data': data(3 * GIB) })).toEqual({
    needed: 4 * GIB + 256 * MIB,
    most: 4 * GIB,
  });
});

test('tensors are there several times over, where the pack says how large they become', () => {
  const swin = { 'encoder.bytes': 126 * MIB, 'encoder.largestTensor': 236 * MIB };
  expect(problem(swin)).toBeNull();
  expect(problem(swin, GIB)).toEqual({ needed: (126 + 7 * 236 + 128) * MIB, most: GIB });
  expect(problem({ 'encoder.bytes': 3 * GIB, 'encoder.largestTensor': 128 * MIB })).toBeNull();
  expect(problem({ 'encoder.bytes': 3 * GIB, 'encoder.largestTensor': 236 * MIB })?.needed).toBe(
    3 * GIB + (7 * 236 + 128) * MIB,
  );
});

test('halves are there as they are stored and as they are computed with', () => {
  const halves = { 'encoder.data': data(1.5 * GIB), 'encoder.memory': 3 * GIB };
  expect(problem(halves)?.needed).toBeGreaterThan(4.5 * GIB);
});

test('what is counted a little higher than the files are is there once all the same', () => {
  const counted = { 'encoder.data': data(2.5 * GIB), 'encoder.memory': 2.5 * GIB + MIB };
  expect(problem(counted)).toBeNull();
});

test('a device that says how little memory it has bounds it as well; 8 GiB mean any amount', () => {
  const large = { 'encoder.data': data(3 * GIB) };
  expect(problem(large, 2 * GIB)).toMatchObject({ most: 2 * GIB });
  expect(problem(large, 8 * GIB)).toBeNull();
});
