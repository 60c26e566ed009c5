import * as v from 'valibot';
import type { VisitRules } from './visit.ts';

/** For how many seconds a target may be shown. */
export const ROUND_SECONDS = [4, 6, 10] as const;

/** What the operator may change; a field that does not fit falls back alone. */
const BoothOptionsSchema = v.object({
  consent: v.fallback(v.picklist(['touch', 'stay']), 'touch'),
  roundSeconds: v.fallback(v.picklist(ROUND_SECONDS), 6),
  /** Id of one of the page's packs; null for the one the page reads with. */
  pack: v.fallback(v.nullable(v.string()), null),
  sound: v.fallback(v.boolean(), false),
  /** Where visitors can read on, as a QR code; empty for none. */
  address: v.fallback(v.pipe(v.string(), v.maxLength(300)), ''),
});

export type BoothOptions = v.InferOutput<typeof BoothOptionsSchema>;

const count = v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), 0);

/** Numbers only: who came is nobody's business. */
const BoothCountsSchema = v.object({ visitors: count, rounds: count });

export type BoothCounts = v.InferOutput<typeof BoothCountsSchema>;

/** Options from stored text; whatever does not parse is the default. */
export function parseBoothOptions(text: string | null): BoothOptions {
  return v.parse(BoothOptionsSchema, parsed(text));
}

/** Counts from stored text; whatever does not parse is 0. */
export function parseBoothCounts(text: string | null): BoothCounts {
  return v.parse(BoothCountsSchema, parsed(text));
}

export function rulesOf(
  { consent, roundSeconds }: BoothOptions,
  model: Pick<VisitRules, 'relax' | 'playable'>,
): VisitRules {
  return { consent, ...model, roundMs: roundSeconds * 1000 };
}

function parsed(text: string | null): Readonly<Record<string, unknown>> {
  try {
    return v.parse(v.record(v.string(), v.unknown()), JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}
