import type { FrameImage } from '../analyser/messages.ts';
import type { ModelPack } from '../core/pack/schema.ts';
import type { Analysis } from '../core/reading/analysis.ts';
import type { Settings } from '../core/session/settings.ts';
import type { FirstReading } from './compared-readings.svelte.ts';
import { Comparison } from './comparison.svelte.ts';
import { Freezer } from './freezer.svelte.ts';
import type { LiveAnalyser } from './live-analyser.svelte.ts';
import { Reports } from './report/reports.svelte.ts';

/** What there is beside the reading: a second reader of the same frames, a frozen frame, reports. */
export class Beside {
  readonly comparison: Comparison;
  readonly freezer: Freezer;
  readonly reports: Reports;

  constructor(
    analyser: Pick<LiveAnalyser, 'compare' | 'explain' | 'loaded'>,
    settings: { readonly current: Settings },
  ) {
    this.comparison = new Comparison(analyser);
    this.freezer = new Freezer(analyser);
    this.reports = new Reports(analyser, settings);
  }

  /** Whether the picture of the next frame is wanted. */
  get keepsPicture(): boolean {
    return this.comparison.wantsPicture || this.freezer.wanted || this.reports.recording.wantsFrame;
  }

  /** Another source: nothing can be continued. */
  forget(): void {
    this.comparison.readings.forget();
    this.freezer.release();
  }

  /** The analyser may be replaced, and only the one that read a frame could explain it. */
  interrupt(): void {
    this.comparison.interrupt();
    this.freezer.release();
    // Frames of one model would be told as those of another.
    this.reports.recording.forget();
  }

  /**
   * Takes a frame that the first reader has read.
   *
   * @param picture which is lent; null where it was not wanted
   * @param pack the first reader's
   */
  show(
    analysis: Analysis,
    picture: FrameImage | null,
    first: FirstReading,
    settings: Settings,
    pack: ModelPack,
  ): void {
    this.comparison.show(analysis, first, picture, settings);
    const { reading } = first;
    const frozen = reading && ({ reader: 0, pack, head: settings.head, reading } as const);
    this.reports.analysed(analysis, reading, pack, picture);
    this.freezer.offer(analysis, picture, [frozen, this.comparison.latest]);
  }
}
