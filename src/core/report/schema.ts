import * as v from 'valibot';
import { EMOTIONS } from '../blemore/emotions.ts';

/** Names the format, with its version behind the stroke. */
export const REPORT_FORMAT = 'blendscope-report/1';
/** More than a camera gives in the seconds that are kept. */
export const MOST_FRAMES = 4000;
const MOST_FACES = 8;
const LONGEST_TEXT = 500;
const LONGEST_SIDE = 2 ** 14;

const number = v.pipe(v.number(), v.finite());
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_SIDE));
const size = v.strictObject({ width: side, height: side });
const point = v.strictObject({ x: number, y: number });
const six = v.pipe(v.strictTuple([number, number, number, number, number, number]), v.readonly());
const shares = v.pipe(v.strictTuple([share, share, share, share, share, share]), v.readonly());
const ratio = v.picklist([30, 50, 70]);
const emotion = v.picklist(EMOTIONS);

const face = v.strictObject({
  id: v.pipe(v.number(), v.safeInteger()),
  box: v.strictObject({ x: number, y: number, width: number, height: number }),
  keypoints: v.strictObject({
    rightEye: point,
    leftEye: point,
    nose: point,
    mouth: point,
    rightEar: point,
    leftEar: point,
  }),
  score: share,
});

/** `at` of a slow reader's output, on the clock of the frames. */
const output = v.variant('kind', [
  v.strictObject({ kind: v.literal('read'), logits: six, at: number }),
  v.strictObject({ kind: v.literal('pending'), gathered: v.optional(share, 1) }),
  v.strictObject({ kind: v.literal('bystander') }),
  v.strictObject({ kind: v.literal('implausible'), reason: v.picklist(['too-small', 'turned']) }),
  v.strictObject({ kind: v.literal('unavailable'), reason: v.picklist(['rebuilding', 'failed']) }),
]);

const prediction = v.union([
  v.pipe(v.strictTuple([v.strictObject({ emotion, salience: v.literal(100) })]), v.readonly()),
  v.pipe(
    v.strictTuple([
      v.strictObject({ emotion, salience: ratio }),
      v.strictObject({ emotion, salience: ratio }),
    ]),
    v.readonly(),
  ),
]);

const frame = v.strictObject({
  /** Milliseconds from the report's first frame. */
  at: v.pipe(v.number(), v.finite(), v.minValue(0)),
  /** Of the analysed frame: faces are in its pixels. */
  size,
  faces: v.pipe(
    v.array(v.strictObject({ face, primary: v.boolean(), output })),
    v.maxLength(MOST_FACES),
    v.readonly(),
  ),
  /** What the page showed of the primary face; null where it showed nothing. */
  reading: v.nullable(v.strictObject({ probabilities: shares, prediction, certain: v.boolean() })),
  /** Null where no picture was kept. */
  picture: v.nullable(
    v.strictObject({
      /** In the archive. */
      file: v.pipe(v.string(), v.regex(/^pictures\/\d{1,6}\.png$/)),
      /** From the picture's pixels to those of the frame. */
      toFrame: v.pipe(
        v.strictObject({ a: number, b: number, c: number, d: number, e: number, f: number }),
        v.check(({ a, b, c, d }) => a * d - b * c !== 0, 'flattens the picture'),
      ),
    }),
  ),
});

/** What a report says. Its pictures are files beside it. */
export const ReportSchema = v.strictObject({
  format: v.literal(REPORT_FORMAT),
  /** ISO 8601. */
  made: v.pipe(v.string(), v.isoTimestamp()),
  /** As it names itself. */
  browser: text,
  source: v.picklist(['camera', 'file', 'drawn', 'replay']),
  pack: v.strictObject({
    id: text,
    version: text,
    /** SHA-256 of the manifest; null where the browser offers no hashing. */
    sha256: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{1,64}$/))),
    /** Null for the pack's first, or only one. */
    head: v.nullable(text),
  }),
  backend: v.strictObject({ kind: v.picklist(['webgpu', 'wasm']), adapter: v.nullable(text) }),
  /** What readings were made with. */
  settings: v.strictObject({
    alpha: share,
    beta: share,
    smoothing: v.pipe(v.number(), v.minValue(0), v.maxValue(5)),
    steady: v.boolean(),
    ownNeutral: v.boolean(),
    expect: v.picklist(['everyday', 'acted']),
    everyone: v.boolean(),
    detection: v.picklist(['unsure', 'always']),
    range: v.picklist(['short', 'full']),
  }),
  /** Whether pictures are there, and of what. */
  pictures: v.picklist(['none', 'crops', 'frames']),
  frames: v.pipe(v.array(frame), v.minLength(1), v.maxLength(MOST_FRAMES), v.readonly()),
});

export type Report = v.InferOutput<typeof ReportSchema>;
export type ReportFrame = Report['frames'][number];
/** Of which pictures a report is made, if any. */
export type ReportPictures = Report['pictures'];
