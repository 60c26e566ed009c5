import type { Words } from '../en.ts';

export const page: Words['page'] = {
  live: 'Direct',
  evaluate: 'Évaluer',
  settings: 'Réglages',
  about: 'Qu’est-ce que c’est ?',
  stop: 'Arrêter',
  navigation: 'Page',
  close: 'Fermer',
  dismiss: 'Masquer',
  opening: 'Ouverture …',
  private: 'Rien ne quitte cet appareil.',
  guess: 'La supposition d’un modèle sur une expression, pas un sentiment',
  dropToOpen: 'Déposer pour ouvrir',
  dropToEvaluate: 'Déposer pour évaluer',
};

export const update: Words['update'] = {
  ready: 'Une nouvelle version de cette page est prête.',
  take: 'La charger',
  later: 'Plus tard',
};

export const start: Words['start'] = {
  title: 'Quelles expressions un visage montre-t-il, et comment se mélangent-elles ?',
  lead: 'Blendscope lit six expressions dans une vidéo en direct et dit laquelle ou lesquelles, deux au plus, sont montrées, et dans quelle proportion.',
  camera: 'Démarrer la caméra',
  drawn: 'Essayer sans caméra',
  file: 'Ouvrir une vidéo ou une photo',
  drop: 'ou en déposer une n’importe où sur la page',
  noCamera: 'Aucune caméra n’a été trouvée ; un visage dessiné peut la remplacer.',
  example: 'Par exemple, un sourire à travers les larmes',
  legend: 'Les six expressions',
};

export const actions: Words['actions'] = {
  file: 'Ouvrir un fichier',
  drawn: 'Essayer sans caméra',
  retry: 'Réessayer',
  start: 'Retour au début',
  goOn: 'Continuer',
};

export const broken: Words['broken'] = {
  title: 'Un imprévu a arrêté cette partie de la page.',
  advice:
    'Choisissez « Continuer » pour l’afficher à nouveau. Rien de ce qui a été lu ou noté jusqu’ici n’est perdu.',
  unloaded: 'Cette partie de la page n’a pas pu être chargée.',
  unloadedAdvice: 'Vérifiez la connexion, puis choisissez « Réessayer ».',
};

export const missing: Words['missing'] = {
  title: 'Ce qui ne fonctionne pas dans ce navigateur',
  features: {
    insecure:
      'Cette page n’a pas d’adresse sécurisée : la caméra et les clips ne fonctionnent pas. Ouvrez-la avec https:// devant.',
    webassembly:
      'Pas de WebAssembly : rien ne peut être lu. Utilisez une version actuelle de Chrome, Edge, Firefox ou Safari.',
    camera:
      'Pas de caméra pour les pages web : le visage dessiné, les vidéos et les photos fonctionnent.',
    'video-decoder':
      'Pas de WebCodecs : les clips ne peuvent pas être évalués, les fichiers de prédictions si.',
    threads:
      'Un seul processeur, car le serveur n’envoie pas d’en-têtes d’isolation : les résultats viennent plus lentement.',
    storage:
      'Pas de stockage : les réglages et les résultats durent jusqu’à la fermeture de cet onglet.',
  },
  noDecoder:
    'Ce navigateur ne peut pas décoder de clips pour une page. Les fichiers de prédictions peuvent être notés ; pour les clips, utilisez une version actuelle de Chrome, Edge, Firefox ou Safari.',
  noDecoderInsecure:
    'Le navigateur ne décode pas de clips pour une page sans adresse sécurisée. Ouvrez la page avec https:// devant ; les fichiers de prédictions peuvent être notés ici.',
};
