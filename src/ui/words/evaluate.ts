import type { Shares } from '../../core/blemore/label.ts';
import type { InputSummary } from '../../evaluation/inputs/input-summary.ts';
import type { RunProgress } from '../../evaluation/run-meter.ts';
import type { EvaluationState } from '../../evaluation/evaluation-state.ts';
import type { Estimate } from '../../evaluation/scores/bootstrap.ts';
import type { Reference, ReferenceId } from '../../evaluation/scores/references.ts';
import type { DecoderScores } from '../../evaluation/scoring.svelte.ts';
import { EMOTION_STYLE } from '../emotion-style.ts';

/** A label or prediction: "Anger", "70 Happiness · 30 Sadness". */
export function sharesWords(shares: Shares): string {
  if (shares.length === 1 && shares[0]?.salience === 100) return nameOf(shares[0]);
  return shares.map((share) => `${number(share.salience)} ${nameOf(share)}`).join(' · ');
}

function nameOf({ emotion }: Shares[number]): string {
  return EMOTION_STYLE[emotion].name;
}

/** With one decimal where it has any. */
export function number(value: number): string {
  return String(Number(value.toFixed(1)));
}

/** A share of 1 as percent with one decimal, as papers give it. */
export function percentWords(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

export function intervalWords({ low, high }: Estimate): string {
  return `${(low * 100).toFixed(1)}–${percentWords(high)}`;
}

export function count(value: number, one: string, many = `${one}s`): string {
  return `${value.toLocaleString('en')} ${value === 1 ? one : many}`;
}

/** What was chosen: "12 clips, 10 of them labelled, 5 as blends, in 3 folds". */
export function summaryWords({ kind, rows, labelled, blends, folds }: InputSummary): string {
  const what = kind === 'predictions' ? count(rows, 'prediction') : count(rows, 'clip');
  const labels = labelled === rows ? 'all labelled' : `${labelled} of them labelled`;
  const parts = [what, labels];
  if (labelled > 0) parts.push(`${blends} as blends`);
  if (folds.length > 0) parts.push(`in ${count(folds.length, 'fold')}`);
  return parts.join(', ');
}

/** A rough length of time: "40 s", "12 min", "3 h 20 min". */
export function durationWords(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Against real time, with the digits it deserves: "0.8× real time", "14× real time". */
export function speedWords(speed: number): string {
  return `${speed.toFixed(speed < 9.95 ? 1 : 0)}× real time`;
}

/** What a screen reader is told while a run goes on. */
export function runSentence({ state }: EvaluationState, progress: RunProgress | null): string {
  const done =
    progress === null ? '' : ` ${progress.done} of ${count(progress.total, 'clip')} done.`;
  switch (state) {
    case 'idle':
    case 'failed':
      return '';
    case 'loading':
      return 'Loading the model.';
    case 'running':
      return `Evaluating.${done}`;
    case 'paused':
      return `Paused.${done}`;
    case 'finished':
      return `Finished.${done}`;
  }
}

const DECODERS: Readonly<Record<DecoderScores['decoder'], string>> = {
  rule: 'Rule with α and β',
  nearest: 'Nearest of the 36 labels',
  file: 'Predictions file',
};

export function decoderName(decoder: DecoderScores['decoder']): string {
  return DECODERS[decoder];
}

const REFERENCES: Readonly<Record<ReferenceId, string>> = {
  'trivial-single': 'Always the most frequent single emotion',
  'trivial-blend': 'Always the most frequent blend',
  clip: 'CLIP',
  imagebind: 'ImageBind',
  'videomae-v2': 'VideoMAEv2',
  'video-swin': 'Video Swin',
  'best-fusion': 'Best fusions',
};

export function referenceName({ id, audio }: Reference): string {
  return audio ? `${REFERENCES[id]}, which hear the clips too` : REFERENCES[id];
}
