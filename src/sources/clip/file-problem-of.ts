import { UnsupportedInputFormatError } from 'mediabunny';
import { FileProblemError, type FileProblem } from '../../core/media/file-problem.ts';
import { DeadlineError } from './deadline.ts';

/** What browsers say of a file that was moved, deleted or changed since it was chosen. */
const FILE_GONE = ['NotFoundError', 'NotReadableError'];
/** What a decoder, a worker or a canvas fails with where the file is not to blame. */
const OWN_FAULTS = ['QuotaExceededError', 'SecurityError', 'InvalidStateError', 'OperationError'];
const OUT_OF_MEMORY = /out of memory|allocation failed|allocate/i;

/**
 * Tells a file's fault from ours.
 * @param seconds how far it was decoded
 * @param codec of its picture track; null where that is not known
 */
export function fileProblemOf(
  error: unknown,
  seconds: number,
  codec: string | null,
): FileProblemError {
  if (error instanceof FileProblemError) return error;
  return new FileProblemError(problemOf(error, seconds, codec), { cause: error });
}

function problemOf(error: unknown, seconds: number, codec: string | null): FileProblem {
  const reason = error instanceof Error ? error.message : String(error);
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (FILE_GONE.includes(name)) return { kind: 'unreadable' };
  if (name === 'NotSupportedError') return { kind: 'codec-unsupported', codec };
  if (
    error instanceof DeadlineError ||
    OWN_FAULTS.includes(name) ||
    (!(error instanceof UnsupportedInputFormatError) && OUT_OF_MEMORY.test(reason))
  ) {
    return { kind: 'decoder-failed', seconds, reason };
  }
  return { kind: 'damaged', seconds, reason };
}
