import { expect, test } from 'vitest';
import { Heads, headsOf } from '../../../src/analyser/locate/heads.ts';
import type { Thumbnail } from '../../../src/analyser/locate/thumbnail.ts';
import type { Face } from '../../../src/core/tracking/face.ts';
import { RESTING_HEADS } from '../../support/drawn-heads.ts';

const faces = (count: number) => Array.from({ length: count }, (_, id) => ({ id }) as Face);
const thumbnail = (look: number) => ({ head: () => RESTING_HEADS[look]! }) as unknown as Thumbnail;

test.each([1, 2, 3, 4])(
  'of %i faces that all change, those of two at most are strangers',
  (count) => {
    const heads = new Heads();
    heads.remember(headsOf(thumbnail(0), faces(count)), 0);
    const strangers = heads.strangersAmong(headsOf(thumbnail(3), faces(count)), 33);
    expect(strangers).toEqual(count <= 2 ? faces(count).map(({ id }) => id) : []);
  },
);
