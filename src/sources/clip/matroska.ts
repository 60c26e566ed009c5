/** What mediabunny does not tell of a Matroska or WebM file. */
export interface MatroskaFile {
  /** Whether the file ends before its frames do. */
  readonly cut: boolean;
  /** Where something lies that is no element, in bytes; null where there is no such place. */
  readonly damagedAt: number | null;
  /** Whether a track is encrypted. */
  readonly encrypted: boolean;
  /** Whether there is a place for frames at all. */
  readonly clusters: boolean;
  /** Where the segment's length and its content begin, in bytes; null where there is none. */
  readonly segment: { readonly sizeAt: number; readonly start: number } | null;
  /** Past the last element that is known, as far as it is there, in bytes. */
  readonly end: number;
}

interface Element {
  readonly id: number;
  /** Where its length stands. */
  readonly sizeAt: number;
  readonly start: number;
  /** Past its last byte; null where it is left open, as recorders do. */
  readonly end: number | null;
}

const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const TRACKS = 0x1654ae6b;
const TAGS = 0x1254c367;
/** From Tracks down to what says that a track is encrypted. */
const ENCRYPTION_PATH = [0xae, 0x6d80, 0x6240, 0x5035];
/** SeekHead, Info, Tracks, Cluster, Cues, Attachments, Chapters, Tags, Void, CRC-32. */
const IN_SEGMENT: ReadonlySet<number> = new Set([
  ...[0x114d9b74, 0x1549a966, TRACKS, CLUSTER, 0x1c53bb6b],
  ...[0x1941a469, 0x1043a770, TAGS, 0xec, 0xbf],
]);
const HEADER_BYTES = 12;
/** More than the tracks of a sound file take; a damaged length may say anything. */
const MOST_TRACKS_BYTES = 2 ** 20;
const NOTHING = { cut: false, damagedAt: null, encrypted: false, clusters: false } as const;
/** More than a damaged element is likely to reach past its end. */
const CLOSING_BYTES = 2 ** 16;
const CLOSING_HEADER_BYTES = 9;

/** Walks a file's outer elements, each of which says how long it is. */
export async function readMatroska(file: Blob): Promise<MatroskaFile> {
  const segment = await segmentOf(file);
  if (segment === null) return { ...NOTHING, segment, end: file.size };
  const limit = Math.min(segment.end ?? file.size, file.size);
  let encrypted = false;
  let clusters = false;
  // What a cut takes away is frames unless it falls into something else.
  let cut = (segment.end ?? 0) > file.size;
  let at = segment.start;
  let end = at;
  while (at < limit) {
    const element = await elementAt(file, at);
    if (element === null || strays(element, limit)) {
      const atEnd = element === null && at + HEADER_BYTES > file.size;
      return { cut: cut || atEnd, damagedAt: atEnd ? null : at, encrypted, clusters, segment, end };
    }
    if (element.id === TRACKS && element.end !== null) {
      const tracksEnd = Math.min(element.end, element.start + MOST_TRACKS_BYTES);
      const tracks = await file.slice(element.start, tracksEnd).arrayBuffer();
      encrypted = holds(new DataView(tracks), 0, tracks.byteLength, ENCRYPTION_PATH);
    }
    clusters ||= element.id === CLUSTER;
    // Only its frames tell where an open cluster ends.
    if (element.end === null)
      return { ...NOTHING, cut, encrypted, clusters, segment, end: file.size };
    if (element.end > file.size) cut = element.id === CLUSTER || cut;
    at = element.end;
    if (IN_SEGMENT.has(element.id)) end = Math.min(at, file.size);
  }
  return { ...NOTHING, cut, encrypted, clusters, segment, end };
}

/**
 * The file with its segment left open and known elements behind its last one. Past anything else
 * mediabunny looks for the next known element, and where the segment ends without one, its search
 * has no end.
 */
export function closedOff(file: Blob, { segment, end }: MatroskaFile): Blob {
  if (segment === null) return file;
  const open = new Uint8Array(segment.start - segment.sizeAt).fill(0xff);
  open[0] = 0xff >> (open.length - 1);
  const head = file.slice(0, segment.sizeAt);
  return new Blob([head, open, file.slice(segment.start, end), closing()]);
}

/** Tags without a meaning, one in the other, each of which reaches to the end. */
function closing(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(CLOSING_BYTES);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + CLOSING_HEADER_BYTES <= CLOSING_BYTES; at += CLOSING_HEADER_BYTES) {
    view.setUint32(at, TAGS);
    view.setUint8(at + 4, 0x08);
    view.setUint32(at + 5, CLOSING_BYTES - at - CLOSING_HEADER_BYTES);
  }
  return bytes;
}

/** Newer kinds of elements are passed over; what leads out of the segment is none. */
function strays({ id, end }: Element, limit: number): boolean {
  return !IN_SEGMENT.has(id) && (end === null || end > limit);
}

async function segmentOf(file: Blob): Promise<Element | null> {
  const header = await elementAt(file, 0);
  if (header === null || header.end === null) return null;
  const segment = await elementAt(file, header.end);
  return segment?.id === SEGMENT ? segment : null;
}

async function elementAt(file: Blob, at: number): Promise<Element | null> {
  const head = await file.slice(at, at + HEADER_BYTES).arrayBuffer();
  const element = elementIn(new DataView(head), 0);
  if (element === null) return null;
  const { id, sizeAt, start, end } = element;
  return { id, sizeAt: at + sizeAt, start: at + start, end: end === null ? null : at + end };
}

/** The element at a place; null where none can be. */
function elementIn(view: DataView, at: number): Element | null {
  const idLength = lengthOf(view, at);
  if (idLength === null || idLength > 4) return null;
  const sizeLength = lengthOf(view, at + idLength);
  if (sizeLength === null) return null;
  const start = at + idLength + sizeLength;
  if (start > view.byteLength) return null;
  const sizeAt = at + idLength;
  const size = sizeOf(view, sizeAt, sizeLength);
  const id = numberAt(view, at, idLength);
  return { id, sizeAt, start, end: size === null ? null : start + size };
}

/** A length without the bit that says how many bytes it has; null where all others are set: open. */
function sizeOf(view: DataView, at: number, length: number): number | null {
  const most = 0xff >> length;
  let size = view.getUint8(at) & most;
  let open = size === most;
  for (let i = 1; i < length; i++) {
    const byte = view.getUint8(at + i);
    open &&= byte === 0xff;
    size = size * 256 + byte;
  }
  return open ? null : size;
}

/** How many bytes a number has: its first set bit says so. */
function lengthOf(view: DataView, at: number): number | null {
  if (at >= view.byteLength) return null;
  const length = Math.clz32(view.getUint8(at)) - 23;
  return length > 8 ? null : length;
}

function numberAt(view: DataView, at: number, length: number): number {
  let value = 0;
  for (let i = 0; i < length; i++) value = value * 256 + view.getUint8(at + i);
  return value;
}

/** Whether there is an element at the end of a path of ids. */
function holds(view: DataView, from: number, to: number, path: readonly number[]): boolean {
  const [first, ...rest] = path;
  if (first === undefined) return true;
  let at = from;
  while (at < to) {
    const element = elementIn(view, at);
    if (element === null || element.end === null || element.end > to) return false;
    if (element.id === first && holds(view, element.start, element.end, rest)) return true;
    at = element.end;
  }
  return false;
}
