import type { Words } from '../en.ts';

export const about: Words['about'] = {
  expression: {
    title: 'Une expression est lue, pas un sentiment',
    text: 'Pour chaque visage, la page dit à quel point il est probable d’y voir de la colère, du dégoût, de la peur, de la joie, de la tristesse et une expression neutre, et laquelle ou lesquelles, deux au plus, sont montrées, dans quelle proportion. Un visage paraît joyeux quand il en a l’air ; ce qu’une personne ressent, aucune caméra ne le voit. On sourit par politesse, on fronce les sourcils en réfléchissant, on pleure de joie.',
  },
  privacy: {
    title: 'Rien ne quitte cet appareil',
    text: 'La vidéo est lue ici, dans votre navigateur, et oubliée image par image. Aucune image n’est enregistrée ni envoyée où que ce soit, et aucun résultat de la caméra non plus. Ce navigateur conserve la page elle-même, pour qu’elle démarre sans réseau, vos réglages, le dernier modèle utilisé, lequel de la puce graphique ou du processeur est le plus rapide ici, les fichiers vérifiés du modèle, vos propres modèles et, pour les clips que vous évaluez, les chiffres qui en ont été lus. Les réglages énumèrent tout cela sous « Conservé sur cet appareil », avec la taille, et permettent de le supprimer.',
  },
  accuracy: {
    title: 'À quelle fréquence de tels systèmes ont raison',
    text: 'Sur BLEMORE, 3 050 clips de 58 acteurs montrant des émotions simples et mélangées, les meilleurs systèmes publiés qui ne font que regarder nomment exactement les bonnes émotions dans environ un quart des clips (CLIP 26 %, ImageBind 26 %, VideoMAEv2 29 %), et la bonne proportion d’un mélange dans moins d’un cas sur dix. Ceux qui écoutent aussi atteignent 33 % et 11 %.',
  },
  training: {
    title: 'Sur quoi ce modèle a été entraîné',
    text: 'Sur FER+ : environ 28 500 petites photos de visages en niveaux de gris venues du web (FER2013) ; pour chacune, dix personnes ont voté pour ce qu’elles voyaient. Le modèle répète la façon dont ces personnes jugeaient ces visages, avec leurs angles morts, et la plupart de ce qu’elles voyaient était joyeux ou neutre.',
  },
  limits: {
    title: 'Où il échoue, et à quoi il ne sert pas',
    text: 'La lumière de côté, les lunettes, les mains, les barbes, les têtes tournées et les expressions faibles ou inhabituelles l’induisent en erreur, et il lit peut-être moins bien certains âges et certaines couleurs de peau. Il ne doit décider de rien pour personne : ni à l’embauche, ni au travail ou à l’école, ni pour un diagnostic, ni pour la surveillance. Dans l’UE, la loi interdit la reconnaissance des émotions au travail et à l’école.',
  },
  figuresLater: 'Ses chiffres apparaissent ici une fois qu’il est chargé.',
  measured: (pack, dataset) => `${pack}, mesuré sur ${dataset}`,
  figures: {
    accuracy: 'Expression la plus forte juste',
    uar: 'De même, chaque expression comptant autant',
    kl: 'Distance aux votes des personnes (KL, 0 est le mieux)',
    acc_presence: 'Exactement celles qui sont montrées',
    acc_salience: 'Proportion d’un mélange juste',
  },
};
