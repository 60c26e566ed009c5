import type { FileFormat } from '../../../core/media/file-format.ts';
import type { FileProblem } from '../../../core/media/file-problem.ts';
import { formatAdvice, type FormatAdvice } from '../format-advice.ts';
import type { FileWords } from '../message.ts';
import { numbersOf } from '../numbers.ts';

const { fixed } = numbersOf('fr');

const CHOOSE_VIDEO = 'Choisissez une vidéo MP4, MOV, WebM ou MKV.';
export const CONVERT = 'Convertissez ce fichier en MP4 avec H.264.';
const SAVE_AS_JPEG =
  'Enregistrez l’image en JPEG avec un logiciel de photo, puis ouvrez ce fichier.';

const FORMAT_ADVICE: FormatAdvice = {
  svg: 'Enregistrez-le en PNG, puis ouvrez ce fichier.',
  convertible: CONVERT,
  picture: SAVE_AS_JPEG,
  other: CHOOSE_VIDEO,
};

const FORMATS: Readonly<Record<FileFormat, string>> = {
  mp4: 'une vidéo MP4',
  quicktime: 'une vidéo QuickTime',
  webm: 'une vidéo WebM',
  matroska: 'une vidéo Matroska',
  'mpeg-ts': 'un flux de transport MPEG',
  jpeg: 'une image JPEG',
  png: 'une image PNG',
  gif: 'une image GIF',
  webp: 'une image WebP',
  avif: 'une image AVIF',
  heic: 'une photo HEIC',
  svg: 'un dessin (SVG)',
  raw: 'une image brute d’appareil photo',
  tiff: 'une image TIFF',
  bmp: 'une image bitmap (BMP)',
  photoshop: 'une image Photoshop',
  'jpeg-xl': 'une image JPEG XL',
  'jpeg-2000': 'une image JPEG 2000',
  mp3: 'un son MP3',
  wav: 'un son WAV',
  flac: 'un son FLAC',
  aac: 'un son AAC',
  midi: 'un fichier MIDI',
  onnx: 'un réseau ONNX',
  pickle: 'un checkpoint PyTorch',
  avi: 'une vidéo AVI',
  'windows-media': 'un fichier Windows Media',
  'flash-video': 'une vidéo Flash',
  'mpeg-ps': 'une vidéo MPEG-1 ou MPEG-2',
  ogg: 'un fichier Ogg',
  mxf: 'une vidéo MXF',
  realmedia: 'un fichier RealMedia',
  playlist: 'une liste de flux (M3U)',
  zip: 'une archive zip',
  gzip: 'une archive gzip',
  rar: 'une archive RAR',
  '7z': 'une archive 7z',
  pdf: 'un document PDF',
  html: 'une page web',
  text: 'un texte',
  empty: 'un fichier vide',
  unknown: 'un fichier d’un type que cette page ne connaît pas',
};

/** With its article: « une vidéo AVI ». */
export function formatName(format: FileFormat): string {
  return FORMATS[format];
}

export function fileProblemWords(problem: FileProblem): FileWords {
  switch (problem.kind) {
    case 'unreadable':
      return {
        what: 'ne peut plus être lu : déplacé, supprimé ou modifié',
        advice: 'Choisissez-le de nouveau.',
      };
    case 'empty':
      return { what: 'est vide', advice: 'Copiez-le de nouveau depuis sa source.' };
    case 'format-unsupported':
      return {
        what: `est ${FORMATS[problem.format]}`,
        advice: formatAdvice(problem.format, FORMAT_ADVICE),
      };
    case 'no-index':
      return {
        what: 'n’a pas d’index, car son enregistrement ou sa copie a été interrompu',
        advice: 'Copiez-le de nouveau, ou réparez-le avec un logiciel de réparation comme untrunc.',
      };
    case 'no-video':
      return { what: 'n’a pas de piste d’images', advice: CHOOSE_VIDEO };
    case 'no-frames':
      return {
        what: 'a une piste d’images sans aucune image',
        advice: 'Enregistrez-le ou exportez-le de nouveau.',
      };
    case 'encrypted':
      return { what: 'est chiffré', advice: 'Choisissez une copie sans protection.' };
    case 'codec-unsupported':
      return codecWords(problem.codec);
    case 'animation-unsupported':
      return {
        what: 'est une animation dont ce navigateur ne montre que la première image',
        advice:
          'Ouvrez-la dans une version actuelle de Chrome ou d’Edge, ou convertissez-la en MP4.',
      };
    case 'report-newer':
      return {
        what: 'est un rapport d’une version plus récente de cette page',
        advice: 'Ouvrez-le sur la page qui l’a enregistré.',
      };
    case 'report-invalid':
      return {
        what: 'n’est pas un rapport qui puisse être rejoué',
        advice: 'Enregistrez-le à nouveau sur la page d’où il vient.',
      };
    case 'cut-short':
      return {
        what: `s’arrête trop tôt, après ${fixed(problem.seconds, 1)} s : le reste manque`,
        advice: 'Copiez-le ou téléchargez-le de nouveau.',
      };
    case 'damaged':
      return {
        what:
          problem.seconds > 0
            ? `est endommagé : ${fixed(problem.seconds, 1)} s ont pu être décodées`
            : 'est endommagé : rien n’a pu en être décodé',
        advice: 'Copiez-le de nouveau, ou convertissez-le avec un logiciel vidéo.',
      };
    case 'decoder-failed':
      return {
        what: 'est peut-être intact, mais le décodeur de cette page s’est arrêté ou a manqué de mémoire',
        advice: 'Fermez d’autres onglets et programmes, puis recommencez.',
      };
  }
}

function codecWords(codec: string | null): FileWords {
  if (codec === null) {
    return { what: 'est codé d’une façon que rien ici ne peut décoder', advice: CONVERT };
  }
  const what = `est codé en ${codec}, que ce navigateur ne peut pas décoder`;
  switch (codec) {
    case 'H.265':
      return {
        what,
        advice:
          'Ouvrez-le dans Safari, ou dans Chrome ou Edge sur un appareil qui décode le H.265, ou convertissez-le en H.264.',
      };
    case 'H.264':
      return {
        what,
        advice:
          'Ouvrez-le dans Chrome, Edge ou Safari, ou convertissez-le en H.264 simple (8 bits, 4:2:0).',
      };
    default:
      return { what, advice: CONVERT };
  }
}
