import type { ListedHead } from '../../core/pack/listed-pack.ts';
import type { Words } from './en.ts';

/** What a reader is called: its pack, and which of the pack's heads. */
export function readerName(words: Words, pack: string, head: ListedHead | null): string {
  return words.compare.reader(pack, head === null ? null : words.settings.heads[head.kind]);
}
