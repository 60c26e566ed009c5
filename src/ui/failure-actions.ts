import type { Failure } from '../core/session/failure.ts';

export type FailureAction = 'retry' | 'drawn' | 'file';

/** What is offered after a failure, the most promising first. */
export function failureActions(failure: Failure): readonly FailureAction[] {
  switch (failure.kind) {
    case 'camera-unsupported':
    case 'camera-missing':
      return ['drawn', 'file', 'retry'];
    case 'camera-denied':
    case 'camera-busy':
      return ['retry', 'drawn', 'file'];
    case 'file-undecodable':
      return ['file', 'drawn', 'retry'];
    case 'asset-missing':
    case 'asset-html':
    case 'asset-truncated':
    case 'asset-corrupt':
    case 'asset-stalled':
    case 'pack-invalid':
    case 'model-wrong':
    case 'model-not-finite':
    case 'model-too-large':
    case 'analyser-crashed':
    case 'analyser-silent':
    case 'unexpected':
      return ['retry'];
  }
}
