import type { FileFormat } from '../../../core/media/file-format.ts';
import type { FileProblem } from '../../../core/media/file-problem.ts';
import { formatAdvice, type FormatAdvice } from '../format-advice.ts';
import type { FileWords } from '../message.ts';
import { numbersOf } from '../numbers.ts';

const { fixed } = numbersOf('sv');

const CHOOSE_VIDEO = 'Välj en video i MP4, MOV, WebM eller MKV.';
export const CONVERT = 'Konvertera till MP4 med H.264.';
const SAVE_AS_JPEG = 'Spara bilden som JPEG i ett fotoprogram och öppna den filen.';

const FORMAT_ADVICE: FormatAdvice = {
  svg: 'Spara den som PNG och öppna den filen.',
  convertible: CONVERT,
  picture: SAVE_AS_JPEG,
  other: CHOOSE_VIDEO,
};

const FORMATS: Readonly<Record<FileFormat, string>> = {
  mp4: 'en MP4-video',
  quicktime: 'en QuickTime-video',
  webm: 'en WebM-video',
  matroska: 'en Matroska-video',
  'mpeg-ts': 'en MPEG-transportström',
  jpeg: 'en JPEG-bild',
  png: 'en PNG-bild',
  gif: 'en GIF-bild',
  webp: 'en WebP-bild',
  avif: 'en AVIF-bild',
  heic: 'ett HEIC-foto',
  svg: 'en teckning (SVG)',
  raw: 'en råbild från en kamera',
  tiff: 'en TIFF-bild',
  bmp: 'en bitmappsbild (BMP)',
  photoshop: 'en Photoshop-bild',
  'jpeg-xl': 'en JPEG XL-bild',
  'jpeg-2000': 'en JPEG 2000-bild',
  mp3: 'ett MP3-ljud',
  wav: 'ett WAV-ljud',
  flac: 'ett FLAC-ljud',
  aac: 'ett AAC-ljud',
  midi: 'en MIDI-fil',
  onnx: 'ett ONNX-nät',
  pickle: 'en PyTorch-kontrollpunkt',
  avi: 'en AVI-video',
  'windows-media': 'en Windows Media-fil',
  'flash-video': 'en Flash-video',
  'mpeg-ps': 'en MPEG-1- eller MPEG-2-video',
  ogg: 'en Ogg-fil',
  mxf: 'en MXF-video',
  realmedia: 'en RealMedia-fil',
  playlist: 'en lista över strömmar (M3U)',
  zip: 'ett zip-arkiv',
  gzip: 'ett gzip-arkiv',
  rar: 'ett RAR-arkiv',
  '7z': 'ett 7z-arkiv',
  pdf: 'ett PDF-dokument',
  html: 'en webbsida',
  text: 'en text',
  empty: 'en tom fil',
  unknown: 'en fil av ett slag som sidan inte känner till',
};

/** With its article: ”en AVI-video”. */
export function formatName(format: FileFormat): string {
  return FORMATS[format];
}

export function fileProblemWords(problem: FileProblem): FileWords {
  switch (problem.kind) {
    case 'unreadable':
      return {
        what: 'går inte längre att läsa: den har flyttats, raderats eller ändrats',
        advice: 'Välj den igen.',
      };
    case 'empty':
      return { what: 'är tom', advice: 'Kopiera den igen från källan.' };
    case 'format-unsupported':
      return {
        what: `är ${FORMATS[problem.format]}`,
        advice: formatAdvice(problem.format, FORMAT_ADVICE),
      };
    case 'no-index':
      return {
        what: 'saknar index, eftersom inspelningen eller kopieringen avbröts',
        advice: 'Kopiera den igen, eller laga den med ett reparationsprogram som untrunc.',
      };
    case 'no-video':
      return { what: 'har inget bildspår', advice: CHOOSE_VIDEO };
    case 'no-frames':
      return {
        what: 'har ett bildspår utan någon bild',
        advice: 'Spela in eller exportera den igen.',
      };
    case 'encrypted':
      return { what: 'är krypterad', advice: 'Välj en kopia utan skydd.' };
    case 'codec-unsupported':
      return codecWords(problem.codec);
    case 'animation-unsupported':
      return {
        what: 'är en animation, av vilken den här webbläsaren bara visar den första bilden',
        advice: 'Öppna den i en aktuell Chrome eller Edge, eller konvertera den till MP4.',
      };
    case 'report-newer':
      return {
        what: 'är en rapport från en senare version av sidan',
        advice: 'Öppna den på sidan som den sparades med.',
      };
    case 'report-invalid':
      return {
        what: 'är ingen rapport som går att spela upp',
        advice: 'Spara den igen på sidan som den kommer från.',
      };
    case 'cut-short':
      return {
        what: `slutar för tidigt, efter ${fixed(problem.seconds, 1)} s: resten saknas`,
        advice: 'Kopiera eller ladda ned den igen.',
      };
    case 'damaged':
      return {
        what:
          problem.seconds > 0
            ? `är skadad: ${fixed(problem.seconds, 1)} s av den gick att avkoda`
            : 'är skadad: inget av den gick att avkoda',
        advice: 'Kopiera den igen, eller konvertera den med ett videoprogram.',
      };
    case 'decoder-failed':
      return {
        what: 'kan vara hel, men sidans avkodare stannade eller fick slut på minne',
        advice: 'Stäng andra flikar och program och börja sedan om.',
      };
  }
}

function codecWords(codec: string | null): FileWords {
  if (codec === null) {
    return { what: 'är kodad på ett sätt som inget här kan avkoda', advice: CONVERT };
  }
  const what = `är kodad med ${codec}, som den här webbläsaren inte kan avkoda`;
  switch (codec) {
    case 'H.265':
      return {
        what,
        advice:
          'Öppna den i Safari, eller i Chrome eller Edge på en enhet som avkodar H.265, eller konvertera den till H.264.',
      };
    case 'H.264':
      return {
        what,
        advice:
          'Öppna den i Chrome, Edge eller Safari, eller konvertera den till vanlig H.264 (8 bitar, 4:2:0).',
      };
    default:
      return { what, advice: CONVERT };
  }
}
