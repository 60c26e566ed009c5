/** What every file of numpy's begins with, and the version of its form. */
const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0];
/** Data begin at a multiple of it. */
const ALIGNMENT = 64;

/** An array of numpy's float32, row by row, as a .npy file. */
export function float32Array(values: Float32Array, shape: readonly number[]): Uint8Array {
  return npy('<f4', shape, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
}

/** A row of texts, each as long as the longest, as a .npy file. */
export function textArray(texts: readonly string[]): Uint8Array {
  const points = texts.map((text) => Array.from(text, (letter) => letter.codePointAt(0)!));
  const longest = Math.max(1, ...points.map(({ length }) => length));
  const letters = new Uint32Array(texts.length * longest);
  points.forEach((own, row) => {
    letters.set(own, row * longest);
  });
  return npy(`<U${longest}`, [texts.length], new Uint8Array(letters.buffer));
}

function npy(type: string, shape: readonly number[], data: Uint8Array): Uint8Array {
  const sides = `${shape.join(', ')}${shape.length === 1 ? ',' : ''}`;
  const text = `{'descr': '${type}', 'fortran_order': False, 'shape': (${sides}), }`;
  const before = MAGIC.length + 2;
  const header = text.padEnd(
    Math.ceil((before + text.length + 1) / ALIGNMENT) * ALIGNMENT - before - 1,
  );
  const length = header.length + 1;
  const file = new Uint8Array(before + length + data.length);
  file.set([...MAGIC, length & 0xff, length >> 8]);
  file.set(new TextEncoder().encode(`${header}\n`), before);
  file.set(data, before + length);
  return file;
}
