import type { Backend } from '../../core/session/backend.ts';
import type { GridResult } from '../../core/blemore/grid.ts';
import { headFor } from '../../core/pack/head.ts';
import { aggregationOf } from '../../core/pack/lengths.ts';
import type { ModelPack } from '../../core/pack/schema.ts';
import type { Thresholds } from '../../core/blemore/prediction.ts';
import type { ClipRow } from '../clip-row.ts';
import { logitsOf } from '../frame-series.ts';
import type { InputProblem } from '../inputs/input-problem.ts';
import type { RunSettings } from '../run-settings.ts';
import type { Decoder } from '../scores/decoder.ts';
import type { Reference } from '../scores/references.ts';
import type { DecoderScores } from '../scoring.svelte.ts';
import { versions } from '../versions.ts';
import type { Download } from './download.ts';

/** What a report tells of. */
export interface Reported {
  /** Null where no clip was analysed. */
  readonly pack: ModelPack | null;
  readonly backend: Backend | null;
  readonly settings: RunSettings | null;
  readonly decoder: Decoder;
  readonly thresholds: Thresholds;
  readonly rows: readonly ClipRow[];
  readonly problems: readonly InputProblem[];
  readonly scores: readonly DecoderScores[];
  readonly grid: GridResult | null;
  readonly references: readonly Reference[];
}

/**
 * All figures and what they were made with. The same clips give the same text, byte for byte, but
 * for `date` and `timings`.
 */
export function reportFile(reported: Reported, date: Date): Download {
  const text = `${JSON.stringify(reportOf(reported, date), null, 2)}\n`;
  return { name: 'report.json', blob: new Blob([text], { type: 'application/json' }) };
}

function reportOf(reported: Reported, date: Date): object {
  const { backend, decoder, thresholds, problems, scores, grid, references, rows } = reported;
  return {
    format: 'blendscope-evaluation/1',
    date: date.toISOString(),
    versions: versions(),
    pack: packOf(reported),
    backend,
    settings: settingsOf(reported),
    decoder,
    thresholds,
    scores,
    grid: grid && {
      best: grid.best,
      presenceOnly: grid.presenceOnly,
      salienceOnly: grid.salienceOnly,
    },
    references,
    problems,
    clips: rows.map(clipOf),
    timings: timingsOf(rows),
  };
}

function packOf({ pack, settings }: Reported): object | null {
  if (pack === null || settings === null) return null;
  const head = headFor(pack, settings.head);
  return {
    id: pack.id,
    name: pack.name,
    version: pack.version,
    sha256: settings.packSha256,
    encoder: { file: pack.encoder.file, sha256: pack.encoder.sha256 },
    head: head && { id: head.id, file: head.file, sha256: head.sha256 },
  };
}

function settingsOf({ pack, settings }: Reported): object | null {
  if (pack === null || settings === null) return null;
  const { every, range, detection } = settings;
  return {
    every,
    range,
    detection,
    faces: 'primary',
    smoothing: 0,
    combination: combinationOf(pack),
  };
}

function combinationOf(pack: ModelPack): string {
  const aggregation = aggregationOf(pack);
  if (aggregation === null) return 'mean of logits';
  return `features aggregated over the clip (${aggregation.statistics.join(', ')})`;
}

function clipOf({ name, fold, label, prediction, probabilities, clip }: ClipRow): object {
  const shared = { name, fold, label, prediction, probabilities };
  if (clip?.state === 'failed') return { ...shared, problem: clip.problem };
  if (clip?.state !== 'finished') return shared;
  const { size, seconds, frames, read, series, backend } = clip.result;
  const readings = logitsOf(series).length;
  return { ...shared, backend, size, seconds, frames, framesRead: read, readings };
}

/** Milliseconds of wall clock for each clip, and which clips were not analysed in this run. */
function timingsOf(rows: readonly ClipRow[]): object {
  const finished = rows.flatMap(({ name, clip }) =>
    clip?.state === 'finished'
      ? [{ name, elapsed: clip.result.elapsed, restored: clip.restored }]
      : [],
  );
  return { clips: finished };
}
