import type { Face } from './face.ts';

/** The faces of a frame, where they are known without looking for them. */
export interface KnownFaces {
  readonly faces: readonly Face[];
  /** The primary face's id; null without one. */
  readonly primary: number | null;
}
