import type { Backend } from '../../src/core/session/backend.ts';
import { parsePack } from '../../src/core/pack/parse.ts';
import type { ModelPack } from '../../src/core/pack/schema.ts';
import { WarpCropper } from '../../src/analyser/crop/warp-cropper.ts';
import type { EncoderInput } from '../../src/analyser/networks/encoder-input.ts';
import type { Network, Networks } from '../../src/analyser/networks/network.ts';
import { facePack } from './packs.ts';

export const PACK: ModelPack = parsePack(facePack(), 'test');

const { features } = PACK.golden;
const logits = PACK.golden.logits['linear']!;

/** Gives every row of the batch the same numbers, and remembers the shapes it was asked for. */
class FakeNetwork implements Network {
  readonly shapes: (readonly number[])[] = [];
  readonly inputs: EncoderInput[] = [];
  output: readonly number[];
  /** Called by every run. */
  atRun: () => void = () => undefined;
  /** Thrown by every run while set. */
  error: Error | null = null;

  constructor(output: readonly number[]) {
    this.output = output;
  }

  run(input: EncoderInput, dims: readonly number[]): Promise<Float32Array> {
    this.shapes.push(dims);
    this.inputs.push(input);
    this.atRun();
    if (this.error !== null) return Promise.reject(this.error);
    const rows = Array.from({ length: dims[0] ?? 0 }, () => this.output);
    return Promise.resolve(Float32Array.from(rows.flat()));
  }

  release(): Promise<void> {
    return Promise.resolve();
  }
}

/** The test pack's networks, exactly as its golden figures want them. */
export class FakeNetworks implements Networks {
  readonly backend: Backend;
  readonly cropper = new WarpCropper(PACK.encoder.input, PACK.encoder.crop);
  readonly encoder = new FakeNetwork(features);
  readonly head = new FakeNetwork(logits);
  released = 0;

  constructor(kind: Backend['kind']) {
    this.backend = { kind, adapter: kind === 'webgpu' ? 'test adapter' : null };
  }

  release(): Promise<void> {
    this.released += 1;
    return Promise.resolve();
  }
}
