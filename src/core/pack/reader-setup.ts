import type { PackRef } from './pack-ref.ts';

/** What a reader is made of: a pack, and one of its heads. */
export interface ReaderSetup {
  readonly pack: PackRef;
  /** Null for the pack's first head. */
  readonly head: string | null;
}
