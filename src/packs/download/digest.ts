import { uint8ArrayToHex } from 'uint8array-extras';

/** SHA-256 in hexadecimal digits; null on an insecure origin, where browsers offer no hashing. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  if (!('subtle' in crypto)) return null;
  return uint8ArrayToHex(await crypto.subtle.digest('SHA-256', bytes));
}
