import type { Words } from '../en.ts';

export const page: Words['page'] = {
  live: 'En vivo',
  evaluate: 'Evaluar',
  settings: 'Ajustes',
  about: '¿Qué es esto?',
  stop: 'Detener',
  navigation: 'Página',
  close: 'Cerrar',
  dismiss: 'Ocultar',
  opening: 'Abriendo …',
  private: 'Nada sale de este dispositivo.',
  guess: 'La conjetura de un modelo sobre una expresión, no un sentimiento',
  dropToOpen: 'Suelte para abrir',
  dropToEvaluate: 'Suelte para evaluar',
};

export const update: Words['update'] = {
  ready: 'Hay una nueva versión de esta página.',
  take: 'Cargarla',
  later: 'Más tarde',
};

export const start: Words['start'] = {
  title: '¿Qué expresiones muestra una cara y cómo se mezclan?',
  lead: 'Blendscope lee seis expresiones en vídeo en directo y dice cuál o cuáles, dos como máximo, se muestran y en qué proporción.',
  camera: 'Iniciar la cámara',
  drawn: 'Probar sin cámara',
  file: 'Abrir un vídeo o una foto',
  drop: 'o suelte uno en cualquier parte de la página',
  noCamera: 'No se encontró ninguna cámara; una cara dibujada puede sustituirla.',
  example: 'Por ejemplo, una sonrisa entre lágrimas',
  legend: 'Las seis expresiones',
};

export const actions: Words['actions'] = {
  file: 'Abrir un archivo',
  drawn: 'Probar sin cámara',
  retry: 'Reintentar',
  start: 'Volver al inicio',
  goOn: 'Continuar',
};

export const broken: Words['broken'] = {
  title: 'Algo inesperado detuvo esta parte de la página.',
  advice:
    'Elija «Continuar» para mostrarla de nuevo. No se pierde nada de lo leído o puntuado hasta ahora.',
  unloaded: 'No se pudo cargar esta parte de la página.',
  unloadedAdvice: 'Compruebe la conexión y elija «Reintentar».',
};

export const missing: Words['missing'] = {
  title: 'Lo que no funciona en este navegador',
  features: {
    insecure:
      'Esta página no tiene una dirección segura: la cámara y los clips no funcionan. Ábrala con https:// delante.',
    webassembly:
      'Sin WebAssembly: no se puede leer nada. Use una versión actual de Chrome, Edge, Firefox o Safari.',
    camera: 'Sin cámara para páginas web: la cara dibujada, los vídeos y las fotos funcionan.',
    'video-decoder':
      'Sin WebCodecs: los clips no se pueden evaluar; los archivos de predicciones, sí.',
    threads:
      'Un solo procesador, porque el servidor no envía cabeceras de aislamiento: los resultados llegan más despacio.',
    storage:
      'Sin almacenamiento: los ajustes y los resultados duran hasta que se cierre esta pestaña.',
  },
  noDecoder:
    'Este navegador no puede decodificar clips para una página. Los archivos de predicciones se pueden puntuar; para los clips, use una versión actual de Chrome, Edge, Firefox o Safari.',
  noDecoderInsecure:
    'El navegador no decodifica clips para una página sin dirección segura. Abra la página con https:// delante; los archivos de predicciones se pueden puntuar aquí.',
};
