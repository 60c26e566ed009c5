import type { Reading } from '../../core/blemore/prediction.ts';
import { transformFor } from '../../core/geometry/crop-transform.ts';
import type { ModelPack } from '../../core/pack/schema.ts';
import type { AnalysedFace, Analysis } from '../../core/reading/analysis.ts';
import type { ReportPictures } from '../../core/report/schema.ts';
import type { FrameImage } from '../../analyser/messages.ts';
import { FrameRecorder, type KeptPicture, type RecordedFrame } from './frame-recorder.ts';
import { keepCrop, keepFrame } from './kept-pictures.ts';

/** Whole frames are kept so often at most: making a picture of one takes longer than reading it. */
const FRAME_EVERY_MS = 250;

/** What is kept for a report: nothing, unless somebody has switched it on. */
export class Recording {
  readonly #recorder = new FrameRecorder();
  #pictures = $state.raw<ReportPictures | null>(null);
  #seconds = $state.raw(0);
  /** On the page's clock, as the next ones are. */
  #frameKeptAt = -Infinity;

  /** Of which pictures a report is to be made; null while nothing is kept. */
  get pictures(): ReportPictures | null {
    return this.#pictures;
  }

  /** Whole seconds that are kept. */
  get seconds(): number {
    return this.#seconds;
  }

  get frames(): readonly RecordedFrame[] {
    return this.#recorder.frames;
  }

  /** Switches it on for pictures of this kind, or off with null. What was kept before is forgotten. */
  keep(pictures: ReportPictures | null): void {
    this.#pictures = pictures;
    this.forget();
  }

  /** Whether the next frame's picture is to be kept. */
  get wantsFrame(): boolean {
    const due = performance.now() - this.#frameKeptAt >= FRAME_EVERY_MS;
    return this.#pictures === 'frames' && due;
  }

  /** @param picture is drawn before this returns; null where there is none */
  analysed(
    analysis: Analysis,
    reading: Reading | null,
    pack: ModelPack,
    picture: FrameImage | null,
  ): void {
    const { capturedAt } = analysis;
    if (this.#pictures === null) return;
    const primary = analysis.faces.find((face) => face.primary);
    const crop = this.#pictures === 'crops' && primary ? cropOf(primary, analysis, pack) : null;
    this.#recorder.add(analysis, reading, crop);
    if (picture !== null && this.wantsFrame) {
      this.#frameKeptAt = performance.now();
      void this.#attach(keepFrame(picture), capturedAt);
    }
    const first = this.frames[0]?.analysis.capturedAt ?? capturedAt;
    this.#seconds = Math.floor((capturedAt - first) / 1000);
  }

  forget(): void {
    this.#recorder.clear();
    this.#seconds = 0;
    this.#frameKeptAt = -Infinity;
  }

  async #attach(making: Promise<KeptPicture>, capturedAt: number): Promise<void> {
    // A frame of which no picture can be made is kept without one.
    const picture = await making.catch(() => null);
    if (picture !== null && this.#pictures === 'frames') this.#recorder.attach(capturedAt, picture);
  }
}

function cropOf(
  { face, crops: [crop = null] }: AnalysedFace,
  { size }: Analysis,
  { encoder }: ModelPack,
): KeptPicture | null {
  return crop === null ? null : keepCrop(crop, transformFor(encoder, face, size));
}
