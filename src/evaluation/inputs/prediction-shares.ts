import { EMOTIONS, type Emotion } from '../../core/blemore/emotions.ts';
import type { Shares } from '../../core/blemore/label.ts';
import type { PredictionFault, SalienceScale } from './input-problem.ts';
import { elementsOf, memberOf, membersOf, sourceOf, type JsonNode } from './json-tree.ts';

export type ReadShares = { readonly shares: Shares } | { readonly fault: PredictionFault };

interface Item {
  /** Null where the member is missing, or there twice. */
  readonly emotion: JsonNode | string | null;
  readonly salience: JsonNode | null;
}

/** What Python's float() takes, which the reference reads saliences with. */
const NUMERIC = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

/**
 * The emotions of one clip, with saliences as they stand there, still of either scale: a list
 * `[{"emotion": "hap", "salience": 70.0}, …]`, one such object alone, or `{"hap": 70, "sad": 30}`.
 *
 * @param text of the file, to quote from
 */
export function readShares(node: JsonNode, text: string): ReadShares {
  const items = itemsOf(node);
  if (items === null) return { fault: { kind: 'form' } };
  if (items.length === 0) return { fault: { kind: 'empty' } };
  const shares = new Map<Emotion, number>();
  for (const [index, { emotion: named, salience }] of items.entries()) {
    const item = index + 1;
    const emotion = emotionOf(named);
    if (emotion === null) {
      return { fault: { kind: 'emotion-unknown', item, value: quoteOf(named, text) } };
    }
    if (shares.has(emotion)) return { fault: { kind: 'emotion-repeated', item, emotion } };
    const value = salience && salienceOf(salience);
    if (value === null) {
      return { fault: { kind: 'salience-invalid', item, value: quoteOf(salience, text) } };
    }
    shares.set(emotion, value);
  }
  return { shares: [...shares].map(([emotion, salience]) => ({ emotion, salience })) };
}

/** Which scale a clip's saliences can be of, by themselves. */
export function scaleOf(shares: Shares): SalienceScale {
  return shares.every(({ salience }) => salience <= 1) ? 'fractions' : 'percents';
}

/** In percent. */
export function inPercent(shares: Shares, scale: SalienceScale): Shares {
  if (scale === 'percents') return shares;
  // 0.57 × 100 is 56.99999999999999.
  return shares.map(({ emotion, salience }) => ({
    emotion,
    salience: Number((salience * 100).toFixed(9)),
  }));
}

function itemsOf(node: JsonNode): readonly Item[] | null {
  if (node.type === 'array') {
    const items = elementsOf(node).map(itemOf);
    const form = items.every(({ emotion, salience }) => emotion !== null || salience !== null);
    return form ? items : null;
  }
  const members = membersOf(node);
  if (members.some(({ name }) => name === 'emotion')) return [itemOf(node)];
  const byEmotion = node.type === 'object' && members.every(({ name }) => emotionOf(name) !== null);
  return byEmotion ? members.map(({ name, value }) => ({ emotion: name, salience: value })) : null;
}

function itemOf(node: JsonNode): Item {
  return { emotion: memberOf(node, 'emotion'), salience: memberOf(node, 'salience') };
}

/** Codes alone: the challenge's own scoring knows no other words. */
function emotionOf(named: JsonNode | string | null): Emotion | null {
  const text: unknown = typeof named === 'string' ? named : named?.value;
  return EMOTIONS.find((emotion) => emotion === text) ?? null;
}

/** Null where it is no number from 0 to 100. */
function salienceOf({ value }: JsonNode): number | null {
  const known: unknown = value;
  const number =
    typeof known === 'number'
      ? known
      : typeof known === 'string' && NUMERIC.test(known)
        ? Number(known)
        : NaN;
  return number >= 0 && number <= 100 ? number : null;
}

function quoteOf(named: JsonNode | string | null, text: string): string {
  return named === null || typeof named === 'string' ? (named ?? '') : sourceOf(text, named);
}
