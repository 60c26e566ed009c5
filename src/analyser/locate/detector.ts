import type { Detection } from '../../core/tracking/face.ts';
import type { Picture } from '../picture/picture.ts';

/** Finds faces, in pixels of the picture. Asked for one picture at a time. */
export interface Detector {
  /** Takes what it needs of the picture before it returns: the picture may change meanwhile. */
  detect(picture: Picture): Promise<readonly Detection[]>;
}
