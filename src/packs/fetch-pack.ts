import { FailureError } from '../core/session/failure.ts';
import { parsePack } from '../core/pack/parse.ts';
import type { EncoderSpec, HeadSpec, ModelPack } from '../core/pack/schema.ts';
import { fetchAsset } from './download/fetch-asset.ts';
import type { RemoteFile } from './download/remote-file.ts';

/** What to call a pack that has not said its name yet: its folder's. */
function folderOf(url: string): string {
  return new URL(url).pathname.split('/').at(-2) ?? url;
}

function parseJson(bytes: Uint8Array, pack: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    const failure = { kind: 'pack-invalid', pack, field: '', reason: 'is not JSON' } as const;
    throw new FailureError(failure, { cause });
  }
}

/** A pack's manifest from its absolute address. Throws FailureErrors asset-… and pack-invalid. */
export async function fetchPack(url: string): Promise<ModelPack> {
  const name = folderOf(url);
  const file = { name: `${name}/pack.json`, url, bytes: null, sha256: null, revalidate: true };
  const never = new AbortController().signal;
  const bytes = await fetchAsset(file, { signal: never, received: () => undefined });
  return parsePack(parseJson(bytes, name), name);
}

/** A file beside the manifest. */
export function packFile(url: string, spec: EncoderSpec | HeadSpec): RemoteFile {
  const { file, bytes, sha256 } = spec;
  return {
    name: `${folderOf(url)}/${file}`,
    url: new URL(file, url).href,
    bytes,
    sha256,
    revalidate: true,
  };
}
