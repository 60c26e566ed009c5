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
}

interface Element {
  readonly id: number;
  readonly start: number;
  /** Past its last byte; null where it is left open, as recorders do. */
  readonly end: number | null;
}

const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const TRACKS = 0x1654ae6b;
/** From Tracks down to what says that a track is encrypted. */
const ENCRYPTION_PATH = [0xae, 0x6d80, 0x6240, 0x5035];
/** SeekHead, Info, Tracks, Cluster, Cues, Attachments, Chapters, Tags, Void, CRC-32. */
const IN_SEGMENT: ReadonlySet<number> = new Set([
  ...[0x114d9b74, 0x1549a966, TRACKS, CLUSTER, 0x1c53bb6b],
  ...[0x1941a469, 0x1043a770, 0x1254c367, 0xec, 0xbf],
]);
const HEADER_BYTES = 12;

/** Walks a file's outer elements, each of which says how long it is. */
export async function readMatroska(file: Blob): Promise<MatroskaFile> {
  const segment = await segmentOf(file);
  if (segment === null) return { cut: false, damagedAt: null, encrypted: false, clusters: false };
  const end = segment.end ?? file.size;
  let encrypted = false;
  let clusters = false;
  // What a cut takes away is frames unless it falls into something else.
  let cut = end > file.size;
  let at = segment.start;
  while (at < Math.min(end, file.size)) {
    const element = await elementAt(file, at);
    if (element === null || !IN_SEGMENT.has(element.id)) {
      const atEnd = element === null && at + HEADER_BYTES > file.size;
      return { cut: cut || atEnd, damagedAt: atEnd ? null : at, encrypted, clusters };
    }
    if (element.id === TRACKS && element.end !== null) {
      const tracks = await file.slice(element.start, element.end).arrayBuffer();
      encrypted = holds(new DataView(tracks), 0, tracks.byteLength, ENCRYPTION_PATH);
    }
    clusters ||= element.id === CLUSTER;
    // Only its frames tell where an open cluster ends.
    if (element.end === null) return { cut, damagedAt: null, encrypted, clusters };
    if (element.end > file.size) cut = element.id === CLUSTER || cut;
    at = element.end;
  }
  return { cut, damagedAt: null, encrypted, clusters };
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
  const { id, start, end } = element;
  return { id, start: at + start, end: end === null ? null : at + end };
}

/** The element at a place; null where none can be. */
function elementIn(view: DataView, at: number): Element | null {
  const idLength = lengthOf(view, at);
  if (idLength === null || idLength > 4) return null;
  const sizeLength = lengthOf(view, at + idLength);
  if (sizeLength === null) return null;
  const start = at + idLength + sizeLength;
  if (start > view.byteLength) return null;
  const size = numberAt(view, at + idLength, sizeLength) - 2 ** (7 * sizeLength);
  const open = size === 2 ** (7 * sizeLength) - 1;
  return { id: numberAt(view, at, idLength), start, end: open ? null : start + size };
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
