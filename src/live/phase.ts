import type { LoadedReader } from '../analyser/messages.ts';
import type { Failure } from '../core/session/failure.ts';
import type {
  LossReason,
  Progress,
  Session,
  SourceInfo,
  SourceKind,
} from '../core/session/session.ts';

/** Where a run stands. */
export type Phase =
  | { readonly state: 'opening'; readonly long: boolean }
  | { readonly state: 'loading' | 'running' }
  | { readonly state: 'waiting'; readonly reason: LossReason | 'hidden' }
  | { readonly state: 'failed'; readonly failure: Failure };

/** What of a run the page is told, beside its phase. */
interface Run {
  readonly kind: SourceKind;
  /** Null before it is open. */
  readonly source: SourceInfo | null;
  /** Null while the analyser is loaded, although it may find faces already. */
  readonly loaded: LoadedReader | null;
  readonly progress: Progress;
}

/** What the page is told of a run. */
export function sessionOf(phase: Phase, { kind, source, loaded, progress }: Run): Session {
  if (phase.state === 'failed') return phase;
  if (phase.state === 'opening' || source === null) {
    return { state: 'opening', source: kind, long: phase.state === 'opening' && phase.long };
  }
  switch (phase.state) {
    case 'loading':
      return { state: 'loading', source, progress };
    case 'waiting':
      return { state: 'waiting', source, reason: phase.reason };
    case 'running':
      return loaded === null
        ? { state: 'loading', source, progress }
        : { state: 'running', source, backend: loaded.backend };
  }
}
