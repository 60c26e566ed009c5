import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  MkvOutputFormat,
  MovOutputFormat,
  Mp4OutputFormat,
  MpegTsOutputFormat,
  Output,
  WebMOutputFormat,
  type OutputFormat,
} from 'mediabunny';

/** Containers, and what a browser's encoder would put into them; nothing here can be decoded. */
export interface MadeClip {
  readonly container: 'mp4' | 'fragmented-mp4' | 'mov' | 'webm' | 'mkv' | 'mpeg-ts';
  /** Ten a second; 20 where not given. */
  readonly frames?: number;
  /** Seconds the last picture stands; a tenth where not given. */
  readonly lastStands?: number;
  /** Seconds of sound; none where not given. */
  readonly sound?: number;
  /** A second picture beside each, which says how transparent it is. */
  readonly alpha?: boolean;
}

const RATE = 10;
const SIZE = { codedWidth: 64, codedHeight: 48 };
const SPS = [0x67, 0x42, 0xc0, 0x1e, 0xd9, 0x04, 0x19, 0x68, 0x40, 0, 0, 3, 0, 0x40, 0, 0, 5, 0x03];
const PPS = [0x68, 0xce, 0x3c, 0x80];

/** A clip's bytes. */
export async function makeClip(clip: MadeClip): Promise<Uint8Array<ArrayBuffer>> {
  const { container, frames = 20, lastStands = 1 / RATE, sound = 0, alpha = false } = clip;
  const target = new BufferTarget();
  const output = new Output({ format: formatOf(container), target });
  const codec = container === 'mpeg-ts' ? 'avc' : 'vp8';
  const picture = new EncodedVideoPacketSource(codec);
  const heard = sound > 0 ? new EncodedAudioPacketSource('opus') : null;
  output.addVideoTrack(picture, { frameRate: RATE });
  if (heard !== null) output.addAudioTrack(heard);
  await output.start();
  const config = { codec: codec === 'avc' ? 'avc1.42c01e' : 'vp8', ...SIZE };
  for (let frame = 0; frame < frames; frame++) {
    const seconds = frame === frames - 1 ? lastStands : 1 / RATE;
    const key = frame % 10 === 0;
    const packet = new EncodedPacket(
      codec === 'avc' ? avcFrame(key, frame) : vp8Frame(key, frame),
      key ? 'key' : 'delta',
      frame / RATE,
      seconds,
      frame,
      undefined,
      alpha ? { alpha: vp8Frame(key, frame) } : {},
    );
    await picture.add(packet, { decoderConfig: config });
  }
  picture.close();
  if (heard !== null) await addSound(heard, sound);
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0));
}

function formatOf(container: MadeClip['container']): OutputFormat {
  switch (container) {
    case 'mp4':
      return new Mp4OutputFormat({ fastStart: false });
    case 'fragmented-mp4':
      return new Mp4OutputFormat({ fastStart: 'fragmented', minimumFragmentDuration: 0.5 });
    case 'mov':
      return new MovOutputFormat({ fastStart: 'in-memory' });
    case 'webm':
      return new WebMOutputFormat({ minimumClusterDuration: 0.5 });
    case 'mkv':
      return new MkvOutputFormat({ minimumClusterDuration: 0.5 });
    case 'mpeg-ts':
      return new MpegTsOutputFormat();
  }
}

async function addSound(source: EncodedAudioPacketSource, seconds: number): Promise<void> {
  const decoderConfig = { codec: 'opus', numberOfChannels: 1, sampleRate: 48_000 };
  for (let at = 0; at < seconds; at += 0.1) {
    const packet = new EncodedPacket(new Uint8Array([0xf8, 0xff, 0xfe]), 'key', at, 0.1);
    await source.add(packet, { decoderConfig });
  }
  source.close();
}

/** A frame's head as the codec has it, and something behind it. */
function vp8Frame(key: boolean, frame: number): Uint8Array {
  const head = key ? [0x10, 2, 0, 0x9d, 1, 0x2a, 64, 0, 48, 0] : [0x11, 2, 0];
  return Uint8Array.from([...head, ...body(frame)]);
}

function avcFrame(key: boolean, frame: number): Uint8Array {
  const start = [0, 0, 0, 1];
  const head = key ? [...start, ...SPS, ...start, ...PPS, ...start, 0x65] : [...start, 0x41];
  return Uint8Array.from([...head, ...body(frame).map((value) => value | 0x80)]);
}

function body(frame: number): number[] {
  return Array.from({ length: 90 }, (_, i) => (i * 7 + frame * 13) % 251);
}

/** Where a box of a type begins, its length first. Throws where there is none. */
export function boxStart(bytes: Uint8Array, type: string): number {
  const at = Buffer.from(bytes).indexOf(type, 0, 'latin1');
  if (at < 4) throw new Error(`there is no ${type}`);
  return at - 4;
}

export interface PatchedEdit {
  /** Seconds; of the media, -1 for an empty stretch. */
  readonly duration: number;
  readonly mediaTime: number;
}

/**
 * Gives an MP4 whose index stands at its end an edit list for its first track. The movie's and the
 * track's lengths are left as they are.
 */
export function withEdits(
  bytes: Uint8Array,
  edits: readonly PatchedEdit[],
): Uint8Array<ArrayBuffer> {
  const source = Buffer.from(bytes);
  const movieScale = source.readUInt32BE(boxStart(source, 'mvhd') + 20);
  const trackScale = source.readUInt32BE(boxStart(source, 'mdhd') + 20);
  const list = Buffer.alloc(8 + 8 + 8 + 12 * edits.length);
  list.writeUInt32BE(list.length, 0);
  list.write('edts', 4, 'latin1');
  list.writeUInt32BE(list.length - 8, 8);
  list.write('elst', 12, 'latin1');
  list.writeUInt32BE(edits.length, 20);
  edits.forEach(({ duration, mediaTime }, i) => {
    list.writeUInt32BE(Math.round(duration * movieScale), 24 + 12 * i);
    list.writeInt32BE(mediaTime < 0 ? -1 : Math.round(mediaTime * trackScale), 28 + 12 * i);
    list.writeUInt32BE(0x1_0000, 32 + 12 * i);
  });
  const place = boxStart(source, 'mdia');
  const patched = Buffer.concat([source.subarray(0, place), list, source.subarray(place)]);
  for (const type of ['moov', 'trak']) {
    const at = boxStart(source, type);
    patched.writeUInt32BE(source.readUInt32BE(at) + list.length, at);
  }
  return new Uint8Array(patched);
}
