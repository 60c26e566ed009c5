import { sha256Of } from '../download/digest.ts';
import { ImportError } from './import-problem.ts';

/** The SHA-256 of bytes. Throws no-hashing where browsers offer none: nothing unchecked is taken there. */
export async function requireSha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const sha256 = await sha256Of(bytes);
  if (sha256 === null) throw new ImportError({ kind: 'no-hashing' });
  return sha256;
}
