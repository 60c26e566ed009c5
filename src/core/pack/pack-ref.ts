/** As much of a Blob as reading takes: it crosses threads by reference, without its bytes. */
export interface PackBlob {
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
  slice(start: number, end: number): PackBlob;
}

/**
 * Names a pack wherever it lives. It travels in messages, and its JSON is part of keys: the blobs
 * leave no trace there, and the digest stands for them.
 */
export type PackRef =
  /** A folder of `models/`, served beside the page. */
  | { readonly kind: 'shipped'; readonly id: string }
  /** One that the visitor has brought and this device keeps, by the SHA-256 of its manifest. */
  | { readonly kind: 'stored'; readonly sha256: string }
  /** Files that the visitor has brought. */
  | {
      readonly kind: 'dropped';
      /** SHA-256 of the manifest, which holds those of the other files. */
      readonly sha256: string;
      /** By file name, the manifest among them. */
      readonly files: ReadonlyMap<string, PackBlob>;
    };
