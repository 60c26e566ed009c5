import { failureOf, type Failure } from '../../core/session/failure.ts';
import { ImportError, type ImportProblem } from './import-problem.ts';

/** What an import ended with, whatever was thrown. */
export function problemOf(error: unknown): ImportProblem {
  return error instanceof ImportError ? error.problem : runProblem(failureOf(error));
}

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
  if (failure.kind === 'model-too-large') return failure;
  return failure.kind === 'model-not-finite'
    ? { kind: 'not-finite' }
    : { kind: 'not-tried', failure };
}

/** What onnxruntime says of an operator that it has not for these types. */
const NO_KERNEL =
  /Could not find an implementation for ([\w.:]+)\(-?\d+\) node with name '([^']*)'/;
/** And of one that it has not at all. */
const NO_OPERATOR =
  /No Op registered for ([\w.:]+)|([\w.:]+)\(-?\d+\) is not a registered function\/op/;

/** What it puts in front of its reason: a code, and the place in its own source. */
const PREAMBLE = /^(?:Can't create a session\. )?(?:ERROR_CODE: \d+, )?(?:ERROR_MESSAGE: )?/;
const SOURCE_PLACE = /^\S+\.(?:cc|h):\d+ .*?\)\s+(?=[A-Z])/;
const MOST = 300;

/** Its own words where it is nothing else: they name the node. */
function ortProblem(said: string): ImportProblem {
  const [, kernel, node = ''] = NO_KERNEL.exec(said) ?? [];
  if (kernel !== undefined) return { kind: 'operator-unknown', file: '', node, operator: kernel };
  const [, ...names] = NO_OPERATOR.exec(said) ?? [];
  const operator = names.find(Boolean);
  if (operator !== undefined) return { kind: 'operator-missing', operator };
  const reason = said.replace(PREAMBLE, '').replace(SOURCE_PLACE, '').trim();
  return { kind: 'does-not-run', reason: reason.slice(0, MOST) };
}
