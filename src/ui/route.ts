export type Route = 'live' | 'evaluate';

/** What the address says is shown. */
export function routeOf(hash: string): Route {
  return hash === '#evaluate' ? 'evaluate' : 'live';
}
