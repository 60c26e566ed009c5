import type { PackBlob, PackRef } from '../../core/pack/pack-ref.ts';
import type { Progress } from '../../core/session/session.ts';
import type { FromWorker, ToWorker } from '../../messaging/messages.ts';
import type { CheckpointHead } from '../checkpoint/read-checkpoint.ts';
import type { Kept } from '../stored/keep-pack.ts';
import type { Computed, Drafted, PackAnswers, PackDraft } from './draft-pack.ts';
import type { Made, NetworkFiles } from './make-pack.ts';
import type { Dropped, DroppedFile } from './open-dropped.ts';
import type { DroppedPack } from './read-pack.ts';

/** What the page asks: one thing at a time. Files cross by reference, without their bytes. */
export type ImportRequest =
  | { readonly type: 'open'; readonly files: readonly DroppedFile[] }
  /** Copy a checked pack to this device. */
  | { readonly type: 'keep'; readonly dropped: DroppedPack }
  /** Pack a pack's files into a zip. */
  | { readonly type: 'zip'; readonly files: ReadonlyMap<string, PackBlob> }
  /** Make a pack of another's encoder and a head. */
  | {
      readonly type: 'attach';
      readonly pack: PackRef;
      readonly head: CheckpointHead;
      readonly file: string;
    }
  /** Begin a pack of bare networks. */
  | { readonly type: 'draft'; readonly files: NetworkFiles; readonly answers: PackAnswers }
  /** Make it, once it is known what they compute. */
  | {
      readonly type: 'finish';
      readonly files: NetworkFiles;
      readonly draft: PackDraft;
      readonly computed: Computed;
    };

export type ImportMessage = ToWorker<ImportRequest>;

/**
 * `opened` answers `open`, `kept` answers `keep`, `zipped` answers `zip`, `drafted` answers `draft`,
 * and `made` answers `attach` and `finish`.
 */
export type ImportAnswer =
  | { readonly type: 'opened'; readonly dropped: Dropped }
  /** Null where this browser keeps no files, or has no room for them. */
  | { readonly type: 'kept'; readonly kept: Kept | null }
  | { readonly type: 'zipped'; readonly zip: Blob }
  | { readonly type: 'drafted'; readonly drafted: Drafted }
  | { readonly type: 'made'; readonly made: Made };

export type ImportResponse = FromWorker<ImportAnswer, Progress>;
