/** A box of an ISO base media file: where its content lies. */
export interface Box {
  readonly type: string;
  readonly start: number;
  /** Past its last byte; beyond the file's end where the file is cut short. */
  readonly end: number;
}

const HEADER_BYTES = 8;
const LONG_HEADER_BYTES = 16;
/** Says that the length stands behind the type, in eight bytes. */
const LONG = 1;
/** Says that the box reaches to the end of what it lies in. */
const REST = 0;

/** The boxes of a file, outermost only. Stops at what cannot be one. */
export async function* fileBoxes(file: Blob): AsyncGenerator<Box, void> {
  let at = 0;
  while (at + HEADER_BYTES <= file.size) {
    const head = await file.slice(at, at + LONG_HEADER_BYTES).arrayBuffer();
    const box = boxAt(new DataView(head), 0, file.size - at);
    if (box === null) return;
    yield { type: box.type, start: at + box.start, end: at + box.end };
    at += box.end;
  }
}

/** The boxes between two places of a view, as far as they can be some. */
export function boxesIn(view: DataView, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  let at = from;
  while (at + HEADER_BYTES <= to) {
    const box = boxAt(view, at, to);
    if (box === null || box.end > to) break;
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

/** The first box at the end of a path of types; null where there is none. */
export function boxUnder(view: DataView, box: Box, ...path: readonly string[]): Box | null {
  let found: Box = box;
  for (const type of path) {
    const inside = boxesIn(view, found.start, found.end).find((child) => child.type === type);
    if (inside === undefined) return null;
    found = inside;
  }
  return found;
}

function boxAt(view: DataView, at: number, rest: number): Box | null {
  const size = view.getUint32(at);
  const type = String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at + 4, 4));
  if (size === REST) return { type, start: at + HEADER_BYTES, end: rest };
  if (size !== LONG) {
    return size < HEADER_BYTES ? null : { type, start: at + HEADER_BYTES, end: at + size };
  }
  if (view.byteLength < at + LONG_HEADER_BYTES) return null;
  const long = Number(view.getBigUint64(at + HEADER_BYTES));
  if (long < LONG_HEADER_BYTES) return null;
  return { type, start: at + LONG_HEADER_BYTES, end: at + long };
}
