import type { Failure } from '../../core/session/failure.ts';
import type { ImportProblem } from './import-problem.ts';

/** Why a pack that is what it says does not run, of what its trial ended with. */
export function runProblem(failure: Failure): ImportProblem {
  if (failure.kind === 'pack-invalid') {
    const { field, reason } = failure;
    return field === 'encoder.file'
      ? ortProblem(reason)
      : { kind: 'manifest-invalid', field, reason };
  }
  if (failure.kind === 'model-wrong') {
    return { kind: 'golden-wrong', difference: failure.difference };
  }
  return failure.kind === 'model-not-finite'
    ? { kind: 'not-finite' }
    : { kind: 'not-tried', failure };
}

/** What onnxruntime says of an operator that it has not, or not for these types. */
const MISSING = [
  /Could not find an implementation for ([\w.:]+)\(\d+\) node with name '([^']*)'/,
  /([\w.:]+)\(-?\d+\) is not a registered function\/op()/,
];

/** Its own words where it is nothing else: they name the node. */
function ortProblem(said: string): ImportProblem {
  const file = '';
  for (const pattern of MISSING) {
    const [, operator, node = ''] = pattern.exec(said) ?? [];
    if (operator !== undefined) return { kind: 'operator-unknown', file, node, operator };
  }
  return { kind: 'does-not-run', reason: said };
}
