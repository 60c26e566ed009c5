import type { Words } from '../en.ts';

export const explain: Words['explain'] = {
  freeze: 'Congelar',
  waiting: 'Esperando una cara',
  title: 'Momento congelado',
  release: 'Descartar',
  picture: 'La cara congelada',
  emotion: 'Expresión',
  then: 'antes',
  now: 'ahora',
  choose: 'Elija una expresión para ver qué partes de la cara hablan a su favor.',
  readsClips:
    'Este modelo lee varias imágenes a la vez: sus números no se pueden atribuir a partes de esta sola.',
  computing: 'Se tapa una parte de la cara tras otra …',
  legend: (emotion) =>
    `En color: a favor de ${emotion.toLocaleLowerCase('es')}. Oscuro: en contra.`,
  change: 'Qué lo cambiaría',
  regions: {
    whole: 'La cara entera',
    brows: 'Sin las cejas',
    eyes: 'Sin los ojos',
    mouth: 'Sin la boca',
    'left-half': 'Sin la mitad izquierda',
    'right-half': 'Sin la mitad derecha',
  },
  features: 'Lo que más pesa en el cabezal lineal',
  featuresHint: 'Lo que añade cada característica, aparte de lo que añade a las seis.',
  favour: 'A favor',
  against: 'En contra',
  feature: (number) => `Característica ${number}`,
  withFace: 'Con la cara',
  withFaceHint: 'Solo si la persona está de acuerdo. Si no, la imagen contiene solo los números.',
  save: 'Guardar como imagen',
};
