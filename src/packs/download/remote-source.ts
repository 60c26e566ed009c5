import type { CheckedFiles } from './file-cache.ts';
import { fetchAsset } from './fetch-asset.ts';
import type { FileSource, ReadEvents } from './file-source.ts';
import type { RemoteFile } from './remote-file.ts';

/** A file that this device has kept from an earlier visit, or the server's, which is then kept. */
export function remoteSource(file: RemoteFile, checked: CheckedFiles): FileSource {
  const { name, bytes } = file;
  return { name, bytes, read: (events) => obtain(file, checked, events) };
}

async function obtain(file: RemoteFile, checked: CheckedFiles, events: ReadEvents) {
  const kept = await checked.find(file);
  events.signal.throwIfAborted();
  if (kept !== null && kept.length === (file.bytes ?? kept.length)) {
    events.received(kept.length);
    return kept;
  }
  const bytes = await fetchAsset(file, events);
  void checked.keep(file, bytes);
  return bytes;
}
