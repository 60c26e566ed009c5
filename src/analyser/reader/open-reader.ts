import type { LoadedReader } from '../messages.ts';
import type { ModelSpec } from './model.ts';
import type { Reader } from './reader.ts';
import type { RecoveringModel } from './recovering-model.ts';

/** A reader with all that belongs to it. Whoever opened it releases the model. */
export interface OpenReader {
  readonly loaded: LoadedReader;
  readonly reader: Reader;
  readonly model: RecoveringModel;
  /** Forgets what it has of earlier frames: the source has changed. */
  forget(): void;
}

/** What makes a reader forget earlier frames. */
export function forgetter({ windows, pace }: Pick<ModelSpec, 'windows' | 'pace'>): () => void {
  return () => {
    windows?.clear();
    pace?.clear();
  };
}
