import type { PerEmotion } from '../../core/blemore/emotions.ts';
import type { Prediction, Reading } from '../../core/blemore/prediction.ts';
import type { FaceOutput } from '../../core/reading/analysis.ts';
import type { Session } from '../../core/session/session.ts';
import { EMOTION_STYLES } from '../emotion-style.ts';
import type { Words } from './en.ts';
import { wholePercents } from './numbers.ts';

/** A drawn share below this is no part of what a visitor sees. */
const VISIBLE_SHARE = 0.05;

/** Short, for the frame of a face: "Happiness", "70 Happiness · 30 Sadness", "closest to Neutral". */
export function shortWords(words: Words, { prediction, certain }: Reading): string {
  if (!certain) return closestWords(words, prediction);
  if (prediction.length === 1) return words.emotions[prediction[0].emotion];
  return prediction
    .map(({ emotion, salience }) => `${salience} ${words.emotions[emotion]}`)
    .join(' · ');
}

/** What is said where no probability reaches α; there is no number to it. */
export function closestWords(words: Words, prediction: Prediction): string {
  return words.reading.closest(words.emotions[prediction[0].emotion]);
}

/** What stands in a reading's place while a face is watched or waited for. */
export function awaitedWords(words: Words, output: FaceOutput | null): string {
  const { looking, implausible } = words.reading;
  if (output?.kind === 'implausible') return implausible[output.reason];
  return output?.kind === 'pending' ? pendingWords(words, output) : looking;
}

/** What a reader does that has no logits of a face yet. */
export function pendingWords(
  { reading: { gathering, firstReading } }: Words,
  { gathered }: Extract<FaceOutput, { kind: 'pending' }>,
): string {
  return gathered < 1 ? gathering : firstReading;
}

/** A sentence for the reading. */
function readingSentence(words: Words, reading: Reading | null, output: FaceOutput | null): string {
  const { spoken } = words.reading;
  if (output?.kind === 'implausible') return spoken.implausible[output.reason];
  if (reading === null) return output?.kind === 'pending' ? spoken.firstReading : spoken.looking;
  const { prediction, certain } = reading;
  if (!certain) return words.reading.nothingClear(closestWords(words, prediction));
  const shares = prediction.map(({ emotion, salience }) => ({
    name: words.emotions[emotion],
    share: salience,
  }));
  return words.reading.readsAs(shares.length === 1 ? shares[0]!.name : words.reading.blend(shares));
}

/**
 * What a screen reader is told of the page's state, as one sentence.
 * @param output what the first reader says of the primary face; null without one
 */
export function statusSentence(
  words: Words,
  session: Session,
  reading: Reading | null,
  output: FaceOutput | null,
): string {
  const { spoken } = words.reading;
  switch (session.state) {
    case 'idle':
    case 'failed':
      return '';
    case 'opening':
      return session.source === 'camera' ? spoken.openingCamera : spoken.opening;
    case 'loading':
      return spoken.loading;
    case 'running':
      return readingSentence(words, reading, output);
    case 'waiting':
      return waitingSentence(words, session.reason);
  }
}

function waitingSentence(
  { reading: { spoken } }: Words,
  reason: Extract<Session, { state: 'waiting' }>['reason'],
): string {
  switch (reason) {
    case 'unplugged':
      return spoken.unplugged;
    case 'no-picture':
      return spoken.noPicture;
    case 'hidden':
      return spoken.paused;
  }
}

/** The visible parts of what is drawn, in label order: "70 Happiness 30 Sadness". */
export function truthWords(words: Words, truth: PerEmotion): string {
  const percents = wholePercents(truth);
  return EMOTION_STYLES.map(
    ({ emotion }, index) => `${percents[index]!} ${words.emotions[emotion]}`,
  )
    .filter((_, index) => truth[index]! >= VISIBLE_SHARE)
    .join(' ');
}
