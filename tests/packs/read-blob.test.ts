import { expect, test } from 'vitest';
import { readBlob, useBlob } from '../../src/packs/read-blob.ts';

const blob = new Blob([new Uint8Array([1, 2, 3])]);

test('all bytes of a blob, counted as they are read', async () => {
  const counted: number[] = [];
  const bytes = await readBlob(blob, { received: (count) => counted.push(count) });
  expect([...bytes]).toEqual([1, 2, 3]);
  expect(counted).toEqual([3]);
});

test('ends when it is told to', async () => {
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(readBlob(blob, { signal })).rejects.toThrow('enough');
});

test('bytes that were used are given back, also where using them failed', async () => {
  let used: Uint8Array = new Uint8Array(1);
  const sum = (bytes: Uint8Array) => {
    used = bytes;
    return bytes.reduce((total, byte) => total + byte, 0);
  };
  expect(await useBlob(blob, {}, sum)).toBe(6);
  expect(used.buffer.byteLength).toBe(0);
  const failing = useBlob(blob, {}, (bytes) => {
    used = bytes;
    throw new Error('odd');
  });
  await expect(failing).rejects.toThrow('odd');
  expect(used.buffer.byteLength).toBe(0);
});
