import { expect, test } from 'vitest';
import { fr } from '../../../src/ui/words/fr.ts';
import { withFrenchSpaces } from '../../../src/ui/words/fr/spaces.ts';

test('withFrenchSpaces(words) keeps signs with what they belong to', () => {
  const words = withFrenchSpaces({
    text: 'Prêt ? Choisissez « Oui » ; 26 % : 3 Mo …',
    said: (name: string) => ({ title: `${name} !` }),
  });
  expect(words.text).toBe(
    'Prêt\u{202F}? Choisissez «\u{A0}Oui\u{A0}»\u{202F}; 26\u{202F}%\u{A0}: 3\u{202F}Mo\u{202F}…',
  );
  expect(words.said('Fini')).toEqual({ title: 'Fini\u{202F}!' });
});

test('the French catalogue is spaced so, also where a text has a name in it', () => {
  expect(fr.page.about).toBe('Qu’est-ce que c’est\u{202F}?');
  expect(fr.reading.readsAs('Joie')).toBe('Expression lue\u{A0}: joie.');
  expect(fr.failureMessage({ kind: 'asset-html', name: 'a.onnx' }).title).toContain(
    '«\u{A0}a.onnx\u{A0}»',
  );
});
