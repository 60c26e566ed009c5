/** A file to fetch, and what is known of it before. */
export interface RemoteFile {
  /** What a failure calls it; its ending says how its bytes must begin. */
  readonly name: string;
  readonly url: string;
  /** Length in bytes, decompressed; null where nobody has measured it. */
  readonly bytes: number | null;
  /** 64 hexadecimal digits; null where nobody has computed it. */
  readonly sha256: string | null;
  /** Ask the server whether the browser's copy is still good: for names that carry no hash. */
  readonly revalidate: boolean;
}
