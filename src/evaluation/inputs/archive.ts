import { unzipSync } from 'fflate';
import { fileKind } from './file-kind.ts';

/** A json inside of a zip. */
export interface ArchivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ReadArchive =
  | { readonly files: readonly ArchivedFile[] }
  | { readonly fault: 'damaged' }
  /** What is in it would be larger than the limit. */
  | { readonly fault: 'large' };

/** More than any folder of clips has files. */
const MOST_ENTRIES = 100_000;

/**
 * The json files of a zip, in folders or not, without what systems add unasked, such as
 * `__MACOSX/._predictions.json`.
 *
 * @param limit of what is unpacked, in bytes
 */
export function readArchive(bytes: Uint8Array, limit: number): ReadArchive {
  let entries = 0;
  let total = 0;
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries += 1;
        // A false count makes fflate read on for minutes where nothing is.
        if (entries > MOST_ENTRIES) throw new RangeError('too many entries');
        if (!isJson(name)) return false;
        total += originalSize;
        return total <= limit;
      },
    });
    if (total > limit) return { fault: 'large' };
    const files = Object.entries(unpacked).map(([name, content]) => ({ name, bytes: content }));
    return { files };
  } catch {
    return { fault: 'damaged' };
  }
}

/** What zips start with, and workbooks, which are zips. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function isJson(path: string): boolean {
  const segments = path.split(/[/\\]/);
  return segments[0] !== '__MACOSX' && fileKind(segments.at(-1) ?? '') === 'json';
}
