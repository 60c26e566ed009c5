import { blobSource } from './blob-source.ts';
import type { CheckedFiles } from './download/file-cache.ts';
import type { OpenPackSource } from './pack-source.ts';
import { shippedSource } from './shipped-source.ts';
import { storedFile } from './stored/pack-folder.ts';

/**
 * Opens packs of every kind there is.
 * @param models absolute address of the folder of shipped packs, with a slash at its end
 */
export function packSources(models: string, checked: CheckedFiles): OpenPackSource {
  return (ref) => {
    switch (ref.kind) {
      case 'shipped':
        return shippedSource(models, ref.id, checked);
      case 'stored':
        return blobSource(ref.sha256, (name) => storedFile(ref.sha256, name));
      case 'dropped':
        return blobSource(ref.sha256, (name) => Promise.resolve(ref.files.get(name) ?? null));
    }
  };
}
