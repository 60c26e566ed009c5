import { crc32, deflateSync } from 'node:zlib';
import type { RgbaImage } from '../../src/core/image/pixels.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const RGBA = 6;

/** An animation without loss, of opaque pictures of one size; each stands for `ms` milliseconds. */
export function animatedPng(pictures: readonly RgbaImage[], ms: number): Buffer {
  const { width, height } = pictures[0]!;
  let sequence = 0;
  const frames = pictures.flatMap((picture, i) => {
    const control = frameControl(sequence++, picture, ms);
    const data = deflateSync(scanlines(picture), { level: 1 });
    if (i === 0) return [control, chunk('IDAT', data)];
    return [control, chunk('fdAT', Buffer.concat([numbers(sequence++), data]))];
  });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([numbers(width, height), Buffer.from([8, RGBA, 0, 0, 0])])),
    chunk('acTL', numbers(pictures.length, 0)),
    ...frames,
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function frameControl(sequence: number, { width, height }: RgbaImage, ms: number): Buffer {
  const pause = Buffer.alloc(6);
  pause.writeUInt16BE(ms, 0);
  pause.writeUInt16BE(1000, 2);
  return chunk('fcTL', Buffer.concat([numbers(sequence, width, height, 0, 0), pause]));
}

/** Each line behind a zero: it is stored as it is. */
function scanlines({ width, height, data }: RgbaImage): Buffer {
  const lines = Buffer.alloc(height * (width * 4 + 1));
  for (let row = 0; row < height; row++) {
    lines.set(data.subarray(row * width * 4, (row + 1) * width * 4), row * (width * 4 + 1) + 1);
  }
  return lines;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([numbers(data.length), named, numbers(crc32(named))]);
}

/** As many words of 32 bits, the highest byte first. */
function numbers(...values: number[]): Buffer {
  const buffer = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => buffer.writeUInt32BE(value, 4 * i));
  return buffer;
}
