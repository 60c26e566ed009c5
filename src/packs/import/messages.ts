import type { Progress } from '../../core/session/session.ts';
import type { FromWorker, ToWorker } from '../../messaging/messages.ts';
import type { Kept } from '../stored/keep-pack.ts';
import type { Dropped, DroppedFile } from './open-dropped.ts';
import type { DroppedPack } from './read-pack.ts';

/** What the page asks: one thing at a time. Files cross by reference, without their bytes. */
export type ImportRequest =
  | { readonly type: 'open'; readonly files: readonly DroppedFile[] }
  /** Copy a checked pack to this device. */
  | { readonly type: 'keep'; readonly dropped: DroppedPack }
  /** Pack a kept pack into a zip. */
  | { readonly type: 'zip'; readonly sha256: string };

export type ImportMessage = ToWorker<ImportRequest>;

/** `opened` answers `open`, `kept` answers `keep`, and `zipped` answers `zip`. */
export type ImportAnswer =
  | { readonly type: 'opened'; readonly dropped: Dropped }
  /** Null where this browser keeps no files, or has no room for them. */
  | { readonly type: 'kept'; readonly kept: Kept | null }
  | { readonly type: 'zipped'; readonly zip: Blob };

export type ImportResponse = FromWorker<ImportAnswer, Progress>;
