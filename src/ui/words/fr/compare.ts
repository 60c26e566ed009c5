import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';

const { count, fixed } = numbersOf('fr');

const CLIPS = { one: 'clip', other: 'clips' };

export const compare: Words['compare'] = {
  title: 'Comparaison',
  with: 'Comparer avec',
  withHint:
    'Les deux lisent les mêmes images, chacun avec son propre cadrage. Le premier continue pendant que l’autre se charge.',
  nothing: 'Rien',
  reader: (pack, head) => (head === null ? pack : `${pack}, ${head}`),
  failed: (title) => `Le second modèle ne lit pas. ${title}`,
  swap: 'Échanger A et B',
  pin: 'Garder ce modèle',
  pinHint: 'Il reste en B à côté du prochain modèle choisi.',
  end: 'Terminer la comparaison',
  presence: 'Présent, A et B',
  meter: (emotion, side) => `${emotion}, ${side}`,
  readingOf: (side) => `Résultat, ${side}`,
  timelineOf: (side) => `${side}, 30 dernières secondes`,
  agreement: 'Accord',
  agreementOf: (seconds) => `sur les ${seconds} dernières secondes`,
  sameLabel: 'du temps le même résultat',
  difference: 'points d’écart en moyenne',
  noAgreement: 'Dès que les deux auront lu un visage.',
  moments: 'Là où ils diffèrent le plus',
  noMoments: 'Ils n’ont pas encore différé.',
  momentsHint: 'Les images restent en mémoire et disparaissent avec la comparaison.',
  clipsHint: 'Les deux lisent les mêmes clips, l’un après l’autre.',
  pairedTitle: 'Deux modèles sur les mêmes clips',
  pairedOf: (clips, blends) => `${clips} clips lus par les deux, dont ${blends} mélanges`,
  figure: 'Mesure',
  secondLess: 'B moins A',
  mcnemar: (a, b, p) =>
    `Seul A a raison sur les émotions de ${count(a, CLIPS)}, seul B sur celles de ${fixed(b, 0)}. Si les deux se valaient, un partage au moins aussi inégal aurait une probabilité de ${p} (test exact de McNemar).`,
  pairedBootstrap:
    'Saillance : l’intervalle contient 95 % des écarts de 1 000 tirages, les mêmes mélanges pour les deux.',
};
