import type { PackRef } from '../core/pack/pack-ref.ts';
import type { Failure } from '../core/session/failure.ts';
import type { Notice } from '../core/session/notice.ts';

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
    case 'model-too-large':
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

/** What the visitor is told where another pack takes the chosen one's place. */
export function packNotice(chosen: PackRef, failure: Failure): Notice {
  const unknown = chosen.kind === 'shipped' && failure.kind === 'asset-missing';
  return unknown ? { kind: 'pack-unknown', id: chosen.id } : { kind: 'pack-replaced', failure };
}
