/** What a head was given for a clip. Rows of `dimension` numbers: one for an aggregated clip, else one a window. */
export interface ClipFeatures {
  readonly dimension: number;
  readonly values: Float32Array<ArrayBuffer>;
}
