import type { PackRef } from './pack-ref.ts';
import type { HeadSpec } from './schema.ts';

export type ListedHead = Pick<HeadSpec, 'id' | 'kind'>;

/** A pack as a visitor chooses it. */
export interface ListedPack {
  readonly ref: PackRef;
  readonly name: string;
  /** Empty where the head is fused into the encoder. */
  readonly heads: readonly ListedHead[];
}

/** A pack of the folder `models`, as the build lists it. */
export interface ShippedPack {
  readonly id: string;
  readonly name: string;
  readonly heads: readonly ListedHead[];
}

export function listShipped({ id, name, heads }: ShippedPack): ListedPack {
  return { ref: { kind: 'shipped', id }, name, heads };
}

/** Every way to read with these packs: each head of each pack. */
export function readersOf(packs: readonly ListedPack[]): readonly ListedReader[] {
  return packs.flatMap(({ ref, name, heads }): ListedReader[] =>
    heads.length === 0
      ? [{ pack: ref, name, head: null }]
      : heads.map((head) => ({ pack: ref, name, head })),
  );
}

export interface ListedReader {
  readonly pack: PackRef;
  /** The pack's. */
  readonly name: string;
  /** Null where it is fused into the encoder. */
  readonly head: ListedHead | null;
}
