import type { OpenClipFile } from '../sources/clip/clip.ts';
import { openClip } from '../sources/clip/open-clip.ts';
import { openResultStore, type ResultStore } from './result-store.ts';

/** What the evaluation needs of the browser. */
export interface EvaluationPlatform {
  /** Whether there is WebCodecs to decode clips with. */
  readonly canDecode: boolean;
  /** Whether the page has a secure address: browsers leave out WebCodecs without one. */
  readonly secure: boolean;
  readonly openClip: OpenClipFile;
  readonly openStore: () => Promise<ResultStore>;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly visible: () => boolean;
}

export function browserPlatform(): EvaluationPlatform {
  return {
    canDecode: 'VideoDecoder' in globalThis,
    secure: isSecureContext,
    openClip,
    openStore: openResultStore,
    now: () => performance.now(),
    visible: () => !document.hidden,
  };
}
