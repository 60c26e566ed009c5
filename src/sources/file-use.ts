import { isPicture, isVideo, type FileFormat } from '../core/media/file-format.ts';
import type { FileAt } from './dropped-files.ts';
import { fileHead, type FileHead } from './file-head.ts';
import { beginsReport } from './replay/report-file.ts';

/** What the live page does with files: reads faces in them, or takes them as a model to read with. */
export type FileUse = 'picture' | 'model';

/** Of a large folder only so many files are looked at. */
const MOST = 100;

/** Zips are packs and PyTorch’s checkpoints. */
const MODELS: readonly FileFormat[] = ['zip', 'onnx', 'pickle'];
const MODEL_NAME = /\.(zip|onnx|pth?)$/i;
/** A pack's manifest; its bytes are those of any JSON. */
const MANIFEST_NAME = /(^|\/)pack\.json$/;

/**
 * What files are for, by their bytes: names decide only where those say nothing. A pack may have
 * pictures beside its networks. A report is a zip, and is replayed.
 */
export async function fileUse(files: readonly FileAt[]): Promise<FileUse> {
  const some = files.slice(0, MOST);
  if (some.some(({ path }) => MANIFEST_NAME.test(path))) return 'model';
  const heads = await Promise.all(some.map(({ file }) => headOf(file)));
  if (heads.some(({ bytes }) => beginsReport(bytes))) return 'picture';
  const formats = heads.map(({ format }) => format);
  if (formats.some((format) => MODELS.includes(format))) return 'model';
  if (formats.some((format) => isVideo(format) || isPicture(format))) return 'picture';
  return some.some(({ path }) => MODEL_NAME.test(path)) ? 'model' : 'picture';
}

/** Whoever opens a file that cannot be read says so. */
async function headOf(file: File): Promise<FileHead> {
  return fileHead(file).catch(() => ({ format: 'unknown', bytes: new Uint8Array() }));
}
