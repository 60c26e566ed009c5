import { CanvasPictures } from './canvas-pictures.ts';
import { CopiedPictures } from './copied-pictures.ts';
import { LadderPictures } from './ladder-pictures.ts';
import type { Pictures } from './picture.ts';

/** @param cutsHere whether crops are cut out of main memory, and not by the GPU */
export function openPictures(cutsHere: boolean): Pictures {
  const drawn = new CanvasPictures(cutsHere);
  return cutsHere ? new LadderPictures(new CopiedPictures(), drawn) : drawn;
}
