import type { Detection } from '../../core/face.ts';
import type { Picture } from '../picture.ts';

/** Finds faces, in pixels of the picture. */
export interface Detector {
  detect(picture: Picture): Promise<readonly Detection[]>;
}
