import { describe, expect, test } from 'vitest';
import { EMOTIONS } from '../../../src/core/blemore/emotions.ts';
import { EMOTION_WORDS, emotionNamed } from '../../../src/evaluation/inputs/emotion-words.ts';
import { parseMetadata } from '../../../src/evaluation/inputs/metadata.ts';
import { de } from '../../../src/ui/words/de.ts';
import { en } from '../../../src/ui/words/en.ts';
import { es } from '../../../src/ui/words/es.ts';
import { fr } from '../../../src/ui/words/fr.ts';
import { sv } from '../../../src/ui/words/sv.ts';

describe('emotionNamed(word)', () => {
  test.each(EMOTIONS)('no word for %s could mean another emotion', (emotion) => {
    for (const word of EMOTION_WORDS[emotion])
      expect([word, emotionNamed(word)]).toEqual([word, emotion]);
  });

  test.each([en, de, sv, fr, es])(
    'the page’s own names are understood ($locale)',
    ({ emotions }) => {
      for (const emotion of EMOTIONS) expect(emotionNamed(emotions[emotion])).toBe(emotion);
    },
  );

  test.each([
    ['ÄRGER', 'ang'],
    ['a\u0308rger', 'ang'],
    ['colere', 'ang'],
    ['En  colère', 'ang'],
    ['dégoût', 'disg'],
    ['Rädsla', 'fea'],
    ['miedo', 'fea'],
    ['ALEGRIA', 'hap'],
    ['glädje', 'hap'],
    ['Tristesse', 'sad'],
    ['neutro', 'neu'],
  ])('%s is %s', (word, emotion) => {
    expect(emotionNamed(word)).toBe(emotion);
  });

  test.each([
    '',
    'surprise',
    'contempt',
    'disp',
    'Überraschung',
    'constructor',
    'ångest',
    'háp',
    'sád',
  ])('“%s” is none of them', (word) => {
    expect(emotionNamed(word)).toBeNull();
  });
});

test('a table in another language is read as one in English', () => {
  const table = (row: string) =>
    parseMetadata(
      `filename;mix;emotion_1;emotion_2;emotion_1_salience;emotion_2_salience\n${row}`,
      'x.csv',
    );
  const english = table('a;TRUE;happiness;sadness;70;30');
  expect(english.problems).toEqual([]);
  for (const row of [
    'a;WAHR;Freude;Trauer;70,0;30,0',
    'a;SANT;glädje;sorg;70;30',
    'a;VRAI;joie;tristesse;70 %;30 %',
    'a;VERDADERO;alegría;tristeza;0,7;0,3',
  ]) {
    expect(table(row)).toEqual(english);
  }
});
