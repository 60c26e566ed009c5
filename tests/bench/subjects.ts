/** How many people are in a frame. */
export type FaceCount = 1 | 2 | 4;

export const FACE_COUNTS: readonly FaceCount[] = [1, 2, 4];

/** What a camera shows: one person who sways, the same person quite still, an empty room. */
export type CameraScene = 'moving' | 'still' | 'nobody';

/** JPEGs in base64: four, each of one person. */
export type Photos = readonly string[];

/**
 * `every`: detection on every frame, nothing cached or skipped. `shipped`: its own defaults, every
 * crop encoded. `page`: ours as the page asks it.
 */
export type Mode = 'every' | 'shipped' | 'page';

/**
 * What is compared; ours reads on wasm, as the others do, but for `ours-webgpu`. `ours-before` is
 * another build of the page. `ours-itself` and
 * `ours-two-packs` read each face twice: with the same pack and head, and with another pack.
 */
export type System =
  'ours' | 'ours-before' | 'human' | 'face-api' | 'ours-webgpu' | 'ours-itself' | 'ours-two-packs';

export const COMPARING = ['ours-itself', 'ours-two-packs'] as const satisfies readonly System[];

export function isOurs(system: System): boolean {
  return system.startsWith('ours');
}

export const PEERS = ['human', 'face-api'] as const satisfies readonly System[];

/** Frames to read one after the other, from the scene's frame `first` on. */
export interface Series {
  readonly faces: FaceCount;
  readonly first: number;
  readonly frames: number;
  /** So many milliseconds after one the next begins, as a camera's do; at once where not given. */
  readonly everyMs?: number;
}

export interface Measured {
  /** Milliseconds from a frame to its probabilities, one figure a frame. */
  readonly times: readonly number[];
  /** How many faces were read in each. */
  readonly found: readonly number[];
}

/** What is measured, inside its page. */
export interface Subject {
  /** Loads the library with all it needs and reads one frame. @returns milliseconds. */
  load(): Promise<number>;
  measure(series: Series): Promise<Measured>;
}
