import * as about from './fr/about.ts';
import { booth } from './fr/booth.ts';
import { compare } from './fr/compare.ts';
import * as evaluate from './fr/evaluate.ts';
import { explain } from './fr/explain.ts';
import { failureMessage, noticeMessage } from './fr/failures.ts';
import { clipProblemWords, inputProblemWords, nameWords } from './fr/input-problems.ts';
import * as live from './fr/live.ts';
import { importProblemWords, packs } from './fr/packs.ts';
import * as page from './fr/page.ts';
import { report } from './fr/report.ts';
import * as settings from './fr/settings.ts';
import { withFrenchSpaces } from './fr/spaces.ts';
import type { Words } from './en.ts';
import { numbersOf } from './numbers.ts';

/** French. */
export const fr: Words = {
  locale: 'fr',
  numbers: numbersOf('fr'),
  ...withFrenchSpaces({
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
  }),
};
