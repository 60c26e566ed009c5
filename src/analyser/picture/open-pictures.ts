import { CanvasPictures } from './canvas-pictures.ts';
import { CopiedPictures } from './copied-pictures.ts';
import { FallbackPictures } from './fallback-pictures.ts';
import type { Pictures } from './picture.ts';

/** @param cutsHere whether crops are cut out of main memory, and not by the GPU */
export function openPictures(cutsHere: boolean): Pictures {
  const drawn = new CanvasPictures(cutsHere);
  return cutsHere ? new FallbackPictures(new CopiedPictures(), drawn) : drawn;
}
