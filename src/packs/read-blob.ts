import type { PackBlob } from '../core/pack/pack-ref.ts';
import { freeBytes } from './free-bytes.ts';

const PIECE = 16 * 2 ** 20;

export interface BlobEvents {
  readonly signal?: AbortSignal;
  /** Told of every piece, with its length in bytes. */
  readonly received?: (bytes: number) => void;
}

/**
 * All bytes of a blob, into memory of exactly its size, piece by piece.
 * @throws DOMException where the file was moved or changed since it was chosen; the signal's reason
 */
export async function readBlob(
  blob: PackBlob,
  { signal, received }: BlobEvents = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(blob.size);
  for (let start = 0; start < bytes.length; start += PIECE) {
    const end = Math.min(start + PIECE, bytes.length);
    const piece = new Uint8Array(await blob.slice(start, end).arrayBuffer());
    signal?.throwIfAborted();
    bytes.set(piece, start);
    received?.(piece.length);
  }
  return bytes;
}

/** What `use` makes of all bytes of a blob, whose memory is given back then. Throws as `readBlob`. */
export async function useBlob<T>(
  blob: PackBlob,
  events: BlobEvents,
  use: (bytes: Uint8Array<ArrayBuffer>) => T | Promise<T>,
): Promise<T> {
  const bytes = await readBlob(blob, events);
  try {
    return await use(bytes);
  } finally {
    freeBytes(bytes);
  }
}
