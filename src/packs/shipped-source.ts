import type { CheckedFiles } from './download/file-cache.ts';
import { fetchAsset } from './download/fetch-asset.ts';
import { remoteSource } from './download/remote-source.ts';
import { MANIFEST, type PackSource } from './pack-source.ts';

const unwatched = () => undefined;

/**
 * A pack that is served beside the page.
 * @param models absolute address of the folder of packs, with a slash at its end
 */
export function shippedSource(models: string, id: string, checked: CheckedFiles): PackSource {
  // Names carry no hash: the server is asked whether the browser's copy is still good.
  const remote = (file: string) => ({
    name: `${id}/${file}`,
    url: new URL(`${id}/${file}`, models).href,
    revalidate: true,
  });
  return {
    name: id,
    readManifest(signal) {
      const file = { ...remote(MANIFEST), bytes: null, sha256: null };
      return fetchAsset(file, { signal, received: unwatched });
    },
    file: ({ file, bytes, sha256 }) => remoteSource({ ...remote(file), bytes, sha256 }, checked),
  };
}
