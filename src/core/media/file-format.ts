/** What a file is, judged by its bytes. */
export type FileFormat = VideoFormat | PictureFormat | SoundFormat | ModelFormat | OtherFormat;

/** Containers whose video can be decoded frame by frame. */
export type VideoFormat = (typeof VIDEOS)[number];

type PictureFormat = (typeof PICTURES)[number];
type SoundFormat = 'mp3' | 'wav' | 'flac' | 'aac' | 'midi';
/** A network, and what PyTorch saved before it saved zips. */
type ModelFormat = 'onnx' | 'pickle';
type OtherFormat =
  | 'avi'
  | 'windows-media'
  | 'flash-video'
  | 'mpeg-ps'
  | 'ogg'
  | 'mxf'
  | 'realmedia'
  | 'playlist'
  | 'zip'
  | 'gzip'
  | 'rar'
  | '7z'
  | 'pdf'
  | 'html'
  | 'text'
  | 'empty'
  | 'unknown';

const VIDEOS = ['mp4', 'quicktime', 'webm', 'matroska', 'mpeg-ts'] as const;
const PICTURES = [
  'jpeg',
  'png',
  'gif',
  'webp',
  'avif',
  'heic',
  'svg',
  'raw',
  'tiff',
  'bmp',
  'photoshop',
  'jpeg-xl',
  'jpeg-2000',
] as const;

/** As much of a file's beginning as `fileFormat` looks at. */
export const HEAD_BYTES = 4096;

/** Endings of camera makers' raw pictures, which are TIFF files by their bytes. */
const RAW_NAME =
  /\.(3fr|arw|cr2|cr3|dcr|dng|erf|iiq|kdc|mrw|nef|nrw|orf|pef|raf|raw|rw2|sr2|srw|x3f)$/i;

/** Bytes at a place, as Latin-1 text. The first that fits decides. */
const SIGNATURES: readonly (readonly [format: FileFormat, at: number, bytes: string])[] = [
  ['jpeg', 0, '\xff\xd8\xff'],
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['gif', 0, 'GIF87a'],
  ['gif', 0, 'GIF89a'],
  ['webp', 8, 'WEBP'],
  ['avi', 8, 'AVI '],
  ['wav', 8, 'WAVE'],
  ['ogg', 0, 'OggS'],
  ['flash-video', 0, 'FLV\x01'],
  ['windows-media', 0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11'],
  ['mpeg-ps', 0, '\x00\x00\x01\xba'],
  ['mpeg-ps', 0, '\x00\x00\x01\xb3'],
  ['mxf', 0, '\x06\x0e\x2b\x34'],
  ['realmedia', 0, '.RMF'],
  ['raw', 0, 'FUJIFILMCCD-RAW'],
  ['raw', 0, 'IIU\0'],
  ['raw', 0, 'IIRO'],
  ['raw', 0, 'IIRS'],
  ['raw', 0, 'FOVb'],
  ['raw', 8, 'CR\x02'],
  ['tiff', 0, 'II*\0'],
  ['tiff', 0, 'MM\0*'],
  ['jpeg-xl', 0, '\xff\x0a'],
  ['jpeg-xl', 4, 'JXL '],
  ['jpeg-2000', 4, 'jP  '],
  ['photoshop', 0, '8BPS'],
  ['flac', 0, 'fLaC'],
  ['mp3', 0, 'ID3'],
  ['mp3', 0, '\xff\xfb'],
  ['mp3', 0, '\xff\xf3'],
  ['aac', 0, '\xff\xf1'],
  ['aac', 0, '\xff\xf9'],
  ['midi', 0, 'MThd'],
  ['pickle', 0, '\x80\x02'],
  ['zip', 0, 'PK\x03\x04'],
  ['zip', 0, 'PK\x05\x06'],
  ['gzip', 0, '\x1f\x8b'],
  ['rar', 0, 'Rar!\x1a\x07'],
  ['7z', 0, '7z\xbc\xaf\x27\x1c'],
  ['pdf', 0, '%PDF'],
  ['playlist', 0, '#EXTM3U'],
];

/** Of producer, domain, versions, description, graph, operator sets, metadata and functions. */
const ONNX_TAGS = [0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42, 0x72, 0xca];

const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];
/** What films begin with that were written before there was a box to name their kind. */
const UNMARKED_BOXES = ['moov', 'mdat', 'wide', 'free', 'skip', 'pnot'];
const FRAGMENT_BOXES = ['styp', 'sidx', 'moof'];

const TS_PACKETS = [
  { size: 188, at: 0 },
  { size: 192, at: 4 },
  { size: 204, at: 0 },
];
const TS_SYNC = 0x47;

export function isVideo(format: FileFormat): format is VideoFormat {
  return (VIDEOS as readonly FileFormat[]).includes(format);
}

export function isPicture(format: FileFormat): format is PictureFormat {
  return (PICTURES as readonly FileFormat[]).includes(format);
}

/**
 * What a file is.
 * @param head its first HEAD_BYTES bytes, or all it has
 * @param name only tells a camera's raw picture from any other TIFF
 */
export function fileFormat(head: Uint8Array, name: string): FileFormat {
  if (head.length === 0) return 'empty';
  const text = latin1(head);
  const boxes = boxFormat(text);
  if (boxes !== null) return boxes;
  if (text.startsWith('\x1a\x45\xdf\xa3')) return matroskaFormat(text);
  const found = SIGNATURES.find(([, at, bytes]) => text.startsWith(bytes, at))?.[0];
  if (found === 'tiff' && RAW_NAME.test(name)) return 'raw';
  if (found !== undefined) return found;
  if (isOnnx(head)) return 'onnx';
  if (text.startsWith('BM') && isBitmap(head)) return 'bmp';
  const other = textFormat(text);
  return other === 'unknown' && isTransportStream(head) ? 'mpeg-ts' : other;
}

/** Of a file made of ISO base media boxes; null where it is none. */
function boxFormat(text: string): FileFormat | null {
  const box = text.slice(4, 8);
  if (box === 'ftyp') return brandFormat(text);
  if (FRAGMENT_BOXES.includes(box)) return 'mp4';
  return UNMARKED_BOXES.includes(box) ? 'quicktime' : null;
}

function brandFormat(text: string): FileFormat {
  const length = Math.min(text.length, bigEndian(text.slice(0, 4)));
  const major = text.slice(8, 12);
  if (major === 'qt  ') return 'quicktime';
  if (major === 'crx ') return 'raw';
  const brands = [major, ...(text.slice(16, length).match(/[^]{4}/g) ?? [])];
  if (brands.includes('avif') || brands.includes('avis')) return 'avif';
  return HEIC_BRANDS.includes(major) ? 'heic' : 'mp4';
}

function matroskaFormat(text: string): FileFormat {
  // The header's element 0x4282, its length, and the name of the kind.
  return /\x42\x82[\x81-\x9f]webm/.test(text.slice(0, 256)) ? 'webm' : 'matroska';
}

/** The first field is the version of the format, a small number; then any other of a model's fields. */
function isOnnx([tag, version = 0, next = 0]: Uint8Array): boolean {
  return tag === 0x08 && version > 0 && version < 32 && ONNX_TAGS.includes(next);
}

function isBitmap(head: Uint8Array): boolean {
  // The size of the second header is one of a few small numbers.
  return head.length > 18 && head[15] === 0 && head[16] === 0 && head[17] === 0;
}

function isTransportStream(head: Uint8Array): boolean {
  return TS_PACKETS.some(({ size, at }) => {
    if (head.length < at + 2 * size) return false;
    const places = Math.floor((head.length - at) / size);
    return Array.from({ length: places }, (_, i) => head[at + i * size]).every(
      (byte) => byte === TS_SYNC,
    );
  });
}

function textFormat(text: string): FileFormat {
  const isUtf16 = text.startsWith('\xff\xfe') || text.startsWith('\xfe\xff');
  if (!isUtf16 && Array.from(text).some(isControl)) return 'unknown';
  if (/<svg[\s>]/i.test(text)) return 'svg';
  return /^\s*(<!doctype html|<html)/i.test(text.replace('\xef\xbb\xbf', '')) ? 'html' : 'text';
}

/** What no text holds: of the control characters it has tab, line ends, form feed and escape. */
function isControl(character: string): boolean {
  return character < ' ' && !'\t\n\v\f\r\x1b'.includes(character);
}

function bigEndian(bytes: string): number {
  return Array.from(bytes).reduce((value, byte) => value * 256 + byte.charCodeAt(0), 0);
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
