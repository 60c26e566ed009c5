import { readFileSync } from 'node:fs';
import type { Zippable } from 'fflate';

const FIXTURES = new URL('../fixtures/', import.meta.url);

/** The files of the tiny pack. */
export const TINY_PACK_FILES = [
  'pack.json',
  'encoder.onnx',
  'head.onnx',
  'head-scaled.onnx',
  'CARD.md',
];

export function fixture(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(path, FIXTURES)));
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** The tiny pack's files, some replaced; null leaves one out. */
export function tinyPack(changes: Record<string, Uint8Array | null> = {}): Zippable {
  const all = Object.fromEntries(
    TINY_PACK_FILES.map((name) => [name, fixture(`tiny-pack/${name}`)]),
  );
  const files = Object.entries({ ...all, ...changes }).filter(([, bytes]) => bytes !== null);
  return Object.fromEntries(files) as Zippable;
}

/** The tiny pack's manifest with a text in it replaced. */
export function tinyManifest(from: string, to: string): Uint8Array<ArrayBuffer> {
  const whole = new TextDecoder().decode(fixture('tiny-pack/pack.json'));
  if (!whole.includes(from)) throw new Error(`There is no ${from}.`);
  return bytesOf(whole.replace(from, to));
}

/** A fixture of the same length whose last byte is another. */
export function otherBytes(path: string): Uint8Array<ArrayBuffer> {
  const bytes = fixture(path);
  bytes[bytes.length - 1]! ^= 1;
  return bytes;
}

/** A zip whose directory and entry both say another length than the entry has. */
export function lyingZip(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 4 <= bytes.length; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, length, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, length, true);
  }
  return bytes;
}
