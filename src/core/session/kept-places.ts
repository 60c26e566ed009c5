/** Where a browser keeps things for a page. */
export type KeptArea = 'local-storage' | 'indexed-db' | 'cache-storage' | 'file-system';

export interface KeptPlace {
  readonly area: KeptArea;
  /** The name under which the browser keeps it: a key, a database, a cache, a folder. */
  readonly name: string;
}

/** Everything the page keeps on a device. What is not listed here is not kept. */
export const KEPT = {
  settings: { area: 'local-storage', name: 'blendscope.settings' },
  /** Which analyser was built last. */
  readySetup: { area: 'local-storage', name: 'blendscope.ready' },
  /** What the operator of a booth has chosen. */
  booth: { area: 'local-storage', name: 'blendscope.booth' },
  /** How many visitors and rounds a booth has had. */
  boothCounts: { area: 'local-storage', name: 'blendscope.booth-counts' },
  /** What a model reads of the drawn face. */
  boothTargets: { area: 'local-storage', name: 'blendscope.booth-targets' },
  /** Which backend is the faster one. */
  backends: { area: 'indexed-db', name: 'blendscope-backends' },
  /** How evaluated clips came out. */
  results: { area: 'indexed-db', name: 'blendscope-evaluation' },
  /** The page itself, for a start without a network. */
  program: { area: 'cache-storage', name: 'blendscope-program' },
  /** Files of packs and detectors, checked once. */
  files: { area: 'cache-storage', name: 'blendscope-checked-files' },
  /** Packs that the visitor has brought. */
  packs: { area: 'file-system', name: 'blendscope-packs' },
} as const satisfies Readonly<Record<string, KeptPlace>>;

export type KeptId = keyof typeof KEPT;
