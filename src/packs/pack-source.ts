import type { PackRef } from '../core/pack/pack-ref.ts';
import type { FileSpec } from '../core/pack/schema.ts';
import type { FileSource } from './download/file-source.ts';

/** The name of a pack's manifest. */
export const MANIFEST = 'pack.json';

/** Where one pack comes from. */
export interface PackSource {
  /** What to call a pack that has not said its name yet. */
  readonly name: string;
  /**
   * The bytes of its manifest.
   * @throws FailureError asset-…; the signal's reason when aborted.
   */
  readManifest(signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
  /** A file that the manifest names. */
  file(spec: FileSpec): FileSource;
}

/** Finds the pack that a reference names. */
export type OpenPackSource = (ref: PackRef) => PackSource;
