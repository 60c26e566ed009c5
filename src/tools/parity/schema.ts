import * as v from 'valibot';
import { EMOTIONS } from '../../core/blemore/emotions.ts';

const EmotionSchema = v.picklist(EMOTIONS);
const SixSchema = v.strictTuple([
  v.number(),
  v.number(),
  v.number(),
  v.number(),
  v.number(),
  v.number(),
]);
const PredictionSchema = v.array(v.object({ emotion: EmotionSchema, salience: v.number() }));
const figure = v.nullable(v.number());

const LabelledSetSchema = v.object({
  filenames: v.array(v.string()),
  soft_labels: v.array(SixSchema),
  probabilities: v.array(SixSchema),
  grid_search: v.object({
    alpha: v.number(),
    beta: v.number(),
    acc_presence: v.number(),
    acc_salience: figure,
    presence_only: v.number(),
    salience_only: figure,
  }),
  predictions: v.record(v.string(), PredictionSchema),
  acc_presence: v.number(),
  acc_salience: figure,
});

/** The form of a parity file: what the reference implementation answered, section by section. */
export const ParitySchema = v.object({
  labels: v.array(v.string()),
  decisions: v.array(
    v.object({
      probabilities: SixSchema,
      alpha: v.number(),
      beta: v.number(),
      prediction: PredictionSchema,
    }),
  ),
  labelled_sets: v.array(LabelledSetSchema),
  aggregations: v.array(
    v.object({ frames: v.array(v.array(v.number())), aggregate: v.array(v.number()) }),
  ),
  subsamples: v.array(v.object({ logits: v.array(SixSchema), probabilities: SixSchema })),
  filenames: v.array(
    v.object({ filename: v.string(), metadata: v.record(v.string(), v.unknown()) }),
  ),
});

/** How many missing keys an error names. */
const NAMED = 6;

export type ParityData = v.InferOutput<typeof ParitySchema>;
export type LabelledSet = ParityData['labelled_sets'][number];

/**
 * The text of a parity file as data.
 *
 * @throws Error with a sentence that says what is wrong with the text
 */
export function parseParity(text: string): ParityData {
  const result = v.safeParse(ParitySchema, parseJson(text));
  if (result.success) return result.output;
  const missing = result.issues.filter(({ received }) => received === 'undefined');
  if (missing.length > 0)
    throw new Error(`lacks ${missing.slice(0, NAMED).map(pathOf).join(', ')}`);
  const [issue] = result.issues;
  throw new Error(`is not a parity file: ${pathOf(issue)}: ${issue.message}`);
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  return v.getDotPath(issue) ?? 'the whole';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`is not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
