import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';

const { short } = numbersOf('fr');

/** Saving what was read, and reading it again. */
export const report: Words['report'] = {
  title: 'Rapport',
  keep: 'Garder les 20 dernières secondes',
  keepHint:
    'Pour les enregistrer dans un rapport : instants, lectures et réglages. Elles restent dans la mémoire de cet onglet et disparaissent avec « Arrêter ».',
  pictures: 'Avec des images',
  picturesHint:
    'Demandez d’abord à toutes les personnes visibles. Sans images, un rapport ne peut pas être relu.',
  kinds: {
    none: 'Non, seulement des chiffres',
    crops: 'Ce que le modèle voit du visage',
    frames: 'Images entières',
  },
  save: 'Enregistrer un rapport',
  kept: (seconds) => `${seconds} s gardées`,
  recorded: (what) => `Enregistré : ${what}`,
  same: (compared) => `Cet appareil donne les mêmes lectures. Images comparées : ${compared}.`,
  differs: (differing, compared, share) =>
    `Cet appareil donne d’autres lectures dans ${differing} images sur ${compared}, jusqu’à ${short(share * 100, 1)} sur 100 d’écart.`,
  made: (pack, version, backend) => `Fait avec ${pack} ${version} sur ${backend}.`,
  otherModel: (pack, version, backend) =>
    `Il a été fait avec un autre modèle : ${pack} ${version}, sur ${backend}.`,
};
