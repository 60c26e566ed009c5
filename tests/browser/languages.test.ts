import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { LANGUAGES, type LanguageCode } from '../../src/core/session/language.ts';
import { de } from '../../src/ui/words/de.ts';
import { en, type Words } from '../../src/ui/words/en.ts';
import { es } from '../../src/ui/words/es.ts';
import { fr } from '../../src/ui/words/fr.ts';
import { sv } from '../../src/ui/words/sv.ts';
import { visit } from './support/launch.ts';
import { overflowingTexts, sidewaysScrolling } from './support/overflow.ts';
import { button } from './support/page.ts';
import { throughAllPlaces } from './support/places.ts';

const CATALOGUES: Readonly<Record<LanguageCode, Words>> = { en, de, sv, fr, es };

/** As if the visitor had changed the browser's language. */
async function browserSpeaks(page: Page, code: LanguageCode): Promise<void> {
  await page.evaluate((tag) => {
    Object.defineProperty(navigator, 'languages', { value: [tag], configurable: true });
    dispatchEvent(new Event('languagechange'));
  }, code);
  await page.locator(`html[lang=${code}]`).waitFor();
}

test('no place overflows in any language on a screen 390 pixels wide', async () => {
  const { page, trouble } = await visit({ context: { viewport: { width: 390, height: 844 } } });
  await throughAllPlaces(page, async (place) => {
    for (const code of [...LANGUAGES.filter((other) => other !== 'en'), 'en' as const]) {
      await browserSpeaks(page, code);
      expect.soft(await sidewaysScrolling(page), `${place}, ${code}`).toEqual([]);
      expect.soft(await overflowingTexts(page), `${place}, ${code}`).toEqual([]);
    }
  });
  expect(trouble.errors).toEqual([]);
});

test('the page speaks the browser’s language, and each that is chosen, without a reload', async () => {
  const { page, trouble } = await visit({ context: { locale: 'sv-SE' } });
  const says = async (code: LanguageCode) => {
    const { page: names, start } = CATALOGUES[code];
    await page.getByRole('heading', { name: start.title }).waitFor();
    await button(page, names.settings).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(code);
  };
  await says('sv');
  await button(page, sv.page.settings).click();
  let now: Words = sv;
  for (const code of LANGUAGES) {
    await page.getByLabel(now.settings.language).selectOption(code);
    await says(code);
    now = CATALOGUES[code];
  }
  await page.reload();
  await says(LANGUAGES.at(-1) ?? 'en');
  expect(trouble.errors).toEqual([]);
});
