import { FailureError } from '../../core/session/failure.ts';
import type { RemoteFile } from './remote-file.ts';
import { StallTimer } from './stall.ts';
import { verify } from './verify.ts';

/** A download without a byte for so long has stalled. */
const STALL_S = 30;

export interface FetchEvents {
  readonly signal: AbortSignal;
  /** Told of every piece, with its length in bytes. */
  readonly received: (bytes: number) => void;
}

async function request({ name, url, revalidate }: RemoteFile, signal: AbortSignal) {
  const cache = revalidate ? 'no-cache' : 'default';
  const response = await fetch(url, { signal, cache }).catch((cause: unknown) => {
    throw new FailureError({ kind: 'asset-missing', name, status: null }, { cause });
  });
  if (!response.ok) {
    throw new FailureError({ kind: 'asset-missing', name, status: response.status });
  }
  if (response.headers.get('content-type')?.startsWith('text/html') === true) {
    throw new FailureError({ kind: 'asset-html', name });
  }
  return response;
}

/** The pieces of the body as they come. A connection that breaks off ends them. */
async function* pieces(response: Response, signal: AbortSignal) {
  const reader = response.body?.getReader();
  for (;;) {
    const piece = await reader?.read().catch((error: unknown) => {
      signal.throwIfAborted();
      if (error instanceof TypeError) return undefined;
      throw error;
    });
    if (piece?.value === undefined) return;
    yield piece.value;
  }
}

async function readAll(response: Response, signal: AbortSignal, received: (n: number) => void) {
  const all: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of pieces(response, signal)) {
    all.push(piece);
    received(piece.length);
  }
  return joined(all);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let end = 0;
  for (const piece of pieces) {
    whole.set(piece, end);
    end += piece.length;
  }
  return whole;
}

/**
 * A file's bytes, streamed and checked for what goes wrong with files: not there, an error page,
 * cut short, another file, nothing more coming.
 * @throws FailureError asset-…; the signal's reason when aborted.
 */
export async function fetchAsset(
  file: RemoteFile,
  { signal, received }: FetchEvents,
): Promise<Uint8Array<ArrayBuffer>> {
  const stall = new StallTimer(STALL_S);
  const either = AbortSignal.any([signal, stall.signal]);
  try {
    const response = await request(file, either);
    const bytes = await readAll(response, either, (length) => {
      stall.alive();
      received(length);
    });
    stall.stop();
    await verify(file, bytes);
    return bytes;
  } catch (error) {
    signal.throwIfAborted();
    if (!stall.signal.aborted) throw error;
    throw new FailureError({ kind: 'asset-stalled', name: file.name, seconds: STALL_S });
  } finally {
    stall.stop();
  }
}
