import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';

const { count, fixed } = numbersOf('es');

const CLIPS = { one: 'clip', other: 'clips' };

export const compare: Words['compare'] = {
  title: 'Comparación',
  with: 'Comparar con',
  withHint:
    'Los dos leen las mismas imágenes, cada uno con su propio recorte. El primero sigue mientras se carga el otro.',
  nothing: 'Nada',
  reader: (pack, head) => (head === null ? pack : `${pack}, ${head}`),
  failed: (title) => `El segundo modelo no lee. ${title}`,
  swap: 'Intercambiar A y B',
  pin: 'Conservar este modelo',
  pinHint: 'Queda como B junto al modelo que se elija después.',
  end: 'Terminar la comparación',
  presence: 'Presente, A y B',
  meter: (emotion, side) => `${emotion}, ${side}`,
  readingOf: (side) => `Resultado, ${side}`,
  timelineOf: (side) => `${side}, últimos 30 segundos`,
  agreement: 'Coincidencia',
  agreementOf: (seconds) => `en los últimos ${seconds} s`,
  sameLabel: 'del tiempo el mismo resultado',
  difference: 'puntos de diferencia en promedio',
  noAgreement: 'En cuanto los dos hayan leído una cara.',
  moments: 'Donde más difieren',
  noMoments: 'Todavía no han diferido.',
  momentsHint: 'Las imágenes quedan en la memoria y desaparecen con la comparación.',
  clipsHint: 'Los dos leen los mismos clips, uno tras otro.',
  pairedTitle: 'Dos modelos con los mismos clips',
  pairedOf: (clips, blends) => `${clips} clips leídos por los dos, ${blends} de ellos mezclas`,
  figure: 'Medida',
  secondLess: 'B menos A',
  mcnemar: (a, b, p) =>
    `Solo A acierta las emociones de ${count(a, CLIPS)}, solo B las de ${fixed(b, 0)}. Si los dos fueran igual de buenos, un reparto al menos así de desigual tendría una probabilidad de ${p} (prueba exacta de McNemar).`,
  pairedBootstrap:
    'Saliencia: el intervalo contiene el 95 % de las diferencias en 1.000 sorteos con las mismas mezclas para los dos.',
};
