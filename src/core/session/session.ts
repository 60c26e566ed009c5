import type { Backend } from './backend.ts';
import type { Failure } from './failure.ts';
import type { Size } from '../geometry/shapes.ts';

/** Bytes of models and programs fetched so far; total is known from the build. */
export interface Progress {
  readonly loaded: number;
  readonly total: number;
}

export type SourceKind = 'camera' | 'file' | 'drawn';

/** What the page shows of its source of frames. */
export interface SourceInfo {
  readonly kind: SourceKind;
  /** The camera's name, the file's name, or the drawn face's. */
  readonly label: string;
  /** Whether the view is mirrored by default: a camera that faces the visitor. */
  readonly mirrored: boolean;
  readonly size: Size;
}

/** Where a run of the live page stands. */
export type Session =
  | { readonly state: 'idle' }
  | { readonly state: 'opening'; readonly source: SourceKind }
  | { readonly state: 'loading'; readonly source: SourceInfo; readonly progress: Progress }
  | { readonly state: 'running'; readonly source: SourceInfo; readonly backend: Backend }
  | {
      readonly state: 'waiting';
      readonly source: SourceInfo;
      readonly reason: 'hidden' | 'unplugged';
    }
  | { readonly state: 'failed'; readonly failure: Failure };
