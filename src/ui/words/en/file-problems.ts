import type { FileFormat } from '../../../core/media/file-format.ts';
import type { FileProblem } from '../../../core/media/file-problem.ts';
import { formatAdvice, type FormatAdvice } from '../format-advice.ts';
import type { FileWords } from '../message.ts';
import { numbersOf } from '../numbers.ts';

const { fixed } = numbersOf('en');

const CHOOSE_VIDEO = 'Choose an MP4, MOV, WebM or MKV video.';
export const CONVERT = 'Convert it to an MP4 with H.264.';
const SAVE_AS_JPEG = 'Save it as a JPEG with a photo program, and open that.';

const FORMAT_ADVICE: FormatAdvice = {
  svg: 'Save it as a PNG, and open that.',
  convertible: CONVERT,
  picture: SAVE_AS_JPEG,
  other: CHOOSE_VIDEO,
};

const FORMATS: Readonly<Record<FileFormat, string>> = {
  mp4: 'an MP4 video',
  quicktime: 'a QuickTime video',
  webm: 'a WebM video',
  matroska: 'a Matroska video',
  'mpeg-ts': 'an MPEG transport stream',
  jpeg: 'a JPEG picture',
  png: 'a PNG picture',
  gif: 'a GIF picture',
  webp: 'a WebP picture',
  avif: 'an AVIF picture',
  heic: 'a HEIC photo',
  svg: 'a drawing (SVG)',
  raw: 'a camera’s raw picture',
  tiff: 'a TIFF picture',
  bmp: 'a bitmap picture (BMP)',
  photoshop: 'a Photoshop picture',
  'jpeg-xl': 'a JPEG XL picture',
  'jpeg-2000': 'a JPEG 2000 picture',
  mp3: 'an MP3 sound',
  wav: 'a WAV sound',
  flac: 'a FLAC sound',
  aac: 'an AAC sound',
  midi: 'a MIDI file',
  onnx: 'an ONNX network',
  pickle: 'a PyTorch checkpoint',
  avi: 'an AVI video',
  'windows-media': 'a Windows Media file',
  'flash-video': 'a Flash video',
  'mpeg-ps': 'an MPEG-1 or MPEG-2 video',
  ogg: 'an Ogg file',
  mxf: 'an MXF video',
  realmedia: 'a RealMedia file',
  playlist: 'a list of streams (M3U)',
  zip: 'a zip archive',
  gzip: 'a gzip archive',
  rar: 'a RAR archive',
  '7z': 'a 7z archive',
  pdf: 'a PDF document',
  html: 'a web page',
  text: 'a text',
  empty: 'an empty file',
  unknown: 'a file of a kind this page does not know',
};

/** With its article: “an AVI video”. */
export function formatName(format: FileFormat): string {
  return FORMATS[format];
}

export function fileProblemWords(problem: FileProblem): FileWords {
  switch (problem.kind) {
    case 'unreadable':
      return {
        what: 'cannot be read any more: it was moved, deleted or changed',
        advice: 'Choose it again.',
      };
    case 'empty':
      return { what: 'is empty', advice: 'Copy it again from where it came from.' };
    case 'format-unsupported':
      return {
        what: `is ${FORMATS[problem.format]}`,
        advice: formatAdvice(problem.format, FORMAT_ADVICE),
      };
    case 'no-index':
      return {
        what: 'has no index, because its recording or its copy was interrupted',
        advice: 'Copy it again, or mend it with a repair program such as untrunc.',
      };
    case 'no-video':
      return { what: 'has no picture track', advice: CHOOSE_VIDEO };
    case 'no-frames':
      return {
        what: 'has a picture track without a picture',
        advice: 'Record or export it again.',
      };
    case 'encrypted':
      return { what: 'is encrypted', advice: 'Choose a copy without protection.' };
    case 'codec-unsupported':
      return codecWords(problem.codec);
    case 'animation-unsupported':
      return {
        what: 'is an animation, of which this browser shows only the first picture',
        advice: 'Open it in a current Chrome or Edge, or convert it to an MP4.',
      };
    case 'report-newer':
      return {
        what: 'is a report of a later version of this page',
        advice: 'Open it on the page that it was saved with.',
      };
    case 'report-invalid':
      return {
        what: 'is no report that can be replayed',
        advice: 'Save it again on the page that it comes from.',
      };
    case 'cut-short':
      return {
        what: `ends too early, after ${fixed(problem.seconds, 1)} s: the rest of it is missing`,
        advice: 'Copy or download it again.',
      };
    case 'damaged':
      return {
        what:
          problem.seconds > 0
            ? `is damaged: it could be decoded for ${fixed(problem.seconds, 1)} s`
            : 'is damaged: nothing of it could be decoded',
        advice: 'Copy it again, or convert it with a video program.',
      };
    case 'decoder-failed':
      return {
        what: 'may be sound, but this page’s decoder stopped or ran out of memory',
        advice: 'Close other tabs and programs, then start again.',
      };
  }
}

function codecWords(codec: string | null): FileWords {
  if (codec === null) {
    return { what: 'is coded in a way that nothing here can decode', advice: CONVERT };
  }
  const what = `is coded in ${codec}, which this browser cannot decode`;
  switch (codec) {
    case 'H.265':
      return {
        what,
        advice:
          'Open it in Safari, or in Chrome or Edge on a device that decodes H.265, or convert it to H.264.',
      };
    case 'H.264':
      return {
        what,
        advice: 'Open it in Chrome, Edge or Safari, or convert it to plain H.264 (8 bit, 4:2:0).',
      };
    default:
      return { what, advice: CONVERT };
  }
}
