import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';

const { count, fixed, short } = numbersOf('fr');

const CLIPS = { one: 'clip', other: 'clips' };

export const intro: Words['intro'] = {
  title: 'À quelle fréquence a-t-il raison sur vos propres clips ?',
  lead: 'Blendscope lit des clips étiquetés avec le même modèle que la page en direct, et note les réponses comme le fait le défi BLEMORE. Les clips restent sur cet appareil.',
  files: 'Choisir des fichiers',
  folder: 'Choisir un dossier',
  drop: 'ou les déposer n’importe où sur la page',
  takes: 'Ce qu’il faut',
  clips: 'Clips vidéo',
  clipsText:
    'Des vidéos MP4, MOV ou WebM, autant que vous voulez. Un nom à la façon de BLEMORE, comme le suivant, est aussi l’étiquette du clip :',
  labels: 'Étiquettes et plis (folds)',
  labelsText:
    'Un csv avec les colonnes ci-dessous ; « fold » seulement pour les plis. Sans étiquettes, il y a des prédictions, mais pas de chiffres.',
  predictions: 'Prédictions',
  predictionsText:
    'Un json selon le modèle du défi, ou son zip, est noté seul par rapport aux étiquettes, sans aucun clip :',
};

export const run: Words['run'] = {
  title: 'Évaluation',
  retry: 'Réessayer',
  again: 'Évaluer de nouveau',
  goOn: 'Continuer',
  start: (clips) => `Évaluer ${count(clips, CLIPS)}`,
  pause: 'Suspendre',
  resume: 'Reprendre',
  cancel: 'Annuler',
  addFiles: 'Ajouter des fichiers',
  addFolder: 'Ajouter un dossier',
  clear: 'Recommencer à zéro',
  done: (done, total) => `${short(done, 0)} sur ${short(total, 0)}`,
  clipsDone: 'Clips terminés',
  paused: 'En pause',
  left: (time) => `encore ${time}`,
  seconds: (seconds) => `${seconds} s`,
  minutes: (minutes) => `${minutes} min`,
  hours: (hours, minutes) => `${hours} h ${minutes} min`,
  speed: (times) => `${fixed(times, times < 9.95 ? 1 : 0)}× le temps réel`,
  settings: 'Réglages',
  frames: 'Images',
  framesHint: 'Un changement compte à partir du prochain départ.',
  everyFrame: 'Chaque image',
  oneOf: (frames) => `Une sur ${frames}`,
  summary: ({ kind, rows, labelled, blends, folds }) => {
    const forms = kind === 'predictions' ? { one: 'prédiction', other: 'prédictions' } : CLIPS;
    const labels =
      labelled === rows ? 'avec étiquette' : `dont ${short(labelled, 0)} avec étiquette`;
    const parts = [count(rows, forms), labels];
    if (labelled > 0) parts.push(`dont ${count(blends, { one: 'mélange', other: 'mélanges' })}`);
    if (folds.length > 0) parts.push(`en ${count(folds.length, { one: 'pli', other: 'plis' })}`);
    return parts.join(', ');
  },
  spoken: {
    loading: 'Chargement du modèle.',
    running: 'Évaluation en cours.',
    paused: 'En pause.',
    finished: 'Terminé.',
    done: (done, total) => `Terminés : ${short(done, 0)} sur ${count(total, CLIPS)}.`,
  },
};

export const left: Words['left'] = {
  title: (all) => `Laissé de côté (${short(all, 0)})`,
  more: (rest) => `En montrer plus (encore ${short(rest, 0)})`,
  unmatched: (names) => `Sans correspondance (${short(names, 0)})`,
  allNames: 'Tous les noms',
  names: 'Noms sans correspondance',
};

export const saved: Words['saved'] = {
  title: 'Enregistrer',
  predictions: 'Prédictions (JSON)',
  submission: 'Pour CodaBench (zip)',
  frames: 'Chaque image (CSV)',
  features: 'Caractéristiques (NumPy)',
  featuresTable: 'Caractéristiques (CSV)',
  report: 'Rapport (JSON)',
  hint: 'Le rapport dit avec quel modèle, quelles versions et quels réglages les chiffres ont été obtenus.',
  kept: 'Résultats conservés',
  keptText: (clips) =>
    `Les résultats de ${count(clips, CLIPS)} sont conservés sur cet appareil. Choisis de nouveau, les mêmes fichiers sont aussitôt terminés.`,
  remove: 'Supprimer les résultats',
};

export const figures: Words['figures'] = {
  title: 'Chiffres',
  of: (clips, blends) =>
    `Sur ${count(clips, CLIPS)}, dont ${count(blends, { one: 'mélange', other: 'mélanges' })}, avec des intervalles à 95 %`,
  answer: 'Réponse',
  presence: 'exactement les bonnes émotions',
  salience: 'des mélanges, les bonnes parts',
  noBlends: 'aucun mélange',
  here: 'Réponses triviales sur ces étiquettes',
  published: 'Publié, sur les données de test de BLEMORE',
  ownNeutral: 'Le neutre propre à chaque acteur',
  ownNeutralHint:
    'Note les clips une seconde fois, par rapport aux clips neutres du même acteur, qui n’y comptent pas.',
  againstOwnNeutral: (decoder) => `${decoder}, neutre propre`,
  decoders: {
    rule: 'Règle avec α et β',
    nearest: 'La plus proche des 36 étiquettes',
    file: 'Fichier de prédictions',
  },
  references: {
    'trivial-single': 'Toujours l’émotion simple la plus fréquente',
    'trivial-blend': 'Toujours le mélange le plus fréquent',
    clip: 'CLIP',
    imagebind: 'ImageBind',
    'videomae-v2': 'VideoMAEv2',
    'video-swin': 'Video Swin',
    'best-fusion': 'Meilleures fusions',
  },
  withAudio: (name) => `${name}, avec le son`,
  folds: 'Pli par pli',
  fold: 'Pli',
  clips: 'Clips',
  unlabelled:
    'Sans étiquettes, il y a des prédictions, mais pas de chiffres : nommez les clips comme BLEMORE, ou ajoutez un csv de métadonnées.',
  later: 'Les chiffres apparaissent ici dès que le premier clip étiqueté est lu.',
};

export const decision: Words['decision'] = {
  title: 'Des probabilités aux étiquettes',
  by: 'Décidé par',
  byHint:
    'Pour les matrices, les clips et les fichiers. L’étiquette la plus proche n’a pas besoin de seuils.',
  reset: 'Revenir aux seuils du pack',
  shown: 'Affiché',
  mean: 'Moyenne des deux',
  best: 'Le mieux :',
  take: 'Adopter',
  grid: 'Chiffres pour chaque α et β, en pour cent',
  legend: (cell) =>
    `Encadrée : la case la plus proche des seuils actuels : ${cell}. En pointillés : la meilleure case. Des seuils choisis sur les clips mêmes qui servent à les noter flattent le résultat.`,
};

export const confusion: Words['confusion'] = {
  title: 'Ce qui a été lu, et comme quoi',
  emotions:
    'Émotions : chaque ligne, une qui était montrée, chaque colonne, une qui a été lue, en clips ; un mélange compte selon ses parts',
  labels:
    'Étiquettes : chaque ligne, une qui était montrée, chaque colonne, une qui a été lue, en clips',
  all: 'Les 36 étiquettes',
  outside: (predictions) =>
    `${count(predictions, { one: 'prédiction', other: 'prédictions' })} hors des 36 étiquettes : comptées dans les notes, pas ici.`,
};

export const clips: Words['clips'] = {
  title: 'Clip par clip',
  predictions: 'Prédiction par prédiction',
  show: 'Afficher',
  all: 'Tous',
  wrong: 'Ceux qui sont faux',
  failed: 'Sans résultat',
  columns: {
    name: 'Clip',
    label: 'Montré',
    prediction: 'Lu comme',
    presence: 'Émotions',
    salience: 'Parts',
    fold: 'Pli',
    faces: 'Images lues',
  },
  none: 'Il n’y en a pas.',
  more: (rest) => `En montrer plus (encore ${short(rest, 0)})`,
  reading: 'Lecture en cours …',
  waiting: 'En attente',
  framesRead: (read, all) => `${short(read, 0)} sur ${short(all, 0)}`,
  right: 'juste',
  mistaken: 'faux',
  clip: 'Le clip',
  unplayable: 'Ce navigateur peut décoder le clip, mais pas le jouer.',
  wasShown: 'Montré :',
  readsAs: 'Lu comme :',
  lines: 'Courbes des six probabilités au fil du clip',
  aggregate:
    'Ce modèle lit un clip comme un tout : chaque point est son résultat pour le clip jusque-là.',
  table: 'En tableau',
  probabilities: 'Probabilités au fil du clip',
  seconds: 'Secondes',
  noFace: 'aucun visage',
};
