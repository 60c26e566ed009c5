import {
  BlobSource,
  EncodedPacketSink,
  Input,
  MATROSKA,
  MP4,
  MPEG_TS,
  QTFF,
  QuickTimeInputFormat,
  WEBM,
  type InputFormat,
  type InputVideoTrack,
} from 'mediabunny';
import { codecName } from '../../core/media/codec-name.ts';
import { isVideo, type VideoFormat } from '../../core/media/file-format.ts';
import { FileProblemError } from '../../core/media/file-problem.ts';
import { fileHead } from '../file-head.ts';
import { beforeDeadline } from './deadline.ts';
import { fileProblemOf } from './file-problem-of.ts';
import { readMovie } from './iso-movie.ts';
import { pictureCodec, TABLES_BYTES } from './transport-stream.ts';
import { closedOff, readMatroska, type MatroskaFile } from './matroska.ts';
import { editedStretches, everything, type Stretch } from './presentation.ts';

/** A file's picture track, and what of it is shown. To be closed. */
export interface Container {
  readonly track: InputVideoTrack;
  /** As people know it; null where the container does not say. */
  readonly codec: string | null;
  /** What a player shows, in order. */
  readonly stretches: readonly Stretch[];
  /** Seconds that are shown, to measure progress by; null where nothing says. */
  readonly duration: number | null;
  /** Where the track's last frame ends, as its own times go; null where only its frames tell. */
  readonly lastEnd: number | null;
  /** Whether the file ends before its frames do. */
  readonly cut: boolean;
  close(): void;
}

/** A file that has not opened for so long will not. */
const SILENCE_S = 20;

/** Films from before there was a box to name their kind, which mediabunny reads all the same. */
class UnmarkedQuickTime extends QuickTimeInputFormat {
  _canReadInput(): Promise<boolean> {
    return Promise.resolve(true);
  }
}

const READERS: Readonly<Record<VideoFormat, readonly InputFormat[]>> = {
  mp4: [MP4],
  quicktime: [QTFF, new UnmarkedQuickTime()],
  webm: [WEBM, MATROSKA],
  matroska: [MATROSKA, WEBM],
  'mpeg-ts': [MPEG_TS],
};

/**
 * Opens a file as what its bytes say it is, and finds its picture track; whether that can be
 * decoded is another question. Throws a FileProblemError where there is no such track.
 */
export async function openContainer(file: Blob): Promise<Container> {
  let input: Input | null = null;
  try {
    const format = await videoFormat(file);
    const film = format === 'webm' || format === 'matroska' ? await readMatroska(file) : null;
    const source = new BlobSource(film === null ? file : closedOff(file, film));
    const open = new Input({ source, formats: [...READERS[format]] });
    input = open;
    const close = () => {
      open.dispose();
    };
    const found = await beforeDeadline(containerOf(file, format, film, open), SILENCE_S);
    return { ...found, close };
  } catch (error) {
    input?.dispose();
    throw fileProblemOf(error, 0, null);
  }
}

async function videoFormat(file: Blob): Promise<VideoFormat> {
  const { format } = await fileHead(file);
  if (isVideo(format)) return format;
  throw new FileProblemError(
    format === 'empty' ? { kind: 'empty' } : { kind: 'format-unsupported', format },
  );
}

type Found = Omit<Container, 'close'>;

function containerOf(
  file: Blob,
  format: VideoFormat,
  film: MatroskaFile | null,
  input: Input,
): Promise<Found> {
  if (film !== null) return matroskaContainer(film, input);
  return format === 'mpeg-ts' ? transportContainer(file, input) : movieContainer(file, input);
}

async function movieContainer(file: Blob, input: Input): Promise<Found> {
  const movie = await readMovie(file);
  if (!movie.indexed) throw new FileProblemError({ kind: 'no-index' });
  if (!movie.plausible) {
    const reason = 'its tables list frames it cannot hold';
    throw new FileProblemError({ kind: 'damaged', seconds: 0, reason });
  }
  const { track, codec } = await pictureTrack(input);
  const own = movie.tracks.get(track.id);
  if (own?.encrypted === true) throw new FileProblemError({ kind: 'encrypted' });
  const first = await firstTimestamp(track, movie.cut);
  const lastEnd = await track.computeDuration();
  const edited = own !== undefined && own.edits.some(({ mediaTime }) => mediaTime >= 0);
  const starts = await trackStarts(input);
  const zero = !edited && first < 0 ? first : Math.max(0, Math.min(...starts));
  const stretches = edited ? editedStretches(movie, own, zero) : everything(zero);
  const duration = stretches.reduce(
    (sum, { from, until }) => sum + Math.max(0, Math.min(until, lastEnd) - Math.max(from, first)),
    0,
  );
  return { track, codec, stretches, duration, lastEnd, cut: movie.cut };
}

async function matroskaContainer(film: MatroskaFile, input: Input): Promise<Found> {
  const { cut, damagedAt, encrypted, clusters } = film;
  if (encrypted) throw new FileProblemError({ kind: 'encrypted' });
  if (damagedAt !== null) {
    const reason = `no element at byte ${damagedAt}`;
    throw new FileProblemError({ kind: 'damaged', seconds: 0, reason });
  }
  if (cut && !clusters) throw new FileProblemError({ kind: 'cut-short', seconds: 0 });
  return streamContainer(input, cut);
}

/** mediabunny passes over picture tracks whose codec it does not know. */
async function transportContainer(file: Blob, input: Input): Promise<Found> {
  if ((await input.getPrimaryVideoTrack()) === null) {
    const codec = pictureCodec(new Uint8Array(await file.slice(0, TABLES_BYTES).arrayBuffer()));
    if (codec !== null) throw new FileProblemError({ kind: 'codec-unsupported', codec });
  }
  return streamContainer(input, false);
}

/** Of a file that has no table of its frames: only reading it to its end tells its track's length. */
async function streamContainer(input: Input, cut: boolean): Promise<Found> {
  const { track, codec } = await pictureTrack(input);
  await firstTimestamp(track, cut);
  const zero = Math.min(...(await trackStarts(input)));
  const end = await track.getDurationFromMetadata();
  const duration = end === null || !Number.isFinite(end) ? null : Math.max(0, end - zero);
  return { track, codec, stretches: everything(zero), duration, lastEnd: null, cut };
}

async function pictureTrack(input: Input): Promise<Pick<Found, 'track' | 'codec'>> {
  const track = await input.getPrimaryVideoTrack();
  if (track === null) throw new FileProblemError({ kind: 'no-video' });
  const id = (await track.getCodec()) ?? (await track.getInternalCodecId());
  return { track, codec: typeof id === 'string' ? codecName(id) : null };
}

/** Throws where there is no frame. */
async function firstTimestamp(track: InputVideoTrack, cut: boolean): Promise<number> {
  const packet = await new EncodedPacketSink(track).getFirstPacket({ metadataOnly: true });
  if (packet !== null) return packet.timestamp;
  throw new FileProblemError(cut ? { kind: 'cut-short', seconds: 0 } : { kind: 'no-frames' });
}

async function trackStarts(input: Input): Promise<number[]> {
  const tracks = await input.getTracks();
  return Promise.all(tracks.map((track) => track.getFirstTimestamp()));
}
