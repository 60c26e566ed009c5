import type { Analysis, Timings } from '../core/reading/analysis.ts';
import type { PerEmotion, Probabilities } from '../core/blemore/emotions.ts';
import type { Notice } from '../core/session/notice.ts';
import type { ModelPack } from '../core/pack/schema.ts';
import type { Reading } from '../core/blemore/prediction.ts';
import type { Session } from '../core/session/session.ts';
import type { Settings } from '../core/session/settings.ts';
import type { CameraName } from '../sources/cameras.ts';

/** Middle and 95th percentile of the last few seconds, in milliseconds. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
}

/** What the HUD shows; renewed twice a second. */
export interface LiveStats {
  readonly sourceFps: number;
  readonly analysedFps: number;
  /** From capture of a frame to its reading on the page. */
  readonly age: Spread;
  readonly stages: Readonly<Record<keyof Timings, Spread>>;
}

/** One point of the timeline, ten a second at most. */
export interface Sample {
  /** `performance.now()` milliseconds of the frame's capture. */
  readonly at: number;
  /** Null while no face is read. */
  readonly probabilities: Probabilities | null;
}

/** The live page's state and verbs, as components see them; every field is reactive. */
export interface LivePage {
  readonly session: Session;
  /** What the stage shows while there is a source. */
  readonly view: HTMLVideoElement | HTMLCanvasElement | null;
  /** The view is shown mirrored: frames of faces follow, text does not. */
  readonly mirrored: boolean;
  readonly analysis: Analysis | null;
  /** Readings by face id; only of faces that are read. */
  readonly readings: ReadonlyMap<number, Reading>;
  /** The primary face's reading; null while there is no face. */
  readonly reading: Reading | null;
  /** The drawn face's own truth for the newest frame; null for other sources. */
  readonly truth: PerEmotion | null;
  /** At most the last 30 seconds, oldest first. */
  readonly history: readonly Sample[];
  readonly stats: LiveStats | null;
  readonly notice: Notice | null;
  readonly cameras: readonly CameraName[];
  /** Whether the device has any camera, known before permission; null while unknown. */
  readonly hasCamera: boolean | null;
  /** The loaded pack; null before the first load. */
  readonly pack: ModelPack | null;

  /**
   * Builds the analyser before anything is started, so that nobody waits for it, where an earlier
   * visit has built the same one and left its files on this device. Never rejects, and says nothing
   * of what fails: whatever is started first finds out.
   */
  prepare(): Promise<void>;
  startCamera(): Promise<void>;
  startDrawnFace(): Promise<void>;
  openFile(file: File): Promise<void>;
  /** Back to idle; the camera is released at once. */
  stop(): void;
  /** Repeats the last start. */
  retry(): Promise<void>;
  dismissNotice(): void;
}

/** Settings as components see them; `change` persists. */
export interface SettingsStore {
  readonly current: Settings;
  change(patch: Partial<Settings>): void;
  /** Back to what the pack and the page come with. */
  reset(): void;
}
