import type { Detection } from '../../core/face.ts';
import type { Size } from '../../core/geometry.ts';
import type { FrameImage } from '../messages.ts';

/** Finds faces in frames of one source, in pixels of the frame. */
export interface Detector {
  detect(image: FrameImage, size: Size): Promise<readonly Detection[]>;
}
