import type { Words } from '../words/en.ts';

type Figure = keyof Words['about']['figures'];

/** The figures of a pack that have a name for visitors, and whether they are shares of 1. */
const SHARES: Readonly<Record<Figure, boolean>> = {
  accuracy: true,
  uar: true,
  kl: false,
  acc_presence: true,
  acc_salience: true,
};

export interface FigureWords {
  readonly name: string;
  readonly value: string;
}

function isKnown(key: string): key is Figure {
  return Object.hasOwn(SHARES, key);
}

/** One figure of a pack's card in words; one that is not known here keeps its own name. */
export function figureWords({ about, numbers }: Words, key: string, value: number): FigureWords {
  if (!isKnown(key)) return { name: key.replaceAll('_', ' '), value: numbers.short(value, 3) };
  const share = `${numbers.fixed(value * 100, 0)} %`;
  return { name: about.figures[key], value: SHARES[key] ? share : numbers.short(value, 3) };
}
