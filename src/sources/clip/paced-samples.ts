import {
  EncodedPacketSink,
  VideoSampleSink,
  type EncodedPacket,
  type InputVideoTrack,
  type VideoSample,
} from 'mediabunny';
import { beforeDeadline } from './deadline.ts';
import { Pace } from './pace.ts';

/** A decoder that brings nothing for so long will bring nothing more. */
const SILENCE_S = 20;

/**
 * The packets of a track, each as soon as there is room for its frame, and without the second
 * picture that says how transparent the first is: mediabunny merges both in a worker that it makes
 * of a text, which the page's policy refuses, and faces are read from the colours alone.
 */
class PacedPackets extends EncodedPacketSink {
  readonly #pace: Pace;

  constructor(track: InputVideoTrack, pace: Pace) {
    super(track);
    this.#pace = pace;
  }

  override async getKeyPacket(
    ...place: Parameters<EncodedPacketSink['getKeyPacket']>
  ): Promise<EncodedPacket | null> {
    return opaque(await super.getKeyPacket(...place));
  }

  override async getFirstKeyPacket(
    ...options: Parameters<EncodedPacketSink['getFirstKeyPacket']>
  ): Promise<EncodedPacket | null> {
    return opaque(await super.getFirstKeyPacket(...options));
  }

  override async *packets(
    ...range: Parameters<EncodedPacketSink['packets']>
  ): AsyncGenerator<EncodedPacket, void> {
    for await (const packet of super.packets(...range)) {
      await this.#pace.enter();
      yield opaque(packet);
    }
  }
}

function opaque<Packet extends EncodedPacket | null>(packet: Packet): Packet {
  if (packet !== null) delete packet.sideData.alpha;
  return packet;
}

/**
 * mediabunny's sink pushes up to forty packets ahead of the first frame, and as many frames may
 * then lie decoded: 120 MB of a 1080p clip. It has no option for less, but it asks this method,
 * which its types leave out, for its packets; a browser test counts the frames.
 */
class PacedSink extends VideoSampleSink {
  readonly #track: InputVideoTrack;
  readonly #pace: Pace;

  constructor(track: InputVideoTrack, pace: Pace) {
    super(track);
    this.#track = track;
    this.#pace = pace;
  }

  _createPacketSink(): EncodedPacketSink {
    return new PacedPackets(this.#track, this.#pace);
  }
}

/**
 * The frames of a track in order, decoded a few ahead; whoever takes one closes it. They begin at
 * or before `from`, with a frame that needs no earlier one, and end before `until`, in seconds.
 */
export async function* pacedSamples(
  track: InputVideoTrack,
  from: number,
  until: number,
): AsyncGenerator<VideoSample, void> {
  const pace = new Pace();
  const samples = new PacedSink(track, pace).samples(await keyTime(track, from), until);
  try {
    for (;;) {
      const result = await pace.leave(() => beforeDeadline(samples.next(), SILENCE_S));
      if (result.done === true) return;
      yield result.value;
    }
  } finally {
    pace.stop();
    await samples.return();
  }
}

/** mediabunny drops what it decodes before the start it is given, and the pace would wait for that. */
async function keyTime(track: InputVideoTrack, from: number): Promise<number> {
  if (from === -Infinity) return from;
  const key = await new EncodedPacketSink(track).getKeyPacket(from, { verifyKeyPackets: true });
  return key?.timestamp ?? -Infinity;
}
