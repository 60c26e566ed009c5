import type { FaceOutput } from '../../src/core/reading/analysis.ts';
import type { Logits } from '../../src/core/blemore/emotions.ts';

/** The logits of an output; throws where it has none. */
export function logitsOf(output: FaceOutput | undefined): Logits {
  if (output?.kind !== 'read') throw new Error(`There are no logits: ${JSON.stringify(output)}`);
  return output.logits;
}
