import { unzipSync, type UnzipFileInfo } from 'fflate';
import { ImportError } from './import-problem.ts';
import { LIMITS } from './limits.ts';
import { isClutter, safePath } from './safe-path.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What an archive may hold, in files and in bytes. */
export type ArchiveLimits = Pick<
  Record<keyof typeof LIMITS, number>,
  'files' | 'fileBytes' | 'totalBytes'
>;

export interface Archive {
  /** By path, without folders and clutter; sizes as the archive declares them. */
  readonly entries: ReadonlyMap<string, number>;
  /**
   * Unpacks one entry, into no more memory than was declared.
   * @throws ImportError archive-broken where it is packed in an unknown way, or has another length
   */
  read(path: string): Bytes;
}

/**
 * The directory of a zip archive; nothing is unpacked yet.
 * @param name what a problem calls the archive
 * @throws ImportError archive-broken, bad-path, too-many-files, too-large
 */
export function openArchive(bytes: Bytes, name: string, limits: ArchiveLimits = LIMITS): Archive {
  const listed = listEntries(bytes, name, limits.files);
  const entries = new Map<string, number>();
  for (const { name: path, originalSize } of listed) {
    if (path.endsWith('/') || isClutter(path)) continue;
    safePath(path);
    if (entries.has(path)) throw broken(name, `it holds ${path} twice`);
    requireSize(path, originalSize, limits.fileBytes);
    entries.set(path, originalSize);
  }
  requireCount(entries.size, limits.files);
  requireSize(name, sum(entries.values()), limits.totalBytes);
  return { entries, read: (path) => unpack(bytes, name, path, entries.get(path) ?? 0) };
}

export function requireSize(file: string, bytes: number, most: number): void {
  if (bytes > most) throw new ImportError({ kind: 'too-large', file, bytes, most });
}

export function requireCount(count: number, most: number = LIMITS.files): void {
  if (count > most) throw new ImportError({ kind: 'too-many-files', count, most });
}

function listEntries(bytes: Bytes, name: string, most: number): readonly UnzipFileInfo[] {
  const found: UnzipFileInfo[] = [];
  translated(name, () =>
    unzipSync(bytes, {
      filter(entry) {
        found.push(entry);
        // The count is bounded while it grows: a directory may claim anything.
        requireCount(found.length, most);
        return false;
      },
    }),
  );
  return found;
}

function unpack(bytes: Bytes, name: string, path: string, length: number): Bytes {
  const unpacked = translated(name, () =>
    unzipSync(bytes, { filter: (entry) => entry.name === path }),
  )[path];
  if (unpacked?.length !== length) {
    throw broken(name, `${path} should have ${length} bytes and has ${unpacked?.length ?? 0}`);
  }
  return unpacked;
}

function translated<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    throw broken(name, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function broken(file: string, reason: string, cause?: unknown): ImportError {
  return new ImportError({ kind: 'archive-broken', file, reason }, { cause });
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
