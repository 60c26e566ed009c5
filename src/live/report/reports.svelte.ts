import type { FrameImage, FrameOptions } from '../../analyser/messages.ts';
import type { Reading } from '../../core/blemore/prediction.ts';
import type { ModelPack } from '../../core/pack/schema.ts';
import type { Analysis } from '../../core/reading/analysis.ts';
import type { Settings } from '../../core/session/settings.ts';
import { facesInPicture } from '../../sources/replay/replay.ts';
import type { FrameSource } from '../../sources/source.ts';
import type { LiveAnalyser } from '../live-analyser.svelte.ts';
import { Recording } from './recording.svelte.ts';
import { ReplayComparison } from './replay-comparison.svelte.ts';
import type { SavedReport } from './save-report.ts';

/** Reports of the live page: what is kept for one, and the one that is replayed. */
export class Reports {
  /** Off until somebody switches it on. */
  readonly recording = new Recording();
  readonly #analyser: Pick<LiveAnalyser, 'loaded'>;
  readonly #settings: { readonly current: Settings };
  #source: FrameSource | null = null;
  #replay = $state.raw<ReplayComparison | null>(null);

  constructor(analyser: Pick<LiveAnalyser, 'loaded'>, settings: { readonly current: Settings }) {
    this.#analyser = analyser;
    this.#settings = settings;
  }

  /** What is replayed, and how it compares; null for other sources. */
  get replay(): ReplayComparison | null {
    return this.#replay;
  }

  /** Frames come from another source. */
  begin(source: FrameSource): void {
    this.#source = source;
    this.#replay = source.replay === undefined ? null : new ReplayComparison(source.replay);
  }

  /** The source is gone, and all that was kept of it. */
  end(): void {
    this.recording.forget();
    this.#source = null;
    this.#replay = null;
  }

  /** How a frame is to be analysed, so that it can be kept, or read as it was recorded. */
  options(options: FrameOptions, capturedAt: number): FrameOptions {
    const crops = options.crops || this.recording.pictures === 'crops';
    const frame = this.#source?.replay?.frameAt(capturedAt);
    return frame ? { ...options, crops, known: facesInPicture(frame) } : { ...options, crops };
  }

  /** @param picture is drawn before this returns */
  analysed(
    analysis: Analysis,
    reading: Reading | null,
    pack: ModelPack,
    picture: FrameImage | null,
  ): void {
    this.#replay?.compare(analysis);
    this.recording.analysed(analysis, reading, pack, picture);
  }

  /** What is kept, as a file; null where nothing is. */
  async save(): Promise<SavedReport | null> {
    const { pictures, frames } = this.recording;
    const { loaded } = this.#analyser;
    const source = this.#source?.info.kind;
    if (pictures === null || frames.length === 0 || loaded === null || !source) return null;
    const settings = this.#settings.current;
    const { saveReport } = await import('./save-report.ts');
    return saveReport({ frames, pictures, loaded, settings, source }, new Date());
  }
}
