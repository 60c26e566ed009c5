import { channelCount } from '../image/tensor.ts';
import { aggregationOf, classCount, headInputLength } from './lengths.ts';
import type { HeadSpec, ModelPack } from './schema.ts';

/** A field that fits by itself and not with the rest of its pack. */
export interface Inconsistency {
  /** Dotted path, as in `encoder.input.mean`. */
  readonly field: string;
  readonly reason: string;
}

/** What the schema cannot see: fields that contradict each other, in the order of the manifest. */
export function* inconsistencies(pack: ModelPack): Generator<Inconsistency> {
  yield* inEncoder(pack);
  yield* inTemporal(pack);
  yield* inHeads(pack);
  yield* inScores(pack);
  yield* inGolden(pack);
}

function* inEncoder(pack: ModelPack): Generator<Inconsistency> {
  const { input, crop, output, dimension } = pack.encoder;
  yield* lengthOf('encoder.input.mean', input.mean, channelCount(input));
  yield* lengthOf('encoder.input.std', input.std, channelCount(input));
  const resize = crop.kind === 'frame' && crop.fit === 'centre' ? crop.resize : undefined;
  if (resize !== undefined && resize < input.size) {
    yield { field: 'encoder.crop.resize', reason: `must be at least the input's ${input.size}` };
  }
  const classes = classCount(pack);
  if (output === 'logits' && dimension !== classes) {
    yield { field: 'encoder.dimension', reason: `must be ${classes} where output is logits` };
  }
}

function* inTemporal(pack: ModelPack): Generator<Inconsistency> {
  const { encoder, temporal } = pack;
  if (temporal.kind === 'clip' && temporal.stride > temporal.frames) {
    yield { field: 'temporal.stride', reason: `must be at most the clip's ${temporal.frames}` };
  }
  const aggregation = aggregationOf(pack);
  if (aggregation === null) return;
  const field = temporal.kind === 'clip' ? 'temporal.aggregate' : 'temporal';
  if (encoder.output === 'logits') {
    yield { field: 'temporal.kind', reason: 'logits cannot be aggregated before the head' };
  }
  yield* repeated(`${field}.statistics`, aggregation.statistics, '');
}

function* inHeads(pack: ModelPack): Generator<Inconsistency> {
  const { heads, encoder } = pack;
  const fused = encoder.output === 'logits';
  if (fused && heads.length > 0)
    yield { field: 'heads', reason: 'must be empty: the encoder gives logits' };
  if (!fused && heads.length === 0)
    yield { field: 'heads', reason: 'needs one: the encoder gives features' };
  yield* repeated(
    'heads',
    heads.map((head) => head.id),
    '.id',
  );
  for (const [index, head] of heads.entries()) {
    yield* inStandardise(`heads.${index}.standardise`, head, headInputLength(pack));
  }
}

/** At least one class must have a label: without any there is nothing to read. */
function* inScores({ scores }: ModelPack): Generator<Inconsistency> {
  if (scores?.classes.every((label) => label === null) === true) {
    yield { field: 'scores.classes', reason: 'must name a label' };
  }
}

function* inStandardise(
  field: string,
  { standardise }: HeadSpec,
  length: number,
): Generator<Inconsistency> {
  if (standardise === undefined || standardise === 'window') return;
  yield* lengthOf(`${field}.mean`, standardise.mean, length);
  yield* lengthOf(`${field}.std`, standardise.std, length);
}

function* inGolden({ id, encoder, heads, golden }: ModelPack): Generator<Inconsistency> {
  yield* lengthOf('golden.features', golden.features, encoder.dimension);
  const wanted = encoder.output === 'logits' ? [id] : heads.map((head) => head.id);
  const given = Object.keys(golden.logits);
  for (const name of wanted.filter((name) => !given.includes(name))) {
    yield { field: `golden.logits.${name}`, reason: 'is missing' };
  }
  for (const name of given.filter((name) => !wanted.includes(name))) {
    yield { field: `golden.logits.${name}`, reason: 'belongs to no head' };
  }
}

function* lengthOf(
  field: string,
  values: readonly number[],
  length: number,
): Generator<Inconsistency> {
  if (values.length !== length) {
    yield { field, reason: `must hold ${length} numbers, not ${values.length}` };
  }
}

/** Entries that stand in a list a second time. */
function* repeated(
  list: string,
  values: readonly string[],
  property: string,
): Generator<Inconsistency> {
  for (const [index, value] of values.entries()) {
    if (values.indexOf(value) < index) {
      yield { field: `${list}.${index}${property}`, reason: `"${value}" stands there twice` };
    }
  }
}
