import * as about from './sv/about.ts';
import { booth } from './sv/booth.ts';
import { compare } from './sv/compare.ts';
import * as evaluate from './sv/evaluate.ts';
import { explain } from './sv/explain.ts';
import { failureMessage, noticeMessage } from './sv/failures.ts';
import { clipProblemWords, inputProblemWords, nameWords } from './sv/input-problems.ts';
import * as live from './sv/live.ts';
import { importProblemWords, packs } from './sv/packs.ts';
import * as page from './sv/page.ts';
import { report } from './sv/report.ts';
import * as settings from './sv/settings.ts';
import type { Words } from './en.ts';
import { numbersOf } from './numbers.ts';

/** Swedish. */
export const sv: Words = {
  locale: 'sv',
  numbers: numbersOf('sv'),
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
