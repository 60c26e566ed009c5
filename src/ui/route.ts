export type PlaceName = 'live' | 'evaluate';

/** What the address says is shown. */
export function indexOfEmotion(hash: string): PlaceName {
  return hash === '#evaluate' ? 'evaluate' : 'live';
}
