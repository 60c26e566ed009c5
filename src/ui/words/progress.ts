import type { Progress } from '../../core/session/session.ts';
import type { Words } from './en.ts';

/** E.g. "3.1 of 8.4 MB"; empty while the total is not known. */
export function progressWords({ loading }: Words, { loaded, total }: Progress): string {
  return total > 0 ? loading.progress(Math.min(loaded, total), total) : '';
}
