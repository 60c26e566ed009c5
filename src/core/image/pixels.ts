import type { Size } from '../geometry/shapes.ts';

/** Four bytes a pixel, row by row, as ImageData holds them. */
export interface RgbaImage extends Size {
  readonly data: Uint8ClampedArray | Uint8Array;
}

/** An image whose pixels nobody else has, so that they may be handed on to another thread. */
export interface OwnImage extends RgbaImage {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** The pixels of one crop in 0..255, row by row, channels interleaved: exactly what is normalised and encoded. */
export interface CropImage {
  readonly size: number;
  readonly channels: 1 | 3;
  /** size × size × channels values. */
  readonly data: Float32Array;
}
