import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';

const { fixed } = numbersOf('sv');

export const compare: Words['compare'] = {
  title: 'Jämförelse',
  with: 'Jämför med',
  withHint:
    'Båda läser samma bilder, var och en med sitt eget utsnitt. Den första läser vidare medan den andra laddas.',
  nothing: 'Ingenting',
  reader: (pack, head) => (head === null ? pack : `${pack}, ${head}`),
  failed: (title) => `Den andra modellen läser inte. ${title}`,
  swap: 'Byt plats på A och B',
  pin: 'Behåll den här modellen',
  pinHint: 'Den stannar som B bredvid den modell som väljs härnäst.',
  end: 'Avsluta jämförelsen',
  presence: 'Finns med, A och B',
  meter: (emotion, side) => `${emotion}, ${side}`,
  readingOf: (side) => `Resultat, ${side}`,
  timelineOf: (side) => `${side}, de senaste 30 sekunderna`,
  agreement: 'Överensstämmelse',
  agreementOf: (seconds) => `under de senaste ${seconds} s`,
  sameLabel: 'av tiden samma resultat',
  difference: 'punkter isär i genomsnitt',
  noAgreement: 'Så snart båda har läst ett ansikte.',
  moments: 'Där de skiljer sig mest',
  noMoments: 'De har inte skilt sig åt än.',
  momentsHint: 'Bilderna finns bara i minnet och försvinner med jämförelsen.',
  clipsHint: 'Båda läser samma klipp, den ena efter den andra.',
  pairedTitle: 'Två modeller på samma klipp',
  pairedOf: (clips, blends) => `${clips} klipp lästa av båda, varav ${blends} blandningar`,
  figure: 'Mått',
  secondLess: 'B minus A',
  mcnemar: (a, b, p) =>
    `Bara A har rätt om känslorna i ${fixed(a, 0)} klipp, bara B i ${fixed(b, 0)}. Om båda vore lika bra skulle en minst så ojämn fördelning ha sannolikheten ${p} (McNemars exakta test).`,
  pairedBootstrap:
    'Salience: intervallet rymmer 95 % av skillnaderna i 1 000 dragningar med samma blandningar för båda.',
};
