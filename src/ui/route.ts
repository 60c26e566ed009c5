export type Route = 'live' | 'evaluate' | 'booth';

/** What the address says is shown. */
export function routeOf(hash: string): Route {
  switch (hash) {
    case '#evaluate':
      return 'evaluate';
    case '#booth':
      return 'booth';
    default:
      return 'live';
  }
}
