import { boxesIn, boxUnder, fileBoxes, type Box } from './iso-boxes.ts';
import { plausibleTables } from './sample-tables.ts';

/** One entry of a track's edit list: a stretch of media that is shown, or of nothing. */
export interface Edit {
  /** Units of the movie's timescale; 0 for all there is. */
  readonly duration: number;
  /** Where it begins in the media, in units of the track's timescale; -1 for an empty stretch. */
  readonly mediaTime: number;
  readonly rate: number;
}

export interface MovieTrack {
  /** Units a second of the track's own times. */
  readonly timescale: number;
  readonly edits: readonly Edit[];
  readonly encrypted: boolean;
}

/** What mediabunny does not tell of an MP4 or QuickTime file. */
export interface Movie {
  /** Whether the list of tracks is there and whole. */
  readonly indexed: boolean;
  /** Whether the file ends before its last box does. */
  readonly cut: boolean;
  /** Whether every track's tables can be of samples in this file. */
  readonly plausible: boolean;
  /** Units a second of the movie's times. */
  readonly timescale: number;
  readonly tracks: ReadonlyMap<number, MovieTrack>;
}

/** Reads a file's boxes. Throws a RangeError where they are not what they should be. */
export async function readMovie(file: Blob): Promise<Movie> {
  let index: Box | null = null;
  let end = 0;
  for await (const box of fileBoxes(file)) {
    if (box.type === 'moov' && box.end <= file.size) index ??= box;
    end = box.end;
  }
  const cut = end > file.size;
  if (index === null) {
    return { indexed: false, cut, plausible: true, timescale: 1, tracks: new Map() };
  }
  const view = new DataView(await file.slice(index.start, index.end).arrayBuffer());
  return { indexed: true, cut, ...indexOf(view, file.size) };
}

function indexOf(view: DataView, fileBytes: number): Omit<Movie, 'indexed' | 'cut'> {
  const whole: Box = { type: 'moov', start: 0, end: view.byteLength };
  const header = boxUnder(view, whole, 'mvhd');
  const tracks = new Map<number, MovieTrack>();
  let plausible = true;
  for (const box of boxesIn(view, whole.start, whole.end)) {
    if (box.type !== 'trak') continue;
    plausible &&= plausibleTables(view, box, fileBytes);
    const id = trackId(view, box);
    if (id !== null) tracks.set(id, trackOf(view, box));
  }
  return { timescale: header === null ? 1 : timescaleOf(view, header), tracks, plausible };
}

function trackId(view: DataView, track: Box): number | null {
  const header = boxUnder(view, track, 'tkhd');
  return header === null ? null : view.getUint32(header.start + afterDates(view, header));
}

function trackOf(view: DataView, track: Box): MovieTrack {
  const header = boxUnder(view, track, 'mdia', 'mdhd');
  const list = boxUnder(view, track, 'edts', 'elst');
  const entries = boxUnder(view, track, 'mdia', 'minf', 'stbl', 'stsd');
  return {
    timescale: header === null ? 1 : timescaleOf(view, header),
    edits: list === null ? [] : editsOf(view, list),
    encrypted: entries !== null && isEncrypted(view, entries),
  };
}

function editsOf(view: DataView, { start, end }: Box): Edit[] {
  const long = view.getUint8(start) === 1;
  const count = view.getUint32(start + 4);
  const size = long ? 20 : 12;
  const held = Math.min(count, Math.floor((end - start - 8) / size));
  return Array.from({ length: held }, (_, i) => {
    const at = start + 8 + i * size;
    return {
      duration: long ? Number(view.getBigUint64(at)) : view.getUint32(at),
      mediaTime: long ? Number(view.getBigInt64(at + 8)) : view.getInt32(at + 4),
      rate: view.getInt32(at + size - 4) / 0x1_0000,
    };
  });
}

/** A protected picture track's sample description is called so, whatever its codec. */
function isEncrypted(view: DataView, { start, end }: Box): boolean {
  return boxesIn(view, start + 8, end).some(({ type }) => type === 'encv');
}

function timescaleOf(view: DataView, header: Box): number {
  return Math.max(1, view.getUint32(header.start + afterDates(view, header)));
}

/** What comes behind version, flags and the dates of making and change. */
function afterDates(view: DataView, header: Box): number {
  return view.getUint8(header.start) === 1 ? 20 : 12;
}
