import type { PerEmotion } from '../../core/blemore/emotions.ts';
import {
  perEmotion,
  EMOTION_INDICES,
  sum,
  type EmotionIndex,
} from '../../core/blemore/per-emotion.ts';

/** The words for one and for many; languages that tell more apart name those, too. */
export type Forms = Readonly<{ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>>;

/** How a language writes numbers. */
export interface Numbers {
  /** With exactly so many decimals. */
  readonly fixed: (value: number, decimals: number) => string;
  /** With as many decimals as it has, at most so many. */
  readonly short: (value: number, decimals: number) => string;
  /** A number of things: "1 clip", "2,456 clips". */
  readonly count: (value: number, forms: Forms) => string;
  /** The form of a word that goes with a number of things. */
  readonly form: (value: number, forms: Forms) => string;
  /** Milliseconds with as many digits as they deserve: "4.8", "48". */
  readonly milliseconds: (value: number) => string;
  /** Bytes as decimal megabytes, e.g. "8.4". */
  readonly megabytes: (bytes: number) => string;
  /** Bytes as decimal gigabytes, e.g. "2.1". */
  readonly gigabytes: (bytes: number) => string;
  /** A share of 1 as percent with one decimal, as papers give it. */
  readonly percent: (share: number) => string;
  /** Two shares of 1 with one unit: "16.7–100.0 %". */
  readonly percents: (low: number, high: number) => string;
  /** Bytes as a visitor reads sizes: "812 B", "34 kB", "8.4 MB". */
  readonly size: (bytes: number) => string;
}

/** Where a byte is not called B. */
const BYTE: Readonly<Record<string, string>> = { fr: 'o' };

export function numbersOf(locale: string): Numbers {
  const rules = new Intl.PluralRules(locale);
  const formats = new Map<string, Intl.NumberFormat>();
  const format = (value: number, least: number, most: number): string => {
    const key = `${least} ${most}`;
    let found = formats.get(key);
    if (found === undefined) {
      found = new Intl.NumberFormat(locale, {
        minimumFractionDigits: least,
        maximumFractionDigits: most,
      });
      formats.set(key, found);
    }
    return found.format(value);
  };
  const fixed = (value: number, decimals: number) => format(value, decimals, decimals);
  const form = (value: number, forms: Forms) => forms[rules.select(value)] ?? forms.other;
  const percent = (share: number) => `${fixed(share * 100, 1)} %`;
  const byte = BYTE[locale] ?? 'B';
  const megabytes = (bytes: number) => fixed(bytes / 1e6, 1);
  return {
    fixed,
    short: (value, decimals) => format(value, 0, decimals),
    count: (value, forms) => `${format(value, 0, 0)} ${form(value, forms)}`,
    form,
    milliseconds: (value) => fixed(value, value < 9.95 ? 1 : 0),
    megabytes,
    gigabytes: (bytes) => fixed(bytes / 1e9, 1),
    percent,
    percents: (low, high) => `${fixed(low * 100, 1)}–${percent(high)}`,
    size: (bytes) => {
      if (bytes < 1000) return `${fixed(bytes, 0)} ${byte}`;
      return bytes < 999_500
        ? `${fixed(bytes / 1000, 0)} k${byte}`
        : `${megabytes(bytes)} M${byte}`;
    },
  };
}

/** Shares that sum to 1 as whole percents that sum to 100: the largest remainders round up. */
export function wholePercents(shares: PerEmotion): PerEmotion {
  const floor = perEmotion((place) => Math.floor(shares[place] * 100));
  const remainder = (place: EmotionIndex) => shares[place] * 100 - floor[place];
  const raised = EMOTION_INDICES.toSorted((a, b) => remainder(b) - remainder(a)).slice(
    0,
    100 - sum(floor),
  );
  return perEmotion((place) => floor[place] + (raised.includes(place) ? 1 : 0));
}
