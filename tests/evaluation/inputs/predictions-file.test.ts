import { expect, test } from 'vitest';
import { parsePredictions } from '../../../src/evaluation/inputs/predictions-file.ts';

test('the template: shares by clip', () => {
  const text =
    '{"predictions": {"test_0001.mov": [{"emotion": "sad", "salience": 100.0}], "b": [{"emotion": "hap", "salience": 60}, {"emotion": "ang", "salience": 40}]}}';
  expect(parsePredictions(text, 'p.json')).toEqual({
    predictions: new Map([
      ['test_0001.mov', [{ emotion: 'sad', salience: 100 }]],
      [
        'b',
        [
          { emotion: 'hap', salience: 60 },
          { emotion: 'ang', salience: 40 },
        ],
      ],
    ]),
  });
});

test.each([
  ['{"predictions":', ''],
  ['[]', 'predictions'],
  ['{"a": []}', 'predictions'],
  ['{"predictions": {"a": [{"emotion": "joy", "salience": 100}]}}', 'predictions.a.0.emotion'],
  ['{"predictions": {"a": [{"emotion": "hap"}]}}', 'predictions.a.0.salience'],
  ['{"predictions": {"a": []}}', 'predictions.a'],
])('%s is not it', (text, field) => {
  expect(parsePredictions(text, 'p.json')).toMatchObject({
    problem: { kind: 'predictions-invalid', file: 'p.json', field },
  });
});
