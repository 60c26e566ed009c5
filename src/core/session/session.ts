import type { Backend } from './backend.ts';
import type { Failure } from './failure.ts';
import type { Size } from '../geometry/shapes.ts';

/** Bytes of models and programs fetched so far; total is known from the build. */
export interface Progress {
  readonly loaded: number;
  readonly total: number;
}

/** Why a source yields no frames for a while: it is gone, or it is there and sends none. */
export type LossReason = 'unplugged' | 'no-picture';

export type SourceKind = 'camera' | 'file' | 'drawn' | 'replay';

/** What the page shows of its source of frames. */
export interface SourceInfo {
  readonly kind: SourceKind;
  /** The camera's or the file's name; null where it has none. */
  readonly label: string | null;
  /** Whether the view is mirrored by default: a camera that faces the visitor. */
  readonly mirrored: boolean;
  readonly size: Size;
}

/** Where a run of the live page stands. */
export type Session =
  | { readonly state: 'idle' }
  | {
      readonly state: 'opening';
      readonly source: SourceKind;
      /** It takes so long that the browser may be asking where nobody looks. */
      readonly long: boolean;
    }
  | { readonly state: 'loading'; readonly source: SourceInfo; readonly progress: Progress }
  | { readonly state: 'running'; readonly source: SourceInfo; readonly backend: Backend }
  | {
      readonly state: 'waiting';
      readonly source: SourceInfo;
      readonly reason: LossReason | 'hidden';
    }
  | { readonly state: 'failed'; readonly failure: Failure };
