/** What the figures of a pack are called for visitors, and whether they are shares of 1. */
const KNOWN: Readonly<Record<string, readonly [name: string, share: boolean]>> = {
  accuracy: ['Right about the strongest expression', true],
  uar: ['The same, each expression counted alike', true],
  kl: ['Distance from the people’s votes (KL, 0 is best)', false],
  acc_presence: ['Right about exactly which are shown', true],
  acc_salience: ['Right about the proportion of a blend', true],
};

export interface FigureWords {
  readonly name: string;
  readonly value: string;
}

/** One figure of a pack's card in words; one that is not known here keeps its own name. */
export function figureWords(key: string, value: number): FigureWords {
  const [name, share] = KNOWN[key] ?? [key.replaceAll('_', ' '), false];
  return {
    name,
    value: share ? `${(value * 100).toFixed(0)} %` : String(Number(value.toFixed(3))),
  };
}
