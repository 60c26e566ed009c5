import type { CheckedFiles } from './download/checked-files.ts';
import { droppedSource } from './dropped-source.ts';
import type { OpenPackSource } from './pack-source.ts';
import { shippedSource } from './shipped-source.ts';

/**
 * Opens packs of every kind there is.
 * @param models absolute address of the folder of shipped packs, with a slash at its end
 */
export function packSources(models: string, checked: CheckedFiles): OpenPackSource {
  return (ref) => {
    switch (ref.kind) {
      case 'shipped':
        return shippedSource(models, ref.id, checked);
      case 'dropped':
        return droppedSource(ref.files);
    }
  };
}
