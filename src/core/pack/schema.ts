import * as v from 'valibot';
import { EMOTIONS, type Emotion } from '../blemore/emotions.ts';

// models/README.md says in words what every field means.

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const finite = v.pipe(v.number(), v.finite());
const positive = v.pipe(finite, v.gtValue(0));
const text = v.pipe(v.string(), v.nonEmpty());
/** One number an emotion, in label order. */
const sixOf = (entry: typeof finite | typeof positive) =>
  v.strictTuple([entry, entry, entry, entry, entry, entry]);
/** Valibot takes an empty array for an empty record. */
const noArray = v.custom<object>((value) => !Array.isArray(value), 'must be an object');

/** How far rounded frequencies may be from a sum of 1. */
const SUM_TOLERANCE = 1e-3;
const sumsToOne = (values: readonly number[]): boolean =>
  Math.abs(values.reduce((sum, value) => sum + value, 0) - 1) <= SUM_TOLERANCE;

/** A file of the pack's own folder: a bare name, so that no pack reaches outside it. */
const fileName = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'must be a bare file name'),
);
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'));

const FileSchema = { file: fileName, sha256, bytes: count };

const InputSchema = v.strictObject({
  /** Side of the square input, in pixels. */
  size: count,
  channels: v.picklist(['gray', 'rgb', 'bgr']),
  layout: v.picklist(['NCHW', 'NHWC']),
  /** tensor = (pixel × scale − mean) ÷ std, pixel in 0..255, mean and std one number a channel. */
  scale: positive,
  mean: v.array(finite),
  std: v.array(positive),
});

/**
 * How the pixels of whole frames are taken: averaged over areas, where nothing is said; at one point
 * each, as OpenCV and torchvision's video presets do; or with a cubic over an area, as Pillow does.
 */
const resample = v.optional(v.picklist(['area', 'bilinear', 'bicubic']));

const CropSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('face'),
    /** Where the eyes' midpoint falls and how far apart the eyes are, in shares of the side. */
    eyes: v.strictObject({ x: share, y: share, distance: v.pipe(share, v.gtValue(0)) }),
  }),
  v.variant('fit', [
    v.strictObject({
      kind: v.literal('frame'),
      /** The short side goes to `resize` pixels (the input's size, where absent); the middle is cut. */
      fit: v.literal('centre'),
      resize: v.optional(count),
      resample,
    }),
    /** Both sides go to the input's size. */
    v.strictObject({ kind: v.literal('frame'), fit: v.literal('squash'), resample }),
  ]),
]);

const EncoderSchema = v.strictObject({
  ...FileSchema,
  /** Files of weights that the graph names, where they are too large to be in it. */
  data: v.optional(v.pipe(v.array(v.strictObject(FileSchema)), v.nonEmpty())),
  /** Bytes its weights take once they are loaded; as many as its files have, where absent. */
  memory: v.optional(count),
  /** Bytes of the largest tensor there is while it computes, for one input; unknown, where absent. */
  largestTensor: v.optional(count),
  input: InputSchema,
  crop: CropSchema,
  /** `logits` where the head is fused into the encoder's file; heads is empty then. */
  output: v.picklist(['features', 'logits']),
  /** Length of the output vector. */
  dimension: count,
  /** Which output of the file is meant, where it has several; its first, where absent. */
  outputName: v.optional(text),
  /** How many crops the file takes at once, always; any number, where absent. */
  batch: v.optional(count),
});

/** What the numbers that classify mean, where they are not six logits in label order. */
const ScoresSchema = v.strictObject({
  kind: v.picklist(['logits', 'probabilities']),
  /** The label of each class; null for one that is left out. Several may share a label. */
  classes: v.pipe(v.array(v.nullable(v.picklist(EMOTIONS))), v.nonEmpty()),
});

const statistics = v.pipe(
  v.array(v.picklist(['mean', 'std', 'p10', 'p25', 'p50', 'p75', 'p90'])),
  v.nonEmpty(),
);
/** The live page aggregates the last `seconds`; the evaluation page does a whole clip. */
const AggregationSchema = { seconds: positive, statistics };

const TemporalSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('frame') }),
  v.strictObject({
    kind: v.literal('clip'),
    frames: count,
    /** Frames from the start of one clip to the start of the next. */
    stride: count,
    tail: v.picklist(['zero', 'repeat', 'drop']),
    /** The head reads statistics of the clips' features over time, and not single clips. */
    aggregate: v.optional(v.strictObject(AggregationSchema)),
  }),
  v.strictObject({ kind: v.literal('aggregate'), ...AggregationSchema }),
]);

const HeadSchema = v.strictObject({
  id: text,
  ...FileSchema,
  kind: v.picklist(['linear', 'mlp-256', 'mlp-512', 'mlp']),
  /** Features are standardised before the head: with these figures, or with each window's own. */
  standardise: v.optional(
    v.union([
      v.literal('window'),
      v.strictObject({ mean: v.array(finite), std: v.array(positive) }),
    ]),
  ),
});

const GoldenSchema = v.strictObject({
  /** The input tensor is mulberry32(seed) ÷ 2³², filled in memory order. */
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff)),
  /** The encoder's output for it. */
  features: v.array(finite),
  /** Six logits for each head's id; for a fused pack, under the pack's own id. */
  logits: v.record(v.string(), v.pipe(v.array(finite), v.length(EMOTIONS.length))),
  /** Largest absolute difference allowed in any number. */
  tolerance: positive,
});

export const ModelPackSchema = v.strictObject({
  format: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower case, digits and hyphens')),
  name: text,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'must be like 1.0.0')),
  licence: text,
  labels: v.strictTuple(EMOTIONS.map((emotion) => v.literal(emotion))),
  encoder: EncoderSchema,
  temporal: TemporalSchema,
  heads: v.array(HeadSchema),
  scores: v.optional(ScoresSchema),
  decision: v.strictObject({
    alpha: share,
    beta: share,
    /** Time constant of the live page's smoothing, in seconds. */
    smoothing: v.pipe(finite, v.minValue(0)),
    /** Class frequencies the heads were trained with, in label order. */
    prior: v.optional(
      v.pipe(
        sixOf(positive),
        v.check((values) => sumsToOne(values), 'must sum to 1'),
      ),
    ),
    /** What the logits of relaxed faces look like: see RelaxedFaces. */
    rest: v.optional(
      v.strictObject({
        margin: positive,
        alpha: share,
        beta: share,
        mean: sixOf(finite),
        deviation: sixOf(positive),
      }),
    ),
  }),
  golden: GoldenSchema,
  metrics: v.array(
    v.strictObject({ dataset: text, figures: v.pipe(noArray, v.record(v.string(), finite)) }),
  ),
  card: fileName,
});

export type ModelPack = v.InferOutput<typeof ModelPackSchema>;
export type EncoderSpec = ModelPack['encoder'];
export type HeadSpec = ModelPack['heads'][number];
export type CropSpec = EncoderSpec['crop'];
export type InputSpec = EncoderSpec['input'];
export type FileSpec = Pick<EncoderSpec, 'file' | 'sha256' | 'bytes'>;
export type ClipSpec = Extract<ModelPack['temporal'], { kind: 'clip' }>;
export type Resampling = Exclude<Extract<CropSpec, { kind: 'frame' }>['resample'], undefined>;

export interface ScoresSpec {
  readonly kind: 'logits' | 'probabilities';
  readonly classes: readonly (Emotion | null)[];
}
