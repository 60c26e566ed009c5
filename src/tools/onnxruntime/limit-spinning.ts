/**
 * Where onnxruntime's thread pool is told for how many rounds an idle thread looks for work before
 * it sleeps: `2^20` where no duration was asked for, which on a thread that is given work thirty
 * times a second is for ever. The session options that bound it (`session.intra_op.allow_spinning`
 * and `spin_duration_us`) are not heard by the one pool that the WebAssembly build makes for all
 * sessions, so the number itself is changed.
 *
 * `if (duration < 0) then 1048576 else`, as WebAssembly has it; duration is local 13.
 */
const BEFORE = [0x20, 0x0d, 0x41, 0x00, 0x48, 0x04, 0x7f, 0x41];
const ROUNDS = [0x80, 0x80, 0xc0, 0x00];
const AFTER = [0x05];

/** Some hundred microseconds: longer than from one operator of a network to the next. */
const FEWER_ROUNDS = 1 << 13;

/** A signed LEB128 number of four bytes, as long as the one whose place it takes. */
function leb128(value: number): number[] {
  return [0, 7, 14, 21].map((shift, i) => ((value >> shift) & 0x7f) | (i < 3 ? 0x80 : 0));
}

/**
 * onnxruntime's WebAssembly, with threads that sleep soon after their work is done.
 *
 * @throws Error where the place is not found exactly once, as in another release
 */
export function limitSpinning(program: Uint8Array): Uint8Array {
  const wasm = Buffer.from(program);
  const pattern = Buffer.from([...BEFORE, ...ROUNDS, ...AFTER]);
  const place = wasm.indexOf(pattern);
  if (place < 0 || wasm.includes(pattern, place + 1)) {
    throw new Error('This release of onnxruntime-web has its thread pool elsewhere.');
  }
  wasm.set(leb128(FEWER_ROUNDS), place + BEFORE.length);
  return new Uint8Array(wasm);
}
