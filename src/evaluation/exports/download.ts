/** A file made on the page, to be saved by the visitor. */
export interface Download {
  readonly name: string;
  readonly blob: Blob;
}
