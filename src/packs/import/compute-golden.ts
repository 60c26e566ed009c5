import { goldenInput } from '../../core/pack/golden.ts';
import { tensorLength, tensorShape } from '../../core/image/tensor.ts';
import { toLogits } from '../../core/reading/scores.ts';
import type { Computed, PackDraft } from './draft-pack.ts';
import { ImportError } from './import-problem.ts';

/** Runs one of a draft's files for one input, on the processor. */
export type RunFile = (
  file: string,
  input: Float32Array,
  dims: readonly number[],
) => Promise<Float32Array>;

/**
 * What a draft's networks give for its golden input.
 * @throws ImportError not-finite, and output-length where a network gives another number of values
 */
export async function computeGolden(draft: PackDraft, run: RunFile): Promise<Computed> {
  const { encoder, heads, golden, scores } = draft;
  const batch = encoder.batch ?? 1;
  const input = new Float32Array(batch * tensorLength(encoder.input));
  input.set(goldenInput(golden.seed, tensorLength(encoder.input)));
  const rows = await run(encoder.file, input, tensorShape(encoder.input, batch));
  requireNumbers(encoder.file, rows, batch * encoder.dimension);
  const features = rows.slice(0, encoder.dimension);
  const [head] = heads;
  const given =
    head === undefined ? features : await run(head.file, features, [1, encoder.dimension]);
  const classes = scores?.classes.length ?? draft.labels.length;
  requireNumbers(head?.file ?? encoder.file, given, classes);
  return { features: Array.from(features), logits: toLogits(given, scores) };
}

function requireNumbers(file: string, values: Float32Array, expected: number): void {
  if (values.length !== expected) {
    throw new ImportError({ kind: 'output-length', file, expected, found: values.length });
  }
  if (!values.every(Number.isFinite)) throw new ImportError({ kind: 'not-finite' });
}
