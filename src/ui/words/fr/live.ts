import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';

const numbers = numbersOf('fr');

export const emotions: Words['emotions'] = {
  ang: 'Colère',
  disg: 'Dégoût',
  fea: 'Peur',
  hap: 'Joie',
  sad: 'Tristesse',
  neu: 'Neutre',
};

/** As it stands within a sentence. */
const within = (names: string): string => names.toLocaleLowerCase('fr');

export const reading: Words['reading'] = {
  title: 'Résultat',
  looking: 'Recherche d’un visage',
  gathering: 'Les premières images s’accumulent',
  firstReading: 'Première lecture en cours',
  readAgo: (seconds: string) => `Lecture d’il y a ${seconds} s`,
  opening: 'Ouverture …',
  paused: 'En pause',
  noPicture: 'Pas d’image',
  implausible: { 'too-small': 'Rapprochez-vous', turned: 'Tournez-vous vers la caméra' },
  closest: (name) => `plutôt ${within(name)}`,
  drawn: (shares) => `Dessiné : ${shares}`,
  blend: (shares) =>
    shares.map(({ name, share }) => `${share} pour cent ${within(name)}`).join(' et '),
  readsAs: (what) => `Expression lue : ${within(what)}.`,
  nothingClear: (closest) => `Rien de net, ${closest}.`,
  spoken: {
    looking: 'Recherche d’un visage.',
    firstReading: 'Première lecture d’un visage en cours.',
    implausible: {
      'too-small': 'Le visage est trop petit pour être lu. Rapprochez-vous.',
      turned: 'Tourné ainsi, le visage ne peut pas être lu. Tournez-vous vers la caméra.',
    },
    opening: 'Ouverture.',
    openingCamera: 'Ouverture de la caméra.',
    loading: 'Chargement du modèle.',
    unplugged: 'La caméra est débranchée.',
    noPicture: 'La caméra n’envoie pas d’image.',
    paused: 'En pause.',
  },
};

export const camera: Words['camera'] = {
  asked: 'Votre navigateur demande peut-être l’accès à la caméra : choisissez « Autoriser ».',
  askedLong:
    'La caméra se fait attendre. Regardez à côté de l’adresse de la page : la question du navigateur ou une icône de caméra s’y trouve peut-être. Choisissez « Autoriser ».',
  lost: {
    unplugged: 'La caméra est débranchée. Rebranchez-la, et la page reprend d’elle-même.',
    'no-picture':
      'La caméra n’envoie pas d’image. Ouvrez son cache ou le capot, ou fermez le programme qui l’utilise ; la page reprend d’elle-même.',
  },
};

export const presence: Words['presence'] = {
  title: 'Présence',
  from: (percent) => `présent à partir de ${percent}`,
  unread: 'pas lu',
  percent: (percent) => `${percent} pour cent`,
  leftOut: (percent) => `${percent} pour cent, absent du résultat`,
};

export const timeline: Words['timeline'] = {
  title: '30 dernières secondes',
  lines: 'Courbes des six probabilités sur les 30 dernières secondes',
};

export const loading: Words['loading'] = {
  title: 'Chargement',
  model: 'Chargement du modèle',
  ready: 'Bientôt prêt',
  progress: (loaded, total) => `${numbers.megabytes(loaded)} sur ${numbers.megabytes(total)} Mo`,
};

export const stage: Words['stage'] = {
  title: 'Image',
  seen: 'Ce que voit le modèle',
  sources: { camera: 'Caméra', file: 'Fichier', drawn: 'Visage dessiné', replay: 'Rapport' },
  saving: {
    chosen: '10 lectures par seconde',
    'battery-low': '10 lectures par seconde : la batterie est faible',
  },
  shortfall: (read) =>
    `${numbers.count(read, { one: 'lecture', other: 'lectures' })} par seconde : pas le temps pour plus`,
};

export const hud: Words['hud'] = {
  title: 'Mesures',
  rate: (perSecond) => `${perSecond} images/s`,
  legend: 'temps : médiane / 95e centile',
  rows: {
    camera: 'caméra',
    analysed: 'analysées',
    age: 'âge',
    picture: 'image',
    detect: 'détection',
    crop: 'recadrage',
    encode: 'encodeur',
    head: 'tête',
    total: 'total',
    ownNeutral: 'neutre propre',
    backend: 'calcul',
    pack: 'pack',
  },
};
