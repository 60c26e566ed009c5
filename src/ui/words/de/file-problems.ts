import type { FileFormat } from '../../../core/media/file-format.ts';
import type { FileProblem } from '../../../core/media/file-problem.ts';
import { formatAdvice, type FormatAdvice } from '../format-advice.ts';
import type { FileWords } from '../message.ts';
import { numbersOf } from '../numbers.ts';

const { fixed } = numbersOf('de');

const CHOOSE_VIDEO = 'Bitte ein Video als MP4, MOV, WebM oder MKV wählen.';
export const CONVERT = 'Bitte in ein MP4 mit H.264 umwandeln.';
const SAVE_AS_JPEG = 'Bitte mit einem Fotoprogramm als JPEG speichern und das öffnen.';

const FORMAT_ADVICE: FormatAdvice = {
  svg: 'Bitte als PNG speichern und das öffnen.',
  convertible: CONVERT,
  picture: SAVE_AS_JPEG,
  other: CHOOSE_VIDEO,
};

const FORMATS: Readonly<Record<FileFormat, string>> = {
  mp4: 'ein MP4-Video',
  quicktime: 'ein QuickTime-Video',
  webm: 'ein WebM-Video',
  matroska: 'ein Matroska-Video',
  'mpeg-ts': 'ein MPEG-Transportstrom',
  jpeg: 'ein JPEG-Bild',
  png: 'ein PNG-Bild',
  gif: 'ein GIF-Bild',
  webp: 'ein WebP-Bild',
  avif: 'ein AVIF-Bild',
  heic: 'ein HEIC-Foto',
  svg: 'eine Zeichnung (SVG)',
  raw: 'ein Rohbild einer Kamera',
  tiff: 'ein TIFF-Bild',
  bmp: 'ein Bitmap-Bild (BMP)',
  photoshop: 'ein Photoshop-Bild',
  'jpeg-xl': 'ein JPEG-XL-Bild',
  'jpeg-2000': 'ein JPEG-2000-Bild',
  mp3: 'ein MP3-Ton',
  wav: 'ein WAV-Ton',
  flac: 'ein FLAC-Ton',
  aac: 'ein AAC-Ton',
  midi: 'eine MIDI-Datei',
  onnx: 'ein ONNX-Netz',
  pickle: 'ein PyTorch-Checkpoint',
  avi: 'ein AVI-Video',
  'windows-media': 'eine Windows-Media-Datei',
  'flash-video': 'ein Flash-Video',
  'mpeg-ps': 'ein MPEG-1- oder MPEG-2-Video',
  ogg: 'eine Ogg-Datei',
  mxf: 'ein MXF-Video',
  realmedia: 'eine RealMedia-Datei',
  playlist: 'eine Liste von Streams (M3U)',
  zip: 'ein zip-Archiv',
  gzip: 'ein gzip-Archiv',
  rar: 'ein RAR-Archiv',
  '7z': 'ein 7z-Archiv',
  pdf: 'ein PDF-Dokument',
  html: 'eine Webseite',
  text: 'ein Text',
  empty: 'eine leere Datei',
  unknown: 'eine Datei von einer Art, die diese Seite nicht kennt',
};

/** With its article: „ein AVI-Video“. */
export function formatName(format: FileFormat): string {
  return FORMATS[format];
}

export function fileProblemWords(problem: FileProblem): FileWords {
  switch (problem.kind) {
    case 'unreadable':
      return {
        what: 'lässt sich nicht mehr lesen: verschoben, gelöscht oder geändert',
        advice: 'Bitte erneut wählen.',
      };
    case 'empty':
      return { what: 'ist leer', advice: 'Bitte erneut von der Quelle kopieren.' };
    case 'format-unsupported':
      return {
        what: `ist ${FORMATS[problem.format]}`,
        advice: formatAdvice(problem.format, FORMAT_ADVICE),
      };
    case 'no-index':
      return {
        what: 'hat keinen Index, weil die Aufnahme oder das Kopieren unterbrochen wurde',
        advice: 'Bitte erneut kopieren oder mit einem Reparaturprogramm wie untrunc reparieren.',
      };
    case 'no-video':
      return { what: 'hat keine Bildspur', advice: CHOOSE_VIDEO };
    case 'no-frames':
      return {
        what: 'hat eine Bildspur ohne ein Bild',
        advice: 'Bitte erneut aufnehmen oder exportieren.',
      };
    case 'encrypted':
      return { what: 'ist verschlüsselt', advice: 'Bitte eine Kopie ohne Schutz wählen.' };
    case 'codec-unsupported':
      return codecWords(problem.codec);
    case 'animation-unsupported':
      return {
        what: 'ist eine Animation, von der dieser Browser nur das erste Bild zeigt',
        advice: 'Bitte in einem aktuellen Chrome oder Edge öffnen oder in ein MP4 umwandeln.',
      };
    case 'report-newer':
      return {
        what: 'ist ein Bericht einer neueren Fassung dieser Seite',
        advice: 'Bitte auf der Seite öffnen, auf der er gespeichert wurde.',
      };
    case 'report-invalid':
      return {
        what: 'ist kein Bericht, der sich abspielen lässt',
        advice: 'Bitte auf der Seite, von der er stammt, noch einmal speichern.',
      };
    case 'cut-short':
      return {
        what: `endet zu früh, nach ${fixed(problem.seconds, 1)} s: der Rest fehlt`,
        advice: 'Bitte erneut kopieren oder herunterladen.',
      };
    case 'damaged':
      return {
        what:
          problem.seconds > 0
            ? `ist beschädigt: ${fixed(problem.seconds, 1)} s davon ließen sich dekodieren`
            : 'ist beschädigt: nichts davon ließ sich dekodieren',
        advice: 'Bitte erneut kopieren oder mit einem Videoprogramm umwandeln.',
      };
    case 'decoder-failed':
      return {
        what: 'ist vielleicht in Ordnung, aber der Dekoder dieser Seite blieb stehen oder hatte zu wenig Speicher',
        advice: 'Bitte andere Tabs und Programme schließen und neu beginnen.',
      };
  }
}

function codecWords(codec: string | null): FileWords {
  if (codec === null) {
    return { what: 'ist auf eine Weise kodiert, die hier nichts dekodieren kann', advice: CONVERT };
  }
  const what = `ist mit ${codec} kodiert, was dieser Browser nicht dekodieren kann`;
  switch (codec) {
    case 'H.265':
      return {
        what,
        advice:
          'Bitte in Safari öffnen, oder in Chrome oder Edge auf einem Gerät, das H.265 dekodiert, oder in H.264 umwandeln.',
      };
    case 'H.264':
      return {
        what,
        advice:
          'Bitte in Chrome, Edge oder Safari öffnen oder in einfaches H.264 (8 Bit, 4:2:0) umwandeln.',
      };
    default:
      return { what, advice: CONVERT };
  }
}
