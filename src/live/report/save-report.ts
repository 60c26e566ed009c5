import type { Settings } from '../../core/session/settings.ts';
import type { SourceKind } from '../../core/session/session.ts';
import type { LoadedReader } from '../../analyser/messages.ts';
import type { RecordedFrame } from './frame-recorder.ts';
import { writeReport } from './write-report.ts';

/** A file to be saved. */
export interface SavedReport {
  readonly name: string;
  readonly blob: Blob;
}

export interface ReportedRun {
  readonly frames: readonly RecordedFrame[];
  readonly pictures: 'none' | 'crops' | 'frames';
  readonly loaded: LoadedReader;
  readonly settings: Settings;
  readonly source: SourceKind;
}

/** What is kept of a run, as a file. */
export async function saveReport(run: ReportedRun, made: Date): Promise<SavedReport> {
  const { frames, pictures, source, settings } = run;
  const { pack, packSha256, backend } = run.loaded;
  const { steady, ownNeutral, expect, everyone, detection, range } = settings;
  const { alpha, beta, smoothing } = pack.decision;
  const zip = await writeReport(
    {
      made: made.toISOString(),
      browser: navigator.userAgent.slice(0, 500),
      source,
      pack: { id: pack.id, version: pack.version, sha256: packSha256, head: settings.head },
      backend: { kind: backend.kind, adapter: backend.adapter },
      settings: {
        alpha: settings.alpha ?? alpha,
        beta: settings.beta ?? beta,
        smoothing: settings.smoothing ?? smoothing,
        ...{ steady, ownNeutral, expect, everyone, detection, range },
      },
      pictures,
    },
    frames,
  );
  const time = made.toISOString().slice(0, 19).replaceAll(':', '-');
  return {
    name: `blendscope-report-${time}.zip`,
    blob: new Blob([zip], { type: 'application/zip' }),
  };
}
