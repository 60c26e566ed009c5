import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';

const { count, fixed, short } = numbersOf('es');

const CLIPS = { one: 'clip', other: 'clips' };

export const intro: Words['intro'] = {
  title: '¿Con qué frecuencia acierta en sus propios clips?',
  lead: 'Blendscope lee clips etiquetados con el mismo modelo que la página en vivo y puntúa las respuestas como lo hace el reto BLEMORE. Los clips no salen de este dispositivo.',
  files: 'Elegir archivos',
  folder: 'Elegir una carpeta',
  drop: 'o suéltelos en cualquier parte de la página',
  takes: 'Qué se necesita',
  clips: 'Clips de vídeo',
  clipsText:
    'Vídeos MP4, MOV o WebM, tantos como quiera. Un nombre de BLEMORE como el siguiente es también la etiqueta del clip:',
  labels: 'Etiquetas y particiones (folds)',
  labelsText:
    'Un csv con las columnas de abajo; «fold» solo para las particiones. Sin etiquetas hay predicciones, pero no cifras.',
  predictions: 'Predicciones',
  predictionsText:
    'Un json según la plantilla del reto, o su zip, se puntúa por sí solo con las etiquetas, sin ningún clip:',
};

export const run: Words['run'] = {
  title: 'Evaluación',
  retry: 'Reintentar',
  again: 'Evaluar de nuevo',
  goOn: 'Continuar',
  start: (clips) => `Evaluar ${count(clips, CLIPS)}`,
  pause: 'Pausar',
  resume: 'Reanudar',
  cancel: 'Cancelar',
  addFiles: 'Añadir archivos',
  addFolder: 'Añadir una carpeta',
  clear: 'Empezar de nuevo',
  done: (done, total) => `${short(done, 0)} de ${short(total, 0)}`,
  clipsDone: 'Clips terminados',
  paused: 'En pausa',
  left: (time) => `quedan ${time}`,
  seconds: (seconds) => `${seconds} s`,
  minutes: (minutes) => `${minutes} min`,
  hours: (hours, minutes) => `${hours} h ${minutes} min`,
  speed: (times) => `${fixed(times, times < 9.95 ? 1 : 0)}× tiempo real`,
  settings: 'Ajustes',
  frames: 'Fotogramas',
  framesHint: 'Un cambio cuenta desde el próximo inicio.',
  everyFrame: 'Cada fotograma',
  oneOf: (frames) => `Uno de cada ${frames}`,
  summary: ({ kind, rows, labelled, blends, folds }) => {
    const forms = kind === 'predictions' ? { one: 'predicción', other: 'predicciones' } : CLIPS;
    const labels =
      labelled === rows ? 'con etiqueta' : `${short(labelled, 0)} de ellos con etiqueta`;
    const parts = [count(rows, forms), labels];
    if (labelled > 0) parts.push(count(blends, { one: 'mezcla', other: 'mezclas' }));
    if (folds.length > 0) {
      parts.push(`en ${count(folds.length, { one: 'partición', other: 'particiones' })}`);
    }
    return parts.join(', ');
  },
  spoken: {
    loading: 'Cargando el modelo.',
    running: 'Evaluando.',
    paused: 'En pausa.',
    finished: 'Terminado.',
    done: (done, total) => `Terminados: ${short(done, 0)} de ${count(total, CLIPS)}.`,
  },
};

export const left: Words['left'] = {
  title: (all) => `Excluido (${short(all, 0)})`,
  more: (rest) => `Mostrar más (quedan ${short(rest, 0)})`,
  unmatched: (names) => `Sin correspondencia (${short(names, 0)})`,
  allNames: 'Todos los nombres',
  names: 'Nombres sin correspondencia',
};

export const saved: Words['saved'] = {
  title: 'Guardar',
  predictions: 'Predicciones (JSON)',
  submission: 'Para CodaBench (zip)',
  frames: 'Cada fotograma (CSV)',
  features: 'Características (NumPy)',
  featuresTable: 'Características (CSV)',
  report: 'Informe (JSON)',
  hint: 'El informe dice con qué modelo, versiones y ajustes se obtuvieron las cifras.',
  kept: 'Resultados guardados',
  keptText: (clips) =>
    `Los resultados de ${count(clips, CLIPS)} están guardados en este dispositivo. Los mismos archivos, elegidos otra vez, terminan al instante.`,
  remove: 'Borrar los resultados',
};

export const figures: Words['figures'] = {
  title: 'Cifras',
  of: (clips, blends) =>
    `De ${count(clips, CLIPS)}, con ${count(blends, { one: 'mezcla', other: 'mezclas' })}, con intervalos del 95 %`,
  answer: 'Respuesta',
  presence: 'exactamente las emociones correctas',
  salience: 'de las mezclas, las partes correctas',
  noBlends: 'sin mezclas',
  here: 'Respuestas triviales a estas etiquetas',
  published: 'Publicado, con los datos de prueba de BLEMORE',
  ownNeutral: 'El neutral propio de cada actor',
  ownNeutralHint:
    'Puntúa los clips otra vez, comparados con los clips neutrales del mismo actor, que ahí no cuentan.',
  againstOwnNeutral: (decoder) => `${decoder}, neutral propio`,
  decoders: {
    rule: 'Regla con α y β',
    nearest: 'La más cercana de las 36 etiquetas',
    file: 'Archivo de predicciones',
  },
  references: {
    'trivial-single': 'Siempre la emoción simple más frecuente',
    'trivial-blend': 'Siempre la mezcla más frecuente',
    clip: 'CLIP',
    imagebind: 'ImageBind',
    'videomae-v2': 'VideoMAEv2',
    'video-swin': 'Video Swin',
    'best-fusion': 'Las mejores fusiones',
  },
  withAudio: (name) => `${name}, que también escuchan`,
  folds: 'Partición a partición',
  fold: 'Partición',
  clips: 'Clips',
  unlabelled:
    'Sin etiquetas hay predicciones, pero no cifras: nombre los clips como BLEMORE o añada un csv de metadatos.',
  later: 'Las cifras aparecen aquí en cuanto se lee el primer clip con etiqueta.',
};

export const decision: Words['decision'] = {
  title: 'De probabilidades a etiquetas',
  by: 'Se decide por',
  byHint:
    'Para las matrices, los clips y los archivos. La etiqueta más cercana no necesita umbrales.',
  reset: 'Volver a los del paquete',
  shown: 'Se muestra',
  mean: 'Media de ambas',
  best: 'Lo mejor:',
  take: 'Usar',
  grid: 'Cifras para cada α y β, en tanto por ciento',
  legend: (cell) =>
    `Enmarcada: la celda más cercana a los umbrales actuales: ${cell}. Punteada: la mejor celda. Los umbrales elegidos con los mismos clips con los que se puntúan favorecen el resultado.`,
};

export const confusion: Words['confusion'] = {
  title: 'Qué se leyó, y como qué',
  emotions:
    'Emociones: cada fila, una mostrada; cada columna, una leída, en clips; una mezcla cuenta según sus partes',
  labels: 'Etiquetas: cada fila, una mostrada; cada columna, una leída, en clips',
  all: 'Las 36 etiquetas',
  outside: (predictions) =>
    `${count(predictions, { one: 'predicción', other: 'predicciones' })} fuera de las 36 etiquetas: cuentan en la puntuación, pero no aquí.`,
};

export const clips: Words['clips'] = {
  title: 'Clip a clip',
  predictions: 'Predicción a predicción',
  show: 'Mostrar',
  all: 'Todos',
  wrong: 'Los erróneos',
  failed: 'Sin resultado',
  columns: {
    name: 'Clip',
    label: 'Mostrado',
    prediction: 'Se lee como',
    presence: 'Emociones',
    salience: 'Partes',
    fold: 'Partición',
    faces: 'Fotogramas leídos',
  },
  none: 'No hay ninguno.',
  more: (rest) => `Mostrar más (quedan ${short(rest, 0)})`,
  reading: 'Leyendo …',
  waiting: 'En espera',
  framesRead: (read, all) => `${short(read, 0)} de ${short(all, 0)}`,
  right: 'correcto',
  mistaken: 'erróneo',
  clip: 'El clip',
  unplayable: 'Este navegador puede decodificar el clip, pero no reproducirlo.',
  wasShown: 'Mostrado:',
  readsAs: 'Se lee como:',
  lines: 'Líneas de las seis probabilidades a lo largo del clip',
  aggregate: 'Este modelo lee un clip como un todo: cada punto es su resultado del clip hasta ahí.',
  table: 'Como tabla',
  probabilities: 'Probabilidades a lo largo del clip',
  seconds: 'Segundos',
  noFace: 'ninguna cara',
};
