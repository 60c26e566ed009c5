import type { Failure } from '../core/session/failure.ts';

/** Whether a failure may be the pack's, so that another one may not have it. */
export function isOfPack({ kind }: Failure): boolean {
  switch (kind) {
    case 'asset-missing':
    case 'asset-html':
    case 'asset-truncated':
    case 'asset-corrupt':
    case 'pack-invalid':
    case 'model-wrong':
    case 'model-not-finite':
    case 'analyser-crashed':
    case 'analyser-silent':
      return true;
    case 'asset-stalled':
    case 'camera-unsupported':
    case 'camera-denied':
    case 'camera-missing':
    case 'camera-busy':
    case 'file-undecodable':
    case 'unexpected':
      return false;
  }
}
