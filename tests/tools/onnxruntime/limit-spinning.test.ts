import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { limitSpinning } from '../../../src/tools/onnxruntime/limit-spinning.ts';

const PROGRAM = new URL(
  '../../../node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm',
  import.meta.url,
);

describe('limitSpinning(program)', () => {
  test('changes three bytes of the installed release, and it is still WebAssembly', async () => {
    const original = await readFile(PROGRAM);
    const limited = limitSpinning(original);
    const changed = limited.reduce((count, byte, i) => count + Number(byte !== original[i]), 0);
    expect(limited).toHaveLength(original.length);
    expect(changed).toBeLessThanOrEqual(3);
    expect(changed).toBeGreaterThan(0);
    expect(WebAssembly.validate(limited as Uint8Array<ArrayBuffer>)).toBe(true);
  });

  test('leaves what it is given as it was', async () => {
    const original = await readFile(PROGRAM);
    const before = Buffer.from(original);
    limitSpinning(original);
    expect(original.equals(before)).toBe(true);
  });

  test('refuses a program in which the place is not found, or not once', async () => {
    const program = await readFile(PROGRAM);
    expect(() => limitSpinning(program.subarray(0, 1000))).toThrow('thread pool elsewhere');
    expect(() => limitSpinning(Buffer.concat([program, program]))).toThrow('thread pool elsewhere');
    expect(() => limitSpinning(limitSpinning(program))).toThrow('thread pool elsewhere');
  });
});
