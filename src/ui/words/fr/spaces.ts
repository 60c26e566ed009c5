const WIDE = '\u{A0}';
const NARROW = '\u{202F}';

/**
 * A catalogue, or a part of one, whose texts do not break where French allows no break: before
 * high punctuation, units and the percent sign, and inside guillemets. The catalogue is written
 * with plain spaces.
 */
export function withFrenchSpaces<T>(words: T): T {
  return spaced(words) as T;
}

function spaced(value: unknown): unknown {
  if (typeof value === 'string') return frenchSpaces(value);
  if (typeof value === 'function') {
    const inner = value as (...given: unknown[]) => unknown;
    return (...given: unknown[]) => spaced(inner(...given));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, spaced(part)]));
}

/** A text with its unbreakable spaces: wide ones before ":" and inside « », narrow ones elsewhere. */
function frenchSpaces(text: string): string {
  return text
    .replace(/ (?=[:»])/g, WIDE)
    .replace(/(?<=«) /g, WIDE)
    .replace(/ (?=[;?!%…]|[kM]o\b)/g, NARROW);
}
