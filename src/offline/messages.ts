/** What the page asks of the service worker. */
export type OfflineRequest =
  /** Keep all of the program; the answer on the port that comes along is whether all is kept. */
  | { readonly type: 'keep-all' }
  /** Take over from the version before, now. */
  | { readonly type: 'take-over' };
