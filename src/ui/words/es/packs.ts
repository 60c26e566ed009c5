import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';
import { quotedIn } from '../quoted.ts';
import { failureMessage } from './failures.ts';

const { short, size } = numbersOf('es');
const quoted = quotedIn('«', '»', 'un archivo sin nombre');

export const packs: Words['packs'] = {
  title: 'Su propio modelo',
  steps: {
    reading: 'Se comprueban los archivos',
    making: 'Se crea un paquete',
    keeping: 'Se guardan en este dispositivo',
    testing: 'Se prueba el modelo',
  },
  cancel: 'Cancelar',
  refused: (name) => `${quoted(name)} no se usa.`,
  goesOn: 'El modelo que leía antes sigue.',
  done: (pack) => `Ahora lee ${quoted(pack)}.`,
  keptHere: 'Queda guardado en este dispositivo: está en los ajustes, donde se puede borrar.',
  notKept:
    'Este navegador no guarda archivos para esta página, o no hay sitio: desaparecerá con esta pestaña.',
  models: 'Modelos',
  modelsHint:
    'Los suyos: un paquete (zip o carpeta), una red ONNX o una cabeza .pth. También puede soltarlos en la página.',
  readsNow: 'lee ahora',
  ofThePage: 'viene con la página',
  use: 'Usar',
  useOne: (name) => `Usar: ${name}`,
  save: 'Guardar como zip',
  saveOne: (name) => `Guardar como zip: ${name}`,
  card: 'Cifras y ficha',
  add: 'Añadir un modelo',
  addFolder: 'Añadir una carpeta',
  headTitle: '¿Qué codificador va con esta cabeza?',
  headTakes: (file, width) => `«${file}» toma ${short(width, 0)} números.`,
  encoderOf: 'Codificador de',
  readWith: 'Leer con él',
  savePack: 'Guardar como paquete',
  formTitle: '¿Cómo se alimenta esta red?',
  formLead:
    'Un archivo ONNX no lo dice. Lo que no encaje se dirá aquí; el modelo que lee sigue mientras tanto.',
  says: 'Lo que dice el archivo',
  takes: 'toma',
  gives: 'da',
  operators: 'operadores',
  fileSize: 'tamaño',
  modelName: 'Nombre',
  licence: 'Licencia',
  licenceUnknown: 'desconocida',
  colours: 'Colores',
  gray: 'Gris',
  rgb: 'Rojo, verde, azul',
  bgr: 'Azul, verde, rojo',
  layout: 'Orden de los números',
  layoutSaid: 'Como dice el archivo',
  side: 'Lado de la imagen, en píxeles',
  values: 'Valores de los píxeles',
  zeroToOne: '0 a 1',
  minusOneToOne: '−1 a 1',
  asPixels: '0 a 255',
  ownValues: 'Otros',
  scale: 'Factor',
  mean: 'Media por canal',
  deviation: 'Desviación por canal',
  crop: 'Lo que ve',
  cropFace: 'La cara, los ojos siempre en el mismo sitio',
  cropCentre: 'El centro de la imagen',
  cropSquash: 'Toda la imagen, comprimida',
  eyeX: 'Ojos desde la izquierda',
  eyeY: 'Ojos desde arriba',
  eyeDistance: 'Distancia de los ojos',
  preview: 'Lo que la red vería de la cara dibujada',
  previewNow: 'Lo que la red vería ahora',
  output: 'Salida que se usa',
  scores: 'Sus números son',
  logits: 'Logits',
  probabilities: 'Probabilidades',
  order: 'Orden de sus clases',
  ownOrder: 'Otro',
  classNumber: (number) => `Clase ${short(number, 0)}`,
  leftOut: 'Se omite',
};

export const importProblemWords: Words['importProblemWords'] = (problem) => {
  switch (problem.kind) {
    case 'nothing-found':
      return 'No hay en ello ningún paquete (pack.json), ninguna red (.onnx) ni ningún checkpoint (.pth).';
    case 'no-hashing':
      return 'En una página sin dirección segura no se pueden comprobar archivos: ábrala con https:// delante.';
    case 'too-many-files':
      return `Son ${short(problem.count, 0)} archivos, y el máximo es ${short(problem.most, 0)}.`;
    case 'too-large':
      return problem.file === ''
        ? `Sus archivos ocupan juntos ${size(problem.bytes)}, y el máximo es ${size(problem.most)}.`
        : `${quoted(problem.file)} ocupa ${size(problem.bytes)}, y el máximo es ${size(problem.most)}.`;
    case 'model-too-large': {
      const { title, advice } = failureMessage(problem);
      return `${title} ${advice}`;
    }
    case 'bad-path':
      return `La ruta ${quoted(problem.path)} sale de su carpeta, o no es una ruta.`;
    case 'archive-broken':
      return `El archivo comprimido ${quoted(problem.file)} no se puede descomprimir: ${problem.reason}.`;
    case 'manifest-invalid':
      return problem.field === ''
        ? `«pack.json»: ${problem.reason}.`
        : `El campo ${quoted(problem.field)} de «pack.json» no encaja: ${problem.reason}.`;
    case 'file-missing':
      return `Falta ${quoted(problem.file)}, que «pack.json» nombra.`;
    case 'wrong-length':
      return `${quoted(problem.file)} tiene ${short(problem.found, 0)} bytes, y «pack.json» dice ${short(problem.expected, 0)}.`;
    case 'wrong-sha256':
      return `${quoted(problem.file)} tiene el SHA-256 ${problem.found.slice(0, 12)}…, y «pack.json» dice ${problem.expected.slice(0, 12)}….`;
    case 'onnx-broken':
      return `${quoted(problem.file)} no es un archivo ONNX legible: ${problem.reason}.`;
    case 'opset-unknown':
      return `${quoted(problem.file)} es de opset ${problem.opset}; onnxruntime no lee ninguno anterior a 7.`;
    case 'operator-unknown':
      return `onnxruntime-web no ejecuta el operador ${quoted(problem.operator)} del nodo ${quoted(problem.node)}.`;
    case 'operator-missing':
      return `onnxruntime-web no tiene ningún operador ${quoted(problem.operator)} en la versión de ONNX de esta red.`;
    case 'external-data':
      return `El tensor ${quoted(problem.tensor)} de ${quoted(problem.file)} está en otro archivo, ${quoted(problem.location)}: guarde la red con sus pesos dentro.`;
    case 'tensor-wrong':
      return `El tensor ${quoted(problem.tensor)} de ${quoted(problem.file)} no encaja: ${problem.reason}.`;
    case 'shape-wrong':
      return `El tensor ${quoted(problem.tensor)} de ${quoted(problem.file)} es ${problem.shape}, y «${problem.field}» dice ${problem.expected}.`;
    case 'checkpoint-broken':
      return `${quoted(problem.file)} no es una cabeza de blemore-common: ${problem.reason}.`;
    case 'checkpoint-calls':
      return `${quoted(problem.file)} llamaría a ${quoted(problem.called)} al abrirse, lo que ningún checkpoint necesita: no se ha abierto.`;
    case 'does-not-run':
      return `onnxruntime no lo ejecuta: ${problem.reason}`;
    case 'golden-wrong':
      return Number.isFinite(problem.difference)
        ? `No calcula sus números de control: la mayor diferencia es ${short(problem.difference, 4)}.`
        : 'No calcula sus números de control: algunos faltan o no son números.';
    case 'not-finite':
      return 'Da números que no son finitos.';
    case 'answer-wrong':
      return `${quoted(problem.field)} no encaja: ${problem.reason}.`;
    case 'head-width':
      return `La cabeza ${quoted(problem.file)} toma ${short(problem.width, 0)} números, y el codificador de ${quoted(problem.pack)} da ${short(problem.given, 0)}.`;
    case 'encoder-fused':
      return `El codificador de ${quoted(problem.pack)} lleva su cabeza dentro: no se le puede poner otra.`;
    case 'head-wrong':
      return `La cabeza hecha de ${quoted(problem.file)} calcula otra cosa que sus capas: la mayor diferencia es ${short(problem.difference, 4)}.`;
    case 'networks-unclear':
      return `Una red debe tomar imágenes (4 lados), y como mucho una sus rasgos (2 lados); estas toman ${problem.inputs.map(({ file, shapes }) => `${quoted(file)}: ${shapes}`).join('; ')}.`;
    case 'output-length':
      return `${quoted(problem.file)} da ${short(problem.found, 0)} números, no ${short(problem.expected, 0)}.`;
    case 'not-tried':
      return `No se pudo probar: ${failureMessage(problem.failure).title}`;
  }
};
