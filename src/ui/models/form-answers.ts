import type { Emotion } from '../../core/blemore/emotions.ts';
import {
  CLASS_ORDERS,
  NORMALISATIONS,
  type ClassOrderId,
  type NormalisationId,
} from '../../core/pack/feeding-presets.ts';
import { packIdOf } from '../../core/pack/pack-id.ts';
import type { CropSpec, InputSpec } from '../../core/pack/schema.ts';
import type { BareModel } from '../../live/import-state.ts';
import type { PackAnswers } from '../../packs/import/draft-pack.ts';

export type CropChoice = 'face' | 'centre' | 'squash';

/** What the form holds: the answers, as they are typed and chosen. */
export interface FormAnswers {
  readonly name: string;
  readonly licence: string;
  readonly channels: InputSpec['channels'];
  readonly layout: InputSpec['layout'] | null;
  /** Null where the graph says it. */
  readonly side: number | null;
  readonly scale: number;
  /** In the order of the channels. */
  readonly mean: readonly number[];
  readonly std: readonly number[];
  readonly crop: CropChoice;
  readonly eyes: Extract<CropSpec, { kind: 'face' }>['eyes'];
  readonly outputName: string | null;
  readonly kind: 'logits' | 'probabilities';
  readonly classes: readonly (Emotion | null)[];
}

type Feeding = Pick<FormAnswers, 'scale' | 'mean' | 'std'>;

/** Where the eyes of most aligned faces are. */
const EYES = { x: 0.5, y: 0.4, distance: 0.375 };
/** What most image networks take, where a graph leaves it open. */
const USUAL_SIDE = 224;

/** What is likely, by what the graphs say. */
export function likelyAnswers({ name, encoder, head }: BareModel, licence: string): FormAnswers {
  const shape = encoder.inputs[0]?.shape ?? [];
  const channels = shape[1] === 1 || shape[3] === 1 ? 'gray' : 'rgb';
  const sides = shape.slice(1).filter((side) => typeof side === 'number');
  const output = (head ?? encoder).outputs[0];
  const count = output?.shape.at(-1);
  const classes = typeof count === 'number' ? count : CLASS_ORDERS.blemore.length;
  return {
    name: name.replace(/\.[^.]+$/, ''),
    licence,
    channels,
    layout: null,
    side: sides.length > 1 ? null : USUAL_SIDE,
    ...feeding(channels === 'gray' ? 'unit' : 'imagenet', channels),
    crop: 'face',
    eyes: EYES,
    outputName: null,
    kind: /prob|softmax/i.test(output?.name ?? '') ? 'probabilities' : 'logits',
    classes: classesOf(orderFor(classes), classes),
  };
}

/** A preset's numbers, in the order of the channels; gray has the mean of its three. */
export function feeding(id: NormalisationId, channels: InputSpec['channels']): Feeding {
  const { scale, mean, std } = NORMALISATIONS[id];
  const inOrder = (values: readonly number[]): readonly number[] => {
    if (channels === 'gray') return [values.reduce((sum, value) => sum + value, 0) / values.length];
    return channels === 'bgr' ? values.toReversed() : values;
  };
  return { scale, mean: inOrder(mean), std: inOrder(std) };
}

/** The preset that these numbers are of; null for none. */
export function feedingId(answers: FormAnswers): NormalisationId | null {
  const ids = Object.keys(NORMALISATIONS) as NormalisationId[];
  const key = ({ scale, mean, std }: Feeding) => JSON.stringify([scale, mean, std]);
  return ids.find((id) => key(feeding(id, answers.channels)) === key(answers)) ?? null;
}

/** The data set that has this order of classes; null for none. */
export function orderOf(classes: readonly (Emotion | null)[]): ClassOrderId | null {
  const ids = Object.keys(CLASS_ORDERS) as ClassOrderId[];
  return ids.find((id) => JSON.stringify(CLASS_ORDERS[id]) === JSON.stringify(classes)) ?? null;
}

/** Data sets with so many classes. */
export function ordersOf(count: number): readonly ClassOrderId[] {
  const ids = Object.keys(CLASS_ORDERS) as ClassOrderId[];
  return ids.filter((id) => CLASS_ORDERS[id].length === count);
}

/** What is asked for, in the pack's terms. */
export function toAnswers(form: FormAnswers): PackAnswers {
  const { name, licence, channels, layout, side, scale, mean, std, outputName } = form;
  const own = orderOf(form.classes) === 'blemore' && form.kind === 'logits';
  return {
    id: packIdOf(name),
    name: name.trim(),
    licence: licence.trim(),
    channels,
    layout,
    scale,
    mean,
    std,
    crop: cropOf(form),
    size: side,
    outputName,
    scores: own ? null : { kind: form.kind, classes: form.classes },
  };
}

export function cropOf({ crop, eyes }: Pick<FormAnswers, 'crop' | 'eyes'>): CropSpec {
  return crop === 'face' ? { kind: 'face', eyes } : { kind: 'frame', fit: crop };
}

function orderFor(count: number): ClassOrderId | null {
  return ordersOf(count)[0] ?? null;
}

function classesOf(order: ClassOrderId | null, count: number): readonly (Emotion | null)[] {
  return order === null ? Array.from({ length: count }, () => null) : CLASS_ORDERS[order];
}
