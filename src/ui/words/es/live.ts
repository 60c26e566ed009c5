import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';

const numbers = numbersOf('es');

export const emotions: Words['emotions'] = {
  ang: 'Ira',
  disg: 'Asco',
  fea: 'Miedo',
  hap: 'Alegría',
  sad: 'Tristeza',
  neu: 'Neutral',
};

/** As it stands within a sentence. */
const within = (names: string): string => names.toLocaleLowerCase('es');

export const reading: Words['reading'] = {
  title: 'Resultado',
  looking: 'Buscando una cara',
  gathering: 'Se reúnen las primeras imágenes',
  firstReading: 'Primera lectura en curso',
  readAgo: (seconds: string) => `Lectura de hace ${seconds} s`,
  opening: 'Abriendo …',
  paused: 'En pausa',
  noPicture: 'Sin imagen',
  implausible: { 'too-small': 'Acérquese', turned: 'Gírese hacia la cámara' },
  closest: (name) => `más bien ${within(name)}`,
  drawn: (shares) => `Dibujado: ${shares}`,
  blend: (shares) =>
    shares.map(({ name, share }) => `${share} por ciento ${within(name)}`).join(' y '),
  readsAs: (what) => `Se lee como ${within(what)}.`,
  nothingClear: (closest) => `Nada claro, ${closest}.`,
  spoken: {
    looking: 'Buscando una cara.',
    firstReading: 'Primera lectura de una cara en curso.',
    implausible: {
      'too-small': 'La cara es demasiado pequeña para leerla. Acérquese.',
      turned: 'Girada así, la cara no se puede leer. Gírese hacia la cámara.',
    },
    opening: 'Abriendo.',
    openingCamera: 'Abriendo la cámara.',
    loading: 'Cargando el modelo.',
    unplugged: 'La cámara está desconectada.',
    noPicture: 'La cámara no envía imagen.',
    paused: 'En pausa.',
  },
};

export const camera: Words['camera'] = {
  asked: 'Puede que su navegador pregunte por la cámara: elija «Permitir».',
  askedLong:
    'Seguimos esperando la cámara. Mire junto a la dirección de la página: ahí puede estar la pregunta del navegador o un icono de cámara. Elija «Permitir».',
  lost: {
    unplugged:
      'La cámara está desconectada. Vuelva a conectarla y la página continuará por sí sola.',
    'no-picture':
      'La cámara no envía imagen. Abra su tapa o la del portátil, o cierre el programa que la usa; la página continuará por sí sola.',
  },
};

export const presence: Words['presence'] = {
  title: 'Presencia',
  from: (percent) => `presente a partir de ${percent}`,
  unread: 'no leído',
  percent: (percent) => `${percent} por ciento`,
  leftOut: (percent) => `${percent} por ciento, fuera del resultado`,
};

export const timeline: Words['timeline'] = {
  title: 'Últimos 30 segundos',
  lines: 'Líneas de las seis probabilidades en los últimos 30 segundos',
};

export const loading: Words['loading'] = {
  title: 'Cargando',
  model: 'Cargando el modelo',
  ready: 'Casi listo',
  progress: (loaded, total) => `${numbers.megabytes(loaded)} de ${numbers.megabytes(total)} MB`,
};

export const stage: Words['stage'] = {
  title: 'Imagen',
  seen: 'Lo que ve el modelo',
  sources: { camera: 'Cámara', file: 'Archivo', drawn: 'Cara dibujada', replay: 'Informe' },
  saving: {
    chosen: '10 lecturas por segundo',
    'battery-low': '10 lecturas por segundo: queda poca batería',
  },
  shortfall: (read) =>
    `${numbers.count(read, { one: 'lectura', other: 'lecturas' })} por segundo: no da para más`,
};

export const hud: Words['hud'] = {
  title: 'Mediciones',
  rate: (perSecond) => `${perSecond} img./s`,
  legend: 'tiempos: mediana / percentil 95',
  rows: {
    camera: 'cámara',
    analysed: 'analizadas',
    age: 'edad',
    picture: 'imagen',
    detect: 'detección',
    crop: 'recorte',
    encode: 'codificador',
    head: 'cabezal',
    total: 'total',
    ownNeutral: 'neutral propio',
    backend: 'cálculo',
    pack: 'paquete',
  },
};
