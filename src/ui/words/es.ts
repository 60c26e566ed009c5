import * as about from './es/about.ts';
import { booth } from './es/booth.ts';
import { compare } from './es/compare.ts';
import * as evaluate from './es/evaluate.ts';
import { explain } from './es/explain.ts';
import { failureMessage, noticeMessage } from './es/failures.ts';
import { clipProblemWords, inputProblemWords, nameWords } from './es/input-problems.ts';
import * as live from './es/live.ts';
import { importProblemWords, packs } from './es/packs.ts';
import * as page from './es/page.ts';
import { report } from './es/report.ts';
import * as settings from './es/settings.ts';
import type { Words } from './en.ts';
import { numbersOf } from './numbers.ts';

/** Spanish. */
export const es: Words = {
  locale: 'es',
  numbers: numbersOf('es'),
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
