import type { EncoderSpec, HeadSpec } from '../../core/pack/schema.ts';
import type { ReadEvents } from '../../packs/download/file-source.ts';
import { freeBytes } from '../../packs/free-bytes.ts';
import type { PackSource } from '../../packs/pack-source.ts';
import type { NetworkFiles } from '../networks/open-networks.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Networks in memory that nobody else uses. */
interface ReadNetworks extends NetworkFiles {
  readonly encoder: Bytes;
  readonly data: readonly { readonly file: string; readonly bytes: Bytes }[];
  readonly head: Bytes | null;
}

/**
 * The checked bytes of a pack's networks. One file after the other: checking one takes its memory
 * a second time.
 * @throws FailureError asset-…; the signal's reason when aborted
 */
export async function readNetworks(
  source: PackSource,
  { encoder: spec, head }: { readonly encoder: EncoderSpec; readonly head: HeadSpec | null },
  events: ReadEvents,
): Promise<ReadNetworks> {
  const encoder = await source.file(spec).read(events);
  const data: ReadNetworks['data'][number][] = [];
  for (const weights of spec.data ?? []) {
    data.push({ file: weights.file, bytes: await source.file(weights).read(events) });
  }
  return { spec, encoder, data, head: head && (await source.file(head).read(events)) };
}

/** Gives back the memory of files that onnxruntime has copied. */
export function freeNetworks({ encoder, data, head }: ReadNetworks): void {
  for (const bytes of [encoder, head, ...data.map((weights) => weights.bytes)]) {
    if (bytes !== null) freeBytes(bytes);
  }
}
