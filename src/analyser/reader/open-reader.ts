import type { FeatureWindows } from '../clip/feature-windows.ts';
import type { LoadedReader } from '../messages.ts';
import type { Reader } from './reader.ts';
import type { RecoveringModel } from './recovering-model.ts';

/** A reader with all that belongs to it. Whoever opened it releases the model. */
export interface OpenReader {
  readonly loaded: LoadedReader;
  readonly reader: Reader;
  readonly model: RecoveringModel;
  /** Null where each frame is read by itself. */
  readonly windows: FeatureWindows | null;
}
