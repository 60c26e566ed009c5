/** A part of the program: small, and needed for the page to start or go on. */
export interface ProgramFile {
  /** From the page's own address on; empty for the page itself. */
  readonly path: string;
  /** As Subresource Integrity writes it: "sha256-…". */
  readonly integrity: string;
  /** Whether the page asks for it before anything is started. */
  readonly first: boolean;
}

/** A file that the analyser downloads, checks and keeps by itself. */
export interface LargeFile {
  /** Under which the analyser keeps it. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** All that a version of the page consists of. */
export interface OfflineFiles {
  readonly program: readonly ProgramFile[];
  readonly large: readonly LargeFile[];
  /** What every answer should carry; a static host may not send them. */
  readonly headers: Readonly<Record<string, string>>;
}
