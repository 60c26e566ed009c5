import { codecName } from '../../core/media/codec-name.ts';

/** As much of a transport stream as surely holds its tables, which are repeated all the time. */
export const TABLES_BYTES = 2 ** 20;

const SYNC = 0x47;
const PACKET_BYTES = 188;
/** With a time in front, and with check bytes behind. */
const STRIDES = [PACKET_BYTES, 192, 204];
const PROGRAMS_PID = 0;
/** MPEG-1, MPEG-2, MPEG-4, H.264, H.265, H.266, VC-1. */
const PICTURE_TYPES: ReadonlySet<number> = new Set([0x01, 0x02, 0x10, 0x1b, 0x24, 0x33, 0xea]);

/** The codec of a transport stream's first picture track; null where its tables name none. */
export function pictureCodec(bytes: Uint8Array): string | null {
  const sections = new Map<number, Uint8Array>();
  for (const { pid, section } of tables(bytes)) if (!sections.has(pid)) sections.set(pid, section);
  const programs = sections.get(PROGRAMS_PID);
  const tracks = programs && sections.get(numberAt(programs, 10) & 0x1fff);
  if (tracks === undefined) return null;
  const end = 3 + (numberAt(tracks, 1) & 0xfff) - 4;
  let at = 12 + (numberAt(tracks, 10) & 0xfff);
  while (at + 5 <= Math.min(end, tracks.length)) {
    const type = tracks[at]!;
    if (PICTURE_TYPES.has(type)) return codecName(`stream type ${type}`);
    at += 5 + (numberAt(tracks, at + 3) & 0xfff);
  }
  return null;
}

/** What begins in each packet that something begins in, past the pointer that says where. */
function* tables(bytes: Uint8Array): Generator<{ pid: number; section: Uint8Array }, void> {
  const first = bytes.indexOf(SYNC);
  const stride = STRIDES.find((size) => bytes[first + size] === SYNC) ?? PACKET_BYTES;
  for (let at = first; at >= 0 && at + PACKET_BYTES <= bytes.length; at += stride) {
    if (bytes[at] !== SYNC || (bytes[at + 1]! & 0x40) === 0) continue;
    const adapted = (bytes[at + 3]! & 0x20) === 0 ? 0 : 1 + bytes[at + 4]!;
    const pointer = at + 4 + adapted;
    const section = bytes.subarray(pointer + 1 + (bytes[pointer] ?? 0), at + PACKET_BYTES);
    yield { pid: numberAt(bytes, at + 1) & 0x1fff, section };
  }
}

function numberAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}
