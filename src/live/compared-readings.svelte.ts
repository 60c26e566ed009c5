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
import type { OwnNeutral } from '../core/reading/own-neutral.ts';
import type { Settings } from '../core/session/settings.ts';
import { FacePictures } from './face-pictures.ts';
import { addSample } from './history.ts';
import { readingOptions } from './reading-options.ts';
import type { Sample } from './sample.ts';

const AGREEMENT_MS = 60_000;
const RENEW_EVERY_MS = 500;

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
  #ownNeutral = $state.raw<OwnNeutral | null>(null);
  #history = $state.raw<readonly Sample[]>([]);
  #agreement = $state.raw<Agreement | null>(null);
  #moments = $state.raw<readonly ShownMoment[]>([]);
  #renewedAt = -Infinity;

  /** Of the primary face; null while it is not read. */
  get reading(): Reading | null {
    return this.#reading;
  }
  /** What the second reader knows of the primary face's own neutral; null where nothing is, or it is not used. */
  get ownNeutral(): OwnNeutral | null {
    return this.#ownNeutral;
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

  /**
   * @param first what the first reader says of the primary face
   * @param picture of this frame, which is lent; null where there is none
   * @param pack the second reader's
   */
  show(
    analysis: Analysis,
    first: Reading | null,
    picture: FrameImage | null,
    settings: Settings,
    pack: ModelPack,
  ): void {
    const { capturedAt: at } = analysis;
    const options = readingOptions(settings, pack);
    const readings = this.#reader.read(analysis, options);
    const primary = analysis.faces.find((face) => face.primary);
    const second = (primary && readings.get(primary.face.id)) ?? null;
    this.#reading = second;
    const { relaxedFaces } = options.adjustments;
    this.#ownNeutral =
      primary === undefined || relaxedFaces === null
        ? null
        : this.#reader.ownNeutral(primary.face.id, relaxedFaces);
    this.#history = addSample(this.#history, { at, probabilities: second?.probabilities ?? null });
    if (primary === undefined || first === null || second === null) return;
    this.#window.add(at, first, second);
    if (picture !== null) this.#keepMoment(analysis, primary, picture, first, second);
    if (at - this.#renewedAt < RENEW_EVERY_MS) return;
    this.#renewedAt = at;
    this.#agreement = this.#window.agreement;
  }

  /** No face any more, and none to be continued; what was compared stays. */
  clear(): void {
    this.#reading = null;
    this.#ownNeutral = null;
    this.#reader.reset();
  }

  /** Forgets everything: another source, or another pair of readers. */
  forget(): void {
    this.clear();
    this.#history = [];
    this.#agreement = null;
    this.#moments = [];
    this.#renewedAt = -Infinity;
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
