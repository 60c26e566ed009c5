import { FailureError } from '../core/session/failure.ts';
import { sha256 } from './clip-key.ts';

/**
 * SHA-256 of a pack's manifest as it is served: the one `sha256sum pack.json` gives. The manifest
 * holds the digests of the pack's networks. Throws a FailureError `asset-missing`.
 */
export async function packDigest(url: string): Promise<string> {
  const response = await fetch(url, { cache: 'no-cache' }).catch(() => null);
  if (response?.ok === true) return sha256(await response.arrayBuffer());
  const status = response?.status ?? null;
  throw new FailureError({ kind: 'asset-missing', name: 'pack.json', status });
}
