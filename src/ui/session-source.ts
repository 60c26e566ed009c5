import type { Session, SourceInfo, SourceKind } from '../core/session/session.ts';

/** The open source of a run; null while there is none yet, or no more. */
export function sourceOf(session: Session): SourceInfo | null {
  switch (session.state) {
    case 'loading':
    case 'running':
    case 'waiting':
      return session.source;
    case 'idle':
    case 'opening':
    case 'failed':
      return null;
  }
}

/** The kind of a run's source, known even before it is open. */
export function sourceKindOf(session: Session): SourceKind | null {
  return session.state === 'opening' ? session.source : (sourceOf(session)?.kind ?? null);
}
