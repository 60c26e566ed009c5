import type { Reading } from '../../core/blemore/prediction.ts';
import { headFor } from '../../core/pack/head.ts';
import type { ModelPack } from '../../core/pack/schema.ts';
import type { ListedHead } from '../../core/pack/listed-pack.ts';
import type { OwnNeutral } from '../../core/reading/own-neutral.ts';
import type { Settings } from '../../core/session/settings.ts';
import type { Live } from '../../live/live.svelte.ts';
import { presentFrom } from '../../live/reading-options.ts';
import type { Sample } from '../../live/sample.ts';

/** One of the two readers, as it is shown. */
export interface Side {
  readonly letter: 'A' | 'B';
  /** Among the outputs of a face. */
  readonly place: number;
  readonly pack: ModelPack | null;
  readonly head: ListedHead | null;
  readonly reading: Reading | null;
  readonly history: readonly Sample[];
  /** The presence threshold, 0..1; null before the pack is known. */
  readonly alpha: number | null;
}

/** A and B: the page's own reader and the second one, or the other way round where they are swapped. */
export function sidesOf(live: Live, settings: Settings): readonly [Side, Side] {
  const { comparison } = live.beside;
  const { state, wanted, readings } = comparison;
  const second = state.state === 'reading' ? state.loaded.pack : null;
  const reader = (pack: ModelPack | null, head: string | null, own: OwnNeutral | null) => ({
    pack,
    head: pack && headFor(pack, head),
    alpha: presentFrom(settings, pack, own),
  });
  const page = {
    ...reader(live.pack, settings.head, live.shown.ownNeutral),
    place: 0,
    reading: live.shown.reading,
    history: live.history,
  };
  const other = {
    ...reader(second, wanted?.head ?? null, readings.shown.ownNeutral),
    place: 1,
    reading: readings.shown.reading,
    history: readings.history,
  };
  const [a, b] = comparison.swapped ? [other, page] : [page, other];
  return [
    { letter: 'A', ...a },
    { letter: 'B', ...b },
  ];
}
