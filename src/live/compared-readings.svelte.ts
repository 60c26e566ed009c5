import type { FrameImage } from '../analyser/messages.ts';
import type { Reading } from '../core/blemore/prediction.ts';
import { AgreementWindow, type Agreement } from '../core/comparison/agreement.ts';
import { meanDifference } from '../core/comparison/difference.ts';
import {
  displacedBy,
  withMoment,
  type DifferingMoment,
} from '../core/comparison/differing-moments.ts';
import type { ModelPack } from '../core/pack/schema.ts';
import type { AnalysedFace, Analysis } from '../core/reading/analysis.ts';
import { FaceReader } from '../core/reading/face-reader.ts';
import type { Settings } from '../core/session/settings.ts';
import { FacePictures } from './face-pictures.ts';
import { addSample } from './history.ts';
import { readingOptions } from './reading-options.ts';
import type { Sample } from './sample.ts';
import { nextShown, NOTHING_SHOWN, type Shown } from './shown.ts';

const AGREEMENT_MS = 60_000;
const RENEW_EVERY_MS = 500;
/** Pictures are asked for so often at most: most frames show no moment that is worth keeping. */
const PICTURE_EVERY_MS = 250;

/** What the first reader says of a frame. */
export interface FirstReading {
  /** Of the primary face; null where it does not read it. */
  readonly reading: Reading | null;
  /** What it remembers of each face. */
  readonly reader: FaceReader;
}

/** A moment at which the two differ, as it is shown. */
export interface ShownMoment extends DifferingMoment {
  readonly picture: ImageData;
  readonly first: Reading;
  readonly second: Reading;
}

/** What the second reader says of the frames, and how it differs from the first. In memory only. */
export class ComparedReadings {
  readonly #reader = new FaceReader(1);
  readonly #window = new AgreementWindow(AGREEMENT_MS);
  readonly #pictures = new FacePictures();
  #reading = $state.raw<Reading | null>(null);
  #shown = $state.raw<Shown>(NOTHING_SHOWN);
  #history = $state.raw<readonly Sample[]>([]);
  #agreement = $state.raw<Agreement | null>(null);
  #moments = $state.raw<readonly ShownMoment[]>([]);
  #renewedAt = -Infinity;
  /** On the page's clock, as the next ones are. */
  #picturedAt = -Infinity;
  /** Whether nothing is known of any face yet. */
  #fresh = true;

  /** Of the primary face in the newest frame; null while it is not read. */
  get reading(): Reading | null {
    return this.#reading;
  }
  get shown(): Shown {
    return this.#shown;
  }
  /** At most the last 30 seconds, oldest first. */
  get history(): readonly Sample[] {
    return this.#history;
  }
  /** Over the last minute; renewed twice a second. */
  get agreement(): Agreement | null {
    return this.#agreement;
  }
  /** Where the two differ most, at most twelve, the largest difference first. */
  get moments(): readonly ShownMoment[] {
    return this.#moments;
  }

  /** Whether the picture of the next frame is wanted. */
  get wantsPicture(): boolean {
    return performance.now() - this.#picturedAt >= PICTURE_EVERY_MS;
  }

  /**
   * @param picture of this frame, which is lent; null where there is none
   * @param second the second reader's pack, and whether the first is of the same pack and head
   */
  show(
    analysis: Analysis,
    { reading: first, reader }: FirstReading,
    picture: FrameImage | null,
    settings: Settings,
    { pack, twin }: { readonly pack: ModelPack; readonly twin: boolean },
  ): void {
    const { capturedAt: at } = analysis;
    const options = readingOptions(settings, pack);
    // Else they would differ until this one has known the faces for as long.
    if (this.#fresh && twin) this.#reader.continueFrom(reader);
    this.#fresh = false;
    const readings = this.#reader.read(analysis, options);
    const primary = analysis.faces.find((face) => face.primary);
    const second = (primary && readings.get(primary.face.id)) ?? null;
    this.#reading = second;
    const { relaxedFaces } = options.adjustments;
    const ownNeutral =
      primary === undefined || relaxedFaces === null
        ? null
        : this.#reader.ownNeutral(primary.face.id, relaxedFaces);
    this.#shown = nextShown(this.#shown, { at, readings, reading: second, ownNeutral });
    this.#history = addSample(this.#history, { at, probabilities: second?.probabilities ?? null });
    if (primary === undefined || first === null || second === null) return;
    this.#window.add(at, first, second);
    if (picture !== null) {
      this.#picturedAt = performance.now();
      this.#keepMoment(analysis, primary, picture, first, second);
    }
    if (at - this.#renewedAt < RENEW_EVERY_MS) return;
    this.#renewedAt = at;
    this.#agreement = this.#window.agreement;
  }

  /** As LiveReadings.confirmRest, of this reader. */
  confirmRest(face: number, settings: Settings, pack: ModelPack): boolean {
    const { relaxedFaces } = readingOptions(settings, pack).adjustments;
    return relaxedFaces !== null && this.#reader.confirmRest(face, relaxedFaces);
  }

  /** No face any more, and none to be continued; what was compared stays. */
  clear(): void {
    this.#reading = null;
    this.#shown = NOTHING_SHOWN;
    this.#reader.reset();
    this.#fresh = true;
  }

  /** Forgets everything: another source, or another pair of readers. */
  forget(): void {
    this.clear();
    this.#history = [];
    this.#agreement = null;
    this.#moments = [];
    this.#renewedAt = -Infinity;
    this.#picturedAt = -Infinity;
    this.#window.clear();
  }

  #keepMoment(
    { capturedAt: at, size }: Analysis,
    { face }: AnalysedFace,
    picture: FrameImage,
    first: Reading,
    second: Reading,
  ): void {
    const difference = meanDifference(first.probabilities, second.probabilities);
    const displaced = displacedBy(this.#moments, { at, difference });
    if (displaced === null) return;
    const drawn = this.#pictures.of(picture, face.box, size);
    const moment = { at, difference, picture: drawn, first, second };
    this.#moments = withMoment(this.#moments, moment, displaced);
  }
}
