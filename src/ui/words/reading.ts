import type { PerEmotion } from '../../core/blemore/emotions.ts';
import type { Prediction, Reading } from '../../core/blemore/prediction.ts';
import type { Session } from '../../core/session/session.ts';
import { EMOTION_STYLE, EMOTION_STYLES } from '../emotion-style.ts';
import { wholePercents } from './numbers.ts';

/** A drawn share below this is no part of what a visitor sees. */
const VISIBLE_SHARE = 0.05;

function list(prediction: Prediction, separator: string, unit: string): string {
  if (prediction.length === 1) return EMOTION_STYLE[prediction[0].emotion].name;
  return prediction
    .map(({ emotion, salience }) => `${salience}${unit} ${EMOTION_STYLE[emotion].name}`)
    .join(separator);
}

/** Short, for the frame of a face: "Happiness", "70 Happiness · 30 Sadness", "closest to Neutral". */
export function shortWords({ prediction, certain }: Reading): string {
  return certain ? list(prediction, ' · ', '') : closestWords(prediction);
}

/** What is said where no probability reaches α; there is no number to it. */
export function closestWords(prediction: Prediction): string {
  return `closest to ${EMOTION_STYLE[prediction[0].emotion].name}`;
}

/** A sentence for the reading. */
function readingSentence(reading: Reading | null): string {
  if (reading === null) return 'Looking for a face.';
  const { prediction, certain } = reading;
  if (!certain) return `Nothing clear, ${closestWords(prediction)}.`;
  return `Reads as ${list(prediction, ' and ', ' percent')}.`;
}

function waitingSentence(reason: Extract<Session, { state: 'waiting' }>['reason']): string {
  switch (reason) {
    case 'unplugged':
      return 'The camera is unplugged.';
    case 'no-picture':
      return 'The camera sends no picture.';
    case 'hidden':
      return 'Paused.';
  }
}

/** What a screen reader is told of the page's state, as one sentence. */
export function statusSentence(session: Session, reading: Reading | null): string {
  switch (session.state) {
    case 'idle':
    case 'failed':
      return '';
    case 'opening':
      return session.source === 'camera' ? 'Opening the camera.' : 'Opening.';
    case 'loading':
      return 'Loading the model.';
    case 'running':
      return readingSentence(reading);
    case 'waiting':
      return waitingSentence(session.reason);
  }
}

/** The visible parts of what is drawn, in label order: "70 Happiness 30 Sadness". */
export function truthWords(truth: PerEmotion): string {
  const percents = wholePercents(truth);
  return EMOTION_STYLES.map(({ name }, index) => `${percents[index]!} ${name}`)
    .filter((_, index) => truth[index]! >= VISIBLE_SHARE)
    .join(' ');
}
