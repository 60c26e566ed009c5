import { describe, expect, test } from 'vitest';
import { CLASS_ORDERS } from '../../../src/core/pack/feeding-presets.ts';
import { readGraph } from '../../../src/packs/onnx/read-graph.ts';
import {
  feeding,
  feedingId,
  likelyAnswers,
  orderOf,
  toAnswers,
} from '../../../src/ui/models/form-answers.ts';
import { onnxFile, type OnnxParts } from '../../support/onnx-file.ts';

function likely(parts: OnnxParts, name = 'My net.onnx') {
  const encoder = readGraph(onnxFile(parts), name);
  const dropped = { path: name, file: new Blob() };
  const files = { encoder: dropped, head: null };
  return likelyAnswers({ name, encoder, head: null, files }, 'unknown');
}

const image = (...shape: (number | string)[]) => [{ name: 'image', shape }];

describe('likelyAnswers(model, licence)', () => {
  test('a gray network of 48 pixels takes 0 to 1, and says its side', () => {
    expect(likely({ inputs: image('n', 1, 48, 48) })).toMatchObject({
      name: 'My net',
      channels: 'gray',
      side: null,
      mean: [0],
      std: [1],
      classes: CLASS_ORDERS.blemore,
    });
  });

  test('a colour network that leaves its side open is asked for it', () => {
    const answers = likely({ inputs: image('n', 3, 'h', 'w') });
    expect(answers).toMatchObject({ channels: 'rgb', side: 224 });
    expect(feedingId(answers)).toBe('imagenet');
  });

  test('an output called probabilities has some, in an order of so many classes', () => {
    const outputs = [{ name: 'probs', shape: ['n', 8] }];
    const answers = likely({ inputs: image('n', 3, 224, 224), outputs });
    expect(answers.kind).toBe('probabilities');
    expect(orderOf(answers.classes)).toBe('ferplus');
  });
});

test('a preset’s numbers are in the order of the channels, and gray has their mean', () => {
  expect(feeding('imagenet', 'bgr').mean).toEqual([0.406, 0.456, 0.485]);
  expect(feeding('imagenet', 'gray').mean[0]).toBeCloseTo(0.449);
});

test('six logits in label order need no scores; the name becomes an id', () => {
  const answers = likely({ inputs: image('n', 1, 48, 48) }, 'Größe 48 (v2).onnx');
  expect(toAnswers(answers)).toMatchObject({ id: 'gr-e-48-v2', scores: null });
  expect(toAnswers({ ...answers, kind: 'probabilities' }).scores).toEqual({
    kind: 'probabilities',
    classes: CLASS_ORDERS.blemore,
  });
});
