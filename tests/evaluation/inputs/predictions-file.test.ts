import { describe, expect, test } from 'vitest';
import { parsePredictions } from '../../../src/evaluation/inputs/predictions-file.ts';

const HAPPY = '[{"emotion": "hap", "salience": 100.0}]';
const BLEND = '[{"emotion": "disg", "salience": 30.0}, {"emotion": "hap", "salience": 70.0}]';

const CLIPS = `{"a.mov": ${HAPPY}, "b.mov": ${BLEND}}`;
const READ = [
  { name: 'a.mov', shares: [{ emotion: 'hap', salience: 100 }] },
  {
    name: 'b.mov',
    shares: [
      { emotion: 'disg', salience: 30 },
      { emotion: 'hap', salience: 70 },
    ],
  },
];

const parse = (text: string) => parsePredictions(text, 'p.json');

/** A file with one good clip, on line 2, and one that is something else, on line 3. */
const beside = (entry: string) => parse(`{"predictions": {\n"a.mov": ${HAPPY},\n${entry}}}`);

describe('forms that are understood', () => {
  test.each([
    ['the challenge’s template', `{"predictions": ${CLIPS}}`],
    ['more beside the predictions', `{"team": [1, {}], "predictions": ${CLIPS}}`],
    ['the clips alone', CLIPS],
    [
      'a list of clips',
      `[{"filename": "a.mov", "predictions": ${HAPPY}}, {"filename": "b.mov", "predictions": ${BLEND}}]`,
    ],
    [
      'a list of clips under predictions',
      `{"predictions": [{"name": "a.mov", "prediction": ${HAPPY}}, {"name": "b.mov", "prediction": ${BLEND}}]}`,
    ],
    ['saliences by emotion', '{"a.mov": {"hap": 100}, "b.mov": {"disg": 30, "hap": 70}}'],
    ['numeric strings', CLIPS.replace(/([\d.]+)}/g, '"$1"}')],
    ['strings as Python takes them', CLIPS.replace('100.0', '" +1e2 "')],
    [
      'shares of 1',
      CLIPS.replace('100.0', '1').replace('30.0', '0.3').replace('70.0', '.7'.padStart(3, '0')),
    ],
    [
      'shares of 1 as strings',
      CLIPS.replace('100.0', '"1.0"').replace('30.0', '".3"').replace('70.0', '".7"'),
    ],
  ])('%s', (_, text) => {
    expect(parse(text)).toEqual({ predictions: READ, problems: [] });
  });

  test('an object beside clips is told, and the clips are read', () => {
    expect(parse(`{"model": {"version": 3}, "a.mov": ${HAPPY}}`)).toEqual({
      predictions: [READ[0]],
      problems: [
        {
          kind: 'prediction-invalid',
          file: 'p.json',
          line: 1,
          clip: 'model',
          fault: { kind: 'form' },
        },
      ],
    });
  });

  test('names are data and nothing else', () => {
    const names = ['__proto__', 'constructor', 'toString', 'a"]{b}'];
    const read = parse(`{${names.map((name) => `${JSON.stringify(name)}: ${HAPPY}`).join()}}`);
    expect(read).toMatchObject({ predictions: names.map((name) => ({ name })), problems: [] });
  });
});

describe('one bad entry is told with its clip and place, and the rest is scored', () => {
  test.each([
    ['"b": []', { kind: 'empty' }],
    ['"b": {}', { kind: 'empty' }],
    ['"b": "hap"', { kind: 'form' }],
    ['"b": [["hap", 100]]', { kind: 'form' }],
    ['"b": null', { kind: 'form' }],
    [
      '"b": [{"emotion": "neutral", "salience": 100}]',
      { kind: 'emotion-unknown', item: 1, value: '"neutral"' },
    ],
    [
      '"b": [{"emotion": "HAP", "salience": 100}]',
      { kind: 'emotion-unknown', item: 1, value: '"HAP"' },
    ],
    ['"b": [{"salience": 100}]', { kind: 'emotion-unknown', item: 1, value: '' }],
    [
      '"b": [{"emotion": "hap", "salience": 70}, {"emotion": 3, "salience": 30}]',
      { kind: 'emotion-unknown', item: 2, value: '3' },
    ],
    ['"b": [{"emotion": "hap"}]', { kind: 'salience-invalid', item: 1, value: '' }],
    [
      '"b": [{"emotion": "hap", "salience": NaN}]',
      { kind: 'salience-invalid', item: 1, value: 'NaN' },
    ],
    [
      '"b": [{"emotion": "hap", "salience": -Infinity}]',
      { kind: 'salience-invalid', item: 1, value: '-Infinity' },
    ],
    [
      '"b": [{"emotion": "hap", "salience": "nan"}]',
      { kind: 'salience-invalid', item: 1, value: '"nan"' },
    ],
    [
      '"b": [{"emotion": "hap", "salience": "70,0"}]',
      { kind: 'salience-invalid', item: 1, value: '"70,0"' },
    ],
    [
      '"b": [{"emotion": "hap", "salience": ""}]',
      { kind: 'salience-invalid', item: 1, value: '""' },
    ],
    [
      '"b": [{"emotion": "hap", "salience": null}]',
      { kind: 'salience-invalid', item: 1, value: 'null' },
    ],
    [
      '"b": [{"emotion": "hap", "salience": true}]',
      { kind: 'salience-invalid', item: 1, value: 'true' },
    ],
    [
      '"b": [{"emotion": "hap", "salience": -5}]',
      { kind: 'salience-invalid', item: 1, value: '-5' },
    ],
    [
      '"b": [{"emotion": "hap", "salience": 1e999}]',
      { kind: 'salience-invalid', item: 1, value: '1e999' },
    ],
    [
      '"b": [{"emotion": "hap", "salience": 70, "salience": 30}]',
      { kind: 'salience-invalid', item: 1, value: '' },
    ],
    [
      '"b": [{"emotion": "hap", "salience": 50}, {"emotion": "hap", "salience": 50}]',
      { kind: 'emotion-repeated', item: 2, emotion: 'hap' },
    ],
    ['"b": {"hap": 50, "hap": 50}', { kind: 'emotion-repeated', item: 2, emotion: 'hap' }],
    [
      '"b": [{"emotion": "hap", "salience": 0.7}, {"emotion": "sad", "salience": 0.3}]',
      { kind: 'scale', others: 'percents' },
    ],
    [
      '"videos\\\\A.MP4": [{"emotion": "sad", "salience": 100}]',
      { kind: 'clip-repeated', earlier: 'a.mov' },
    ],
    ['"a.mov": [{"emotion": "sad", "salience": 100}]', { kind: 'clip-repeated', earlier: 'a.mov' }],
    ['"videos/": [{"emotion": "sad", "salience": 100}]', { kind: 'form' }],
  ])('%s', (entry, fault) => {
    expect(beside(entry)).toMatchObject({
      predictions: [READ[0]],
      problems: [{ kind: 'prediction-invalid', file: 'p.json', line: 3, fault }],
    });
  });

  test('most of the file decides its scale', () => {
    const share = (value: number) => `[{"emotion": "hap", "salience": ${value}}]`;
    expect(parse(`{"a": ${share(1)}, "b": ${share(100)}, "c": ${share(1)}}`)).toMatchObject({
      predictions: [{ name: 'a' }, { name: 'c', shares: [{ salience: 100 }] }],
      problems: [{ clip: 'b', fault: { kind: 'scale', others: 'fractions' } }],
    });
  });
});

describe('a file of which nothing can be read says why', () => {
  test.each([
    ['', { kind: 'file-empty' }],
    [' \n', { kind: 'file-empty' }],
    ['{"predictions": {}}', { kind: 'predictions-empty' }],
    ['{"predictions": []}', { kind: 'predictions-empty' }],
    ['{}', { kind: 'predictions-empty' }],
    ['3', { kind: 'predictions-missing' }],
    ['{"predictions": 3}', { kind: 'predictions-missing' }],
    [
      '{"name": "package", "files": [], "scripts": {"a": "b"}, "list": [{"id": 1}]}',
      { kind: 'predictions-missing' },
    ],
    ['{"predictions":', { kind: 'json-invalid', line: 1, column: 16, found: '' }],
    [
      `{"predictions": {\r\n"a": ${HAPPY},\r\n}}`,
      { kind: 'json-invalid', line: 3, column: 1, found: '}' },
    ],
    [`{"a": ${HAPPY}} x`, { kind: 'json-invalid', line: 1, column: 48, found: 'x' }],
    [`{'a': ${HAPPY}}`, { kind: 'json-invalid', line: 1, column: 2, found: "'a':" }],
    [`{NaN: ${HAPPY}}`, { kind: 'json-invalid', line: 1, column: 2, found: 'NaN:' }],
    [`{"a": ${HAPPY} // mine\n}`, { kind: 'json-invalid', line: 1, column: 47, found: '//' }],
    ['['.repeat(100_000), { kind: 'json-deep' }],
  ])('%.60s', (text, problem) => {
    const read = parse(text);
    expect(read).not.toHaveProperty('predictions');
    expect(read.problems).toMatchObject([{ file: 'p.json', ...problem }]);
  });

  test('every entry that is bad', () => {
    const read = parse('{"predictions": {"a": [{"emotion": "joy", "salience": 1}], "b": []}}');
    expect(read).not.toHaveProperty('predictions');
    expect(read.problems).toMatchObject([
      { clip: 'a', fault: { kind: 'emotion-unknown', value: '"joy"' } },
      { clip: 'b', fault: { kind: 'empty' } },
    ]);
  });
});
