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

/** The packets of a track, each as soon as there is room for its frame. */
class PacedPackets extends EncodedPacketSink {
  readonly #pace: Pace;

  constructor(track: InputVideoTrack, pace: Pace) {
    super(track);
    this.#pace = pace;
  }

  override async *packets(
    ...range: Parameters<EncodedPacketSink['packets']>
  ): AsyncGenerator<EncodedPacket, void> {
    for await (const packet of super.packets(...range)) {
      await this.#pace.enter();
      yield packet;
    }
  }
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

/** All frames of a track in order, decoded a few ahead; whoever takes one closes it. */
export async function* pacedSamples(track: InputVideoTrack): AsyncGenerator<VideoSample, void> {
  const pace = new Pace();
  const samples = new PacedSink(track, pace).samples();
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
