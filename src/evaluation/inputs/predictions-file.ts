import * as v from 'valibot';
import type { Shares } from '../../core/blemore/label.ts';
import { EMOTIONS } from '../../core/blemore/emotions.ts';
import type { InputProblem } from './input-problem.ts';

const ShareSchema = v.object({
  emotion: v.picklist(EMOTIONS),
  salience: v.pipe(v.number(), v.finite()),
});

/** The challenge's template: `{"predictions": {"test_0001.mov": [{"emotion": "sad", "salience": 100.0}]}}`. */
const PredictionsSchema = v.object({
  predictions: v.record(v.string(), v.pipe(v.array(ShareSchema), v.nonEmpty())),
});

export type ReadPredictions =
  { readonly predictions: ReadonlyMap<string, Shares> } | { readonly problem: InputProblem };

/** The predictions of a file of the challenge's template by clip name, or why there are none. */
export function parsePredictions(text: string, file: string): ReadPredictions {
  const invalid = (field: string, reason: string): ReadPredictions => ({
    problem: { kind: 'predictions-invalid', file, field, reason },
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return invalid('', 'is not JSON');
  }
  const result = v.safeParse(PredictionsSchema, json);
  if (!result.success) {
    const [issue] = result.issues;
    return invalid(v.getDotPath(issue) ?? '', issue.message);
  }
  return { predictions: new Map(Object.entries(result.output.predictions)) };
}
