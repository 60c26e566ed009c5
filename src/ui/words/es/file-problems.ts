import type { FileFormat } from '../../../core/media/file-format.ts';
import type { FileProblem } from '../../../core/media/file-problem.ts';
import { formatAdvice, type FormatAdvice } from '../format-advice.ts';
import type { FileWords } from '../message.ts';
import { numbersOf } from '../numbers.ts';

const { fixed } = numbersOf('es');

const CHOOSE_VIDEO = 'Elija un vídeo MP4, MOV, WebM o MKV.';
export const CONVERT = 'Convierta el archivo a MP4 con H.264.';
const SAVE_AS_JPEG = 'Guarde la imagen como JPEG con un programa de fotos y abra ese archivo.';

const FORMAT_ADVICE: FormatAdvice = {
  svg: 'Guárdelo como PNG y abra ese archivo.',
  convertible: CONVERT,
  picture: SAVE_AS_JPEG,
  other: CHOOSE_VIDEO,
};

const FORMATS: Readonly<Record<FileFormat, string>> = {
  mp4: 'un vídeo MP4',
  quicktime: 'un vídeo QuickTime',
  webm: 'un vídeo WebM',
  matroska: 'un vídeo Matroska',
  'mpeg-ts': 'un flujo de transporte MPEG',
  jpeg: 'una imagen JPEG',
  png: 'una imagen PNG',
  gif: 'una imagen GIF',
  webp: 'una imagen WebP',
  avif: 'una imagen AVIF',
  heic: 'una foto HEIC',
  svg: 'un dibujo (SVG)',
  raw: 'una imagen sin procesar de una cámara',
  tiff: 'una imagen TIFF',
  bmp: 'una imagen de mapa de bits (BMP)',
  photoshop: 'una imagen de Photoshop',
  'jpeg-xl': 'una imagen JPEG XL',
  'jpeg-2000': 'una imagen JPEG 2000',
  mp3: 'un sonido MP3',
  wav: 'un sonido WAV',
  flac: 'un sonido FLAC',
  aac: 'un sonido AAC',
  midi: 'un archivo MIDI',
  onnx: 'una red ONNX',
  pickle: 'un checkpoint de PyTorch',
  avi: 'un vídeo AVI',
  'windows-media': 'un archivo de Windows Media',
  'flash-video': 'un vídeo Flash',
  'mpeg-ps': 'un vídeo MPEG-1 o MPEG-2',
  ogg: 'un archivo Ogg',
  mxf: 'un vídeo MXF',
  realmedia: 'un archivo RealMedia',
  playlist: 'una lista de emisiones (M3U)',
  zip: 'un archivo comprimido zip',
  gzip: 'un archivo comprimido gzip',
  rar: 'un archivo comprimido RAR',
  '7z': 'un archivo comprimido 7z',
  pdf: 'un documento PDF',
  html: 'una página web',
  text: 'un texto',
  empty: 'un archivo vacío',
  unknown: 'un archivo de un tipo que esta página no conoce',
};

/** With its article: «un vídeo AVI». */
export function formatName(format: FileFormat): string {
  return FORMATS[format];
}

export function fileProblemWords(problem: FileProblem): FileWords {
  switch (problem.kind) {
    case 'unreadable':
      return {
        what: 'ya no se puede leer: se movió, se borró o cambió',
        advice: 'Elíjalo de nuevo.',
      };
    case 'empty':
      return { what: 'está vacío', advice: 'Cópielo otra vez desde su origen.' };
    case 'format-unsupported':
      return {
        what: `es ${FORMATS[problem.format]}`,
        advice: formatAdvice(problem.format, FORMAT_ADVICE),
      };
    case 'no-index':
      return {
        what: 'no tiene índice, porque se interrumpió su grabación o su copia',
        advice: 'Cópielo otra vez o repárelo con un programa como untrunc.',
      };
    case 'no-video':
      return { what: 'no tiene pista de imagen', advice: CHOOSE_VIDEO };
    case 'no-frames':
      return {
        what: 'tiene una pista de imagen sin ninguna imagen',
        advice: 'Grábelo o expórtelo de nuevo.',
      };
    case 'encrypted':
      return { what: 'está cifrado', advice: 'Elija una copia sin protección.' };
    case 'codec-unsupported':
      return codecWords(problem.codec);
    case 'animation-unsupported':
      return {
        what: 'es una animación de la que este navegador solo muestra la primera imagen',
        advice: 'Ábrala en una versión actual de Chrome o Edge, o conviértala a MP4.',
      };
    case 'report-newer':
      return {
        what: 'es un informe de una versión posterior de esta página',
        advice: 'Ábralo en la página con la que se guardó.',
      };
    case 'report-invalid':
      return {
        what: 'no es un informe que se pueda reproducir',
        advice: 'Guárdelo de nuevo en la página de la que procede.',
      };
    case 'cut-short':
      return {
        what: `termina antes de tiempo, a los ${fixed(problem.seconds, 1)} s: falta el resto`,
        advice: 'Cópielo o descárguelo otra vez.',
      };
    case 'damaged':
      return {
        what:
          problem.seconds > 0
            ? `está dañado: se pudieron decodificar ${fixed(problem.seconds, 1)} s`
            : 'está dañado: no se pudo decodificar nada',
        advice: 'Cópielo otra vez o conviértalo con un programa de vídeo.',
      };
    case 'decoder-failed':
      return {
        what: 'puede estar en buen estado, pero el decodificador de esta página se detuvo o se quedó sin memoria',
        advice: 'Cierre otras pestañas y programas y empiece de nuevo.',
      };
  }
}

function codecWords(codec: string | null): FileWords {
  if (codec === null) {
    return {
      what: 'está codificado de una forma que aquí nada puede decodificar',
      advice: CONVERT,
    };
  }
  const what = `está codificado en ${codec}, que este navegador no puede decodificar`;
  switch (codec) {
    case 'H.265':
      return {
        what,
        advice:
          'Ábralo en Safari, o en Chrome o Edge en un dispositivo que decodifique H.265, o conviértalo a H.264.',
      };
    case 'H.264':
      return {
        what,
        advice: 'Ábralo en Chrome, Edge o Safari, o conviértalo a H.264 sencillo (8 bits, 4:2:0).',
      };
    default:
      return { what, advice: CONVERT };
  }
}
