import type { Words } from '../en.ts';

export const explain: Words['explain'] = {
  freeze: 'Figer',
  waiting: 'En attente d’un visage',
  title: 'Instant figé',
  release: 'Abandonner',
  picture: 'Le visage figé',
  emotion: 'Expression du visage',
  then: 'alors',
  now: 'maintenant',
  choose: 'Choisissez une expression pour voir quelles parties du visage parlent pour elle.',
  readsClips:
    'Ce modèle lit plusieurs images à la fois : ses nombres ne peuvent pas être rapportés aux parties d’une seule.',
  computing: 'Les parties du visage sont cachées l’une après l’autre …',
  legend: (emotion) =>
    `En couleur : parle pour ${emotion.toLocaleLowerCase('fr')}. Sombre : parle contre.`,
  change: 'Ce qui changerait le résultat',
  regions: {
    whole: 'Le visage entier',
    brows: 'Sans les sourcils',
    eyes: 'Sans les yeux',
    mouth: 'Sans la bouche',
    'left-half': 'Sans la moitié gauche',
    'right-half': 'Sans la moitié droite',
  },
  features: 'Ce qui pèse le plus dans la tête linéaire',
  featuresHint:
    'Ce que chaque caractéristique ajoute, en plus de ce qu’elle ajoute aux six expressions.',
  favour: 'Pour',
  against: 'Contre',
  feature: (number) => `Caractéristique ${number}`,
  withFace: 'Avec le visage',
  withFaceHint:
    'Seulement si la personne est d’accord. Sinon, l’image ne contient que les chiffres.',
  save: 'Enregistrer comme image',
};
