const MIB = 2 ** 20;

/** Bounds that are checked before memory is taken. They leave room for the largest published encoders. */
export const LIMITS = {
  /** Files of a folder or an archive. */
  files: 64,
  /** One file, and all of them together. */
  fileBytes: 1024 * MIB,
  totalBytes: 4608 * MIB,
  manifestBytes: 4 * MIB,
  /** A head's checkpoint: far less than an encoder. */
  checkpointBytes: 128 * MIB,
  /** Graphs within graphs, and whatever else nests. */
  depth: 16,
  nodes: 100_000,
  /** Instructions of a pickle, and numbers of a tensor in it. */
  pickleSteps: 100_000,
  tensorNumbers: 2 ** 24,
} as const;
