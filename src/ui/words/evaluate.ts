import type { Shares } from '../../core/blemore/label.ts';
import type { RunProgress } from '../../evaluation/run-meter.ts';
import type { EvaluationState } from '../../evaluation/evaluation-state.ts';
import type { Reference } from '../../evaluation/scores/references.ts';
import type { DecoderScores } from '../../evaluation/scoring.svelte.ts';
import type { Words } from './en.ts';

/** A label or prediction: "Anger", "70 Happiness · 30 Sadness". */
export function sharesWords({ emotions, numbers }: Words, shares: Shares): string {
  const [first] = shares;
  if (first !== undefined && shares.length === 1 && first.salience === 100) {
    return emotions[first.emotion];
  }
  return shares
    .map(({ emotion, salience }) => `${numbers.short(salience, 1)} ${emotions[emotion]}`)
    .join(' · ');
}

/** What a row of figures is of. */
export function scoreName(
  { figures }: Words,
  { decoder, neutral }: Pick<DecoderScores, 'decoder' | 'neutral'>,
): string {
  const name = figures.decoders[decoder];
  return neutral === 'own' ? figures.againstOwnNeutral(name) : name;
}

/** A rough length of time: "40 s", "12 min", "3 h 20 min". */
export function durationWords({ run }: Words, seconds: number): string {
  if (seconds < 60) return run.seconds(Math.ceil(seconds));
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? run.minutes(minutes) : run.hours(Math.floor(minutes / 60), minutes % 60);
}

/** What a screen reader is told while a run goes on. */
export function runSentence(
  { run: { spoken } }: Words,
  { state }: EvaluationState,
  progress: RunProgress | null,
): string {
  switch (state) {
    case 'idle':
    case 'failed':
      return '';
    case 'loading':
      return spoken.loading;
    case 'running':
    case 'paused':
    case 'finished': {
      const done = progress === null ? [] : [spoken.done(progress.done, progress.total)];
      return [spoken[state], ...done].join(' ');
    }
  }
}

export function referenceName({ figures }: Words, { id, audio }: Reference): string {
  const name = figures.references[id];
  return audio ? figures.withAudio(name) : name;
}
