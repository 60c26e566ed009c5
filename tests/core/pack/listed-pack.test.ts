import { expect, test } from 'vitest';
import { listShipped, readersOf } from '../../../src/core/pack/listed-pack.ts';

test('a pack can be read with each of its heads, or as it is where its head is fused', () => {
  const heads = [
    { id: 'a', kind: 'linear' },
    { id: 'b', kind: 'mlp-256' },
  ] as const;
  const packs = [
    listShipped({ id: 'one', name: 'One', heads }),
    listShipped({ id: 'two', name: 'Two', heads: [] }),
  ];
  expect(readersOf(packs)).toEqual([
    { pack: { kind: 'shipped', id: 'one' }, name: 'One', head: heads[0] },
    { pack: { kind: 'shipped', id: 'one' }, name: 'One', head: heads[1] },
    { pack: { kind: 'shipped', id: 'two' }, name: 'Two', head: null },
  ]);
});
