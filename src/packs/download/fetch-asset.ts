import { concatUint8Arrays } from 'uint8array-extras';
import { FailureError } from '../../core/session/failure.ts';
import type { ReadEvents } from './file-source.ts';
import type { RemoteFile } from './remote-file.ts';
import { StallTimer } from './stall-timer.ts';
import { verify } from './verify.ts';

/** A download without a byte for so long has stalled. */
const STALL_S = 30;

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

async function readAll(
  response: Response,
  { name, bytes }: RemoteFile,
  { signal, received }: ReadEvents,
): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes !== null) return readInto(new Uint8Array(bytes), response, name, { signal, received });
  const all: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of pieces(response, signal)) {
    all.push(piece);
    received(piece.length);
  }
  return concatUint8Arrays(all);
}

/** Without a second copy, which large files have no room for. */
async function readInto(
  bytes: Uint8Array<ArrayBuffer>,
  response: Response,
  name: string,
  { signal, received }: ReadEvents,
): Promise<Uint8Array<ArrayBuffer>> {
  let at = 0;
  for await (const piece of pieces(response, signal)) {
    const room = bytes.length - at;
    bytes.set(piece.subarray(0, room), at);
    if (piece.length > room) return tooLong(name, bytes);
    at += piece.length;
    received(piece.length);
  }
  return bytes.subarray(0, at);
}

/** Something else than the file; the page instead of it has a failure of its own. */
async function tooLong(name: string, begin: Uint8Array<ArrayBuffer>): Promise<never> {
  await verify({ name, bytes: null, sha256: null }, begin);
  throw new FailureError({ kind: 'asset-corrupt', name });
}

/**
 * A file's bytes, streamed and checked for what goes wrong with files: not there, an error page,
 * cut short, another file, nothing more coming.
 * @throws FailureError asset-…; the signal's reason when aborted.
 */
export async function fetchAsset(
  file: RemoteFile,
  events: ReadEvents,
): Promise<Uint8Array<ArrayBuffer>> {
  const fetching = () => receive(file, events);
  const bytes = await (events.line?.run(fetching) ?? fetching());
  await verify(file, bytes);
  return bytes;
}

async function receive(file: RemoteFile, { signal, received }: ReadEvents) {
  signal.throwIfAborted();
  const stall = new StallTimer(STALL_S);
  const either = AbortSignal.any([signal, stall.signal]);
  try {
    const response = await request(file, either);
    return await readAll(response, file, {
      signal: either,
      received: (length) => {
        stall.alive();
        received(length);
      },
    });
  } catch (error) {
    signal.throwIfAborted();
    if (!stall.signal.aborted) throw error;
    throw new FailureError({ kind: 'asset-stalled', name: file.name, seconds: STALL_S });
  } finally {
    stall.stop();
  }
}
