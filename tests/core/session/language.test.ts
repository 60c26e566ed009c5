import { expect, test } from 'vitest';
import { preferredLanguage } from '../../../src/core/session/language.ts';

test('preferredLanguage(wanted) is the first that the page has, whatever its region', () => {
  expect(preferredLanguage(['de-AT', 'en'])).toBe('de');
  expect(preferredLanguage(['tlh', 'DE-de', 'en'])).toBe('de');
  expect(preferredLanguage(['en-GB', 'de'])).toBe('en');
  expect(preferredLanguage(['nb-NO', 'sv-SE'])).toBe('sv');
  expect(preferredLanguage(['fr-CA'])).toBe('fr');
  expect(preferredLanguage(['es-419', 'en'])).toBe('es');
});

test('preferredLanguage(wanted) is English where the page has none of them', () => {
  expect(preferredLanguage([])).toBe('en');
  expect(preferredLanguage(['den-x'])).toBe('en');
});
