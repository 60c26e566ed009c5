/** Lengths are pixels of the frame they belong to, x to the right and y down, unless said otherwise. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An upright rectangle by its top left corner. */
export interface Box extends Point, Size {}
