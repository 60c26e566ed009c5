import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';

const { short } = numbersOf('sv');

/** Saving what was read, and reading it again. */
export const report: Words['report'] = {
  title: 'Rapport',
  keep: 'Behåll de senaste 20 sekunderna',
  keepHint:
    'För att spara dem som en rapport: tider, avläsningar och inställningar. De stannar i flikens minne och försvinner med ”Stoppa”.',
  pictures: 'Med bilder',
  picturesHint: 'Fråga först alla som syns. Utan bilder kan en rapport inte läsas av på nytt.',
  kinds: {
    none: 'Nej, bara tal',
    crops: 'Det modellen ser av ansiktet',
    frames: 'Hela bilder',
  },
  save: 'Spara en rapport',
  kept: (seconds) => `${seconds} s behållna`,
  recorded: (what) => `Inspelat: ${what}`,
  same: (compared) => `Den här enheten ger samma avläsningar. Jämförda bilder: ${compared}.`,
  differs: (differing, compared, share) =>
    `Den här enheten ger andra avläsningar i ${differing} av ${compared} bilder, med upp till ${short(share * 100, 1)} av 100.`,
  made: (pack, version, backend) => `Gjord med ${pack} ${version} på ${backend}.`,
  otherModel: (pack, version, backend) =>
    `Den gjordes med en annan modell: ${pack} ${version}, på ${backend}.`,
};
