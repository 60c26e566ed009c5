import { inputLength } from '../../core/pack/lengths.ts';
import type { ClipSpec, ModelPack } from '../../core/pack/schema.ts';
import type { FaceOutput } from '../../core/reading/analysis.ts';
import { LONGEST_PAUSE } from '../../core/tracking/lost-face-memory.ts';
import { ClipRing } from '../clip/clip-ring.ts';
import type { FaceCrops } from '../crop/cropper.ts';
import { LateOutputs } from './late-outputs.ts';
import type { PacedModel, PacedReading } from './paced-reading.ts';
import type { CropsReading } from './reader.ts';

interface Gathered {
  readonly ring: ClipRing;
  /** Number of the crop that the last clip read began with; null before the first. */
  started: number | null;
}

/**
 * Reads clips of the newest frames beside the frames: a face's next one as soon as its stride has
 * passed and the clip before is read.
 */
export class LateClips implements PacedReading {
  readonly #clip: ClipSpec;
  readonly #cropLength: number;
  readonly #late = new LateOutputs();
  readonly #faces = new Map<number, Gathered>();

  constructor(pack: ModelPack, clip: ClipSpec) {
    this.#clip = clip;
    this.#cropLength = inputLength(pack) / clip.frames;
  }

  async read(
    model: PacedModel,
    crops: FaceCrops,
    atMs: number,
    show: boolean,
  ): Promise<CropsReading> {
    const ids = [...crops.toFrame.keys()];
    const started = performance.now();
    const cropped = model.crop(crops);
    this.#gather(inMainMemory(cropped.input), ids, atMs);
    const crop = performance.now() - started;
    if (!this.#late.busy) this.#start(model, ids, atMs);
    return {
      outputs: this.#late.of(ids, atMs).map((output, row) => output ?? this.#pending(ids[row]!)),
      images: show ? await cropped.images() : [],
      timings: { crop, ...this.#late.took },
    };
  }

  finish(): Promise<readonly never[]> {
    return Promise.resolve([]);
  }

  clear(): void {
    this.#late.clear();
    this.#faces.clear();
  }

  #gather(input: Float32Array, ids: readonly number[], atMs: number): void {
    for (const [id, { ring }] of this.#faces) {
      // Frames before a gap are not of one movement with those after it.
      if (atMs - ring.newest > LONGEST_PAUSE) this.#faces.delete(id);
    }
    ids.forEach((id, row) => {
      const known = this.#faces.get(id);
      const ring = known?.ring ?? new ClipRing(this.#clip.frames, this.#cropLength);
      ring.push(input.subarray(row * this.#cropLength, (row + 1) * this.#cropLength), atMs);
      if (known === undefined) this.#faces.set(id, { ring, started: null });
    });
  }

  /** Begins with the face whose turn it is: the one that was read longest ago. */
  #start(model: PacedModel, ids: readonly number[], atMs: number): void {
    const [id] = ids
      .filter((face) => this.#isDue(face))
      .toSorted((a, b) => this.#late.readAt(a) - this.#late.readAt(b));
    const face = id === undefined ? undefined : this.#faces.get(id);
    if (id === undefined || face === undefined) return;
    const { ring } = face;
    face.started = ring.pushed - this.#clip.frames;
    const clip = ring.clip(face.started, ring.last());
    this.#late.start([id], model.readInputs(clip, [id], atMs));
  }

  #isDue(id: number): boolean {
    const face = this.#faces.get(id);
    if (face === undefined || face.ring.pushed < this.#clip.frames) return false;
    const start = face.ring.pushed - this.#clip.frames;
    return face.started === null || start - face.started >= this.#clip.stride;
  }

  #pending(id: number): FaceOutput {
    const pushed = this.#faces.get(id)?.ring.pushed ?? 0;
    return { kind: 'pending', gathered: Math.min(1, pushed / this.#clip.frames) };
  }
}

/** Clips are gathered in main memory, and their crops are cut there. */
export function inMainMemory(input: Float32Array | GPUBuffer): Float32Array {
  if (input instanceof Float32Array) return input;
  throw new TypeError('Clips are gathered in main memory.');
}
