import { FailureError } from '../../core/session/failure.ts';
import { sha256Of } from './digest.ts';
import type { RemoteFile } from './remote-file.ts';

/** How files of a kind begin: bytes at a place. */
const MAGIC: Readonly<Record<string, { readonly at: number; readonly bytes: readonly number[] }>> =
  {
    wasm: { at: 0, bytes: [0x00, 0x61, 0x73, 0x6d] },
    tflite: { at: 4, bytes: [0x54, 0x46, 0x4c, 0x33] },
    onnx: { at: 0, bytes: [0x08] },
  };

const HTML = /^\s*<(!doctype html|html|head|body)/i;

function looksLikeHtml(bytes: Uint8Array): boolean {
  return HTML.test(new TextDecoder().decode(bytes.subarray(0, 64)));
}

/** True as far as `bytes` reach. */
function beginsRight(name: string, bytes: Uint8Array): boolean {
  const magic = MAGIC[name.split('.').at(-1) ?? ''];
  if (magic === undefined) return true;
  const begin = bytes.subarray(magic.at, magic.at + magic.bytes.length);
  return begin.every((byte, i) => byte === magic.bytes[i]);
}

/** What is known of a file before it is there. */
type Expected = Pick<RemoteFile, 'name' | 'bytes' | 'sha256'>;

/** Throws an asset-html, asset-corrupt or asset-truncated failure where `bytes` are not the file. */
export async function verify(file: Expected, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const { name } = file;
  if (looksLikeHtml(bytes)) throw new FailureError({ kind: 'asset-html', name });
  if (!beginsRight(name, bytes)) throw new FailureError({ kind: 'asset-corrupt', name });
  if (file.bytes !== null && bytes.length < file.bytes) {
    const [expected, received] = [file.bytes, bytes.length];
    throw new FailureError({ kind: 'asset-truncated', name, expected, received });
  }
  if (file.sha256 === null) return;
  const sha256 = await sha256Of(bytes);
  if (sha256 !== null && sha256 !== file.sha256) {
    throw new FailureError({ kind: 'asset-corrupt', name });
  }
}
