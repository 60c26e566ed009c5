import { untrack } from 'svelte';
import type { LoadedReader } from '../analyser/messages.ts';
import type { Prediction } from '../core/blemore/prediction.ts';
import type { PackRef } from '../core/pack/pack-ref.ts';
import type { ModelPack } from '../core/pack/schema.ts';
import type { Settings } from '../core/session/settings.ts';
import { readingOptions } from '../live/reading-options.ts';
import type { WorkerPort } from '../messaging/request-bridge.ts';
import { DrawnReader } from './drawn-reader.ts';
import { measureTargets } from './measure-targets.ts';
import { MeasuredTargets } from './measured-targets.ts';
import { playableTargets } from './targets.ts';

export interface PlayableParts {
  /** What reads the camera's frames; null before it is loaded. */
  readonly loaded: () => LoadedReader | null;
  readonly settings: { readonly current: Settings };
  /** Names what reads the camera's frames. */
  readonly pack: () => PackRef;
  readonly spawn: () => WorkerPort;
  readonly storage: Storage | null;
  readonly program: string;
}

/**
 * What visitors can be asked to show: whatever the loaded model reads of the drawn face. It is
 * measured once for each pack, beside the camera, and remembered.
 */
export class PlayableTargets {
  readonly #parts: PlayableParts;
  readonly #measured: MeasuredTargets;
  #list = $state.raw<readonly Prediction[]>([]);
  #progress = $state.raw<number | null>(null);
  #finding = new AbortController();
  readonly #stopFollowing: () => void;

  constructor(parts: PlayableParts) {
    this.#parts = parts;
    this.#measured = new MeasuredTargets(parts.storage, parts.program);
    this.#stopFollowing = $effect.root(() => {
      $effect(() => {
        const loaded = parts.loaded();
        if (loaded !== null) untrack(() => void this.#find(loaded));
      });
    });
  }

  /** The easiest first; empty until it is known. */
  get list(): readonly Prediction[] {
    return this.#list;
  }

  /** What share is measured, 0..1; null while nothing is. */
  get progress(): number | null {
    return this.#progress;
  }

  close(): void {
    this.#finding.abort();
    this.#stopFollowing();
  }

  async #find({ pack, packSha256 }: LoadedReader): Promise<void> {
    // What is measured of a pack that reads no more is of no use.
    this.#finding.abort();
    const { signal } = (this.#finding = new AbortController());
    const { head } = this.#parts.settings.current;
    const known = this.#measured.of(packSha256, head);
    this.#list = known === null ? [] : playableTargets(known);
    if (known !== null) return;
    const measured = await this.#measure(pack, signal);
    if (measured === null || signal.aborted) return;
    this.#measured.remember(packSha256, head, measured);
    this.#list = playableTargets(measured);
  }

  /** Null where it fails: the camera's analyser then fails as well, and says so. */
  async #measure(pack: ModelPack, signal: AbortSignal) {
    const { settings, spawn } = this.#parts;
    const { head, backend, range } = settings.current;
    const reader = new DrawnReader(spawn);
    this.#progress = 0;
    try {
      await reader.load({ pack: this.#parts.pack(), head, backend, range, purpose: 'live' });
      return await measureTargets(
        (pose) => reader.read(pose),
        readingOptions(settings.current, pack),
        signal,
        (done, of) => {
          if (!signal.aborted) this.#progress = done / of;
        },
      );
    } catch {
      return null;
    } finally {
      if (!signal.aborted) this.#progress = null;
      reader.close();
    }
  }
}
