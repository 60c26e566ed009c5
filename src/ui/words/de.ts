import * as about from './de/about.ts';
import { booth } from './de/booth.ts';
import { compare } from './de/compare.ts';
import * as evaluate from './de/evaluate.ts';
import { explain } from './de/explain.ts';
import { failureMessage, noticeMessage } from './de/failures.ts';
import { clipProblemWords, inputProblemWords, nameWords } from './de/input-problems.ts';
import * as live from './de/live.ts';
import { importProblemWords, packs } from './de/packs.ts';
import * as page from './de/page.ts';
import { report } from './de/report.ts';
import * as settings from './de/settings.ts';
import type { Words } from './en.ts';
import { numbersOf } from './numbers.ts';

/** German. */
export const de: Words = {
  locale: 'de',
  numbers: numbersOf('de'),
  ...live,
  ...page,
  ...settings,
  ...about,
  booth,
  ...evaluate,
  compare,
  explain,
  report,
  failureMessage,
  noticeMessage,
  clipProblemWords,
  inputProblemWords,
  nameWords,
  packs,
  importProblemWords,
};
