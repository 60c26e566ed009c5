import { readFile } from 'node:fs/promises';
import { ByteBuffer } from 'flatbuffers';
import { describe, expect, test } from 'vitest';
import { attachMetadata } from '../../../src/tools/detector/attach-metadata.ts';
import { detectorMetadata } from '../../../src/tools/detector/metadata.ts';
import { Table } from '../../support/flatbuffer-table.ts';

const MODELS = new URL('../../../node_modules/@mediapipe/face_detection/', import.meta.url);
const NAMES = ['face_detection_short_range.tflite', 'face_detection_full_range_sparse.tflite'];

function original(name: string): Promise<Uint8Array> {
  return readFile(new URL(name, MODELS));
}

/** Every tensor of the first subgraph: its name, shape and values. */
function tensorsOf(model: Table): unknown[] {
  const buffers = model.tables(4);
  const [subgraph] = model.tables(2);
  return subgraph!.tables(0).map((tensor) => ({
    name: tensor.text(3),
    shape: tensor.ints(0),
    data: Buffer.from(buffers[tensor.uint(2)]!.bytes(0)).toString('base64'),
  }));
}

function operatorsOf(model: Table): unknown[] {
  const [subgraph] = model.tables(2);
  return subgraph!.tables(3).map((operator) => [operator.uint(0), operator.ints(1)]);
}

describe.each(NAMES)('attachMetadata(%s)', (name) => {
  test('keeps the old bytes whole, where SIMD may load them', async () => {
    const old = await original(name);
    const changed = Buffer.from(attachMetadata(old, detectorMetadata()));
    expect(changed.subarray(4, 8).toString()).toBe('TFL3');
    expect(changed.indexOf(old) % 16).toBe(0);
    expect(changed.indexOf(old)).toBeGreaterThan(0);
  });

  test('reaches every tensor and operator as before', async () => {
    const old = await original(name);
    const changed = attachMetadata(old, detectorMetadata());
    const [before, after] = [Table.root(old), Table.root(changed)];
    expect(tensorsOf(before).length).toBeGreaterThan(100);
    expect(tensorsOf(after)).toEqual(tensorsOf(before));
    expect(operatorsOf(after)).toEqual(operatorsOf(before));
    expect(after.tables(1)).toHaveLength(before.tables(1).length);
    expect(after.uint(0)).toBe(before.uint(0));
    expect(after.text(3)).toBe(before.text(3));
  });

  test('adds one metadata entry, and its buffer as the last', async () => {
    const metadata = detectorMetadata();
    const model = Table.root(attachMetadata(await original(name), metadata));
    const entry = model.tables(6).at(-1)!;
    expect(entry.text(0)).toBe('TFLITE_METADATA');
    expect(entry.uint(1)).toBe(model.tables(4).length - 1);
    expect(model.tables(4).at(-1)!.bytes(0)).toEqual(metadata);
  });

  test('says as many outputs as the model has', async () => {
    const [subgraph] = Table.root(await original(name)).tables(2);
    const [described] = Table.root(detectorMetadata()).tables(3);
    expect(described!.tables(3)).toHaveLength(subgraph!.ints(2).length);
    expect(described!.tables(2)).toHaveLength(subgraph!.ints(1).length);
  });
});

test('attachMetadata twice keeps both entries', async () => {
  const once = attachMetadata(await original(NAMES[0]!), detectorMetadata());
  const twice = Table.root(attachMetadata(once, detectorMetadata()));
  const names = twice.tables(6).map((entry) => entry.text(0));
  expect(names.filter((name) => name === 'TFLITE_METADATA')).toHaveLength(2);
});

test.each([[''], ['short'], ['<!doctype html><title>Not found</title>']])(
  'attachMetadata refuses what is no model: "%s"',
  (text) => {
    const bytes = new TextEncoder().encode(text);
    expect(() => attachMetadata(bytes, detectorMetadata())).toThrow('no TFLite model');
  },
);

test('detectorMetadata describes an RGB image normalised to -1..1', () => {
  const metadata = detectorMetadata();
  expect(new ByteBuffer(metadata).getBufferIdentifier()).toBe('M001');
  const [subgraph] = Table.root(metadata).tables(3);
  const [input] = subgraph!.tables(2);
  const content = input!.table(3)!;
  expect(content.byte(0)).toBe(2);
  expect(content.table(1)!.byte(0)).toBe(1);
  const [unit] = input!.tables(4);
  expect(unit!.byte(0)).toBe(1);
  expect(unit!.table(1)!.floats(0)).toEqual([127.5]);
  expect(unit!.table(1)!.floats(1)).toEqual([127.5]);
});
