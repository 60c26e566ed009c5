import * as about from './en/about.ts';
import { booth } from './en/booth.ts';
import { compare } from './en/compare.ts';
import * as evaluate from './en/evaluate.ts';
import { explain } from './en/explain.ts';
import { failureMessage, noticeMessage } from './en/failures.ts';
import { clipProblemWords, inputProblemWords, nameWords } from './en/input-problems.ts';
import * as live from './en/live.ts';
import { importProblemWords, packs } from './en/packs.ts';
import * as page from './en/page.ts';
import { report } from './en/report.ts';
import * as settings from './en/settings.ts';
import { numbersOf } from './numbers.ts';

/** English: every sentence of the page, and the form that all other languages have. */
export const en = {
  /** As BCP 47 names it; it also says how numbers are written. */
  locale: 'en',
  numbers: numbersOf('en'),
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

/** What a language must say. */
export type Words = typeof en;
