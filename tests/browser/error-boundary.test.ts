import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openEvaluate } from './support/evaluate-page.ts';
import { visit } from './support/launch.ts';
import { button, startDrawnFace } from './support/page.ts';
import { scorePredictions } from './support/places.ts';

const SENTENCE = 'Something unexpected stopped this part of the page.';

/** While `broken` is set, whatever compares names throws. */
async function breakCollator(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { get } = Object.getOwnPropertyDescriptor(Intl.Collator.prototype, 'compare')!;
    Object.defineProperty(Intl.Collator.prototype, 'compare', {
      get() {
        if ('broken' in globalThis) throw new Error('The collator is broken.');
        return get?.call(this) as unknown;
      },
    });
  });
}

test('a list that fails says so, and the figures beside it stay', async () => {
  const { page, trouble } = await visit({ prepare: breakCollator });
  await openEvaluate(page);
  await scorePredictions(page);
  await page.evaluate(() => Object.assign(globalThis, { broken: true }));
  await button(page, 'Shown').click();
  await page.getByRole('alert').filter({ hasText: SENTENCE }).waitFor();
  await page.getByRole('region', { name: 'Figures' }).waitFor();
  expect(await page.getByRole('rowheader', { name: 'Predictions file' }).count()).toBeGreaterThan(
    0,
  );
  expect(trouble.errors.join()).toContain('The collator is broken.');

  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'broken'));
  await button(page, 'Go on').click();
  await page.getByRole('heading', { name: 'Prediction by prediction' }).waitFor();
  expect(await page.getByText(SENTENCE).count()).toBe(0);
});

test('an explanation that fails says so, and the live page goes on', async () => {
  const { page } = await visit({
    prepare: (page) =>
      page.addInitScript(() => {
        HTMLDialogElement.prototype.showModal = () => {
          throw new Error('Dialogs are broken.');
        };
      }),
  });
  await startDrawnFace(page);
  await button(page, 'What is this?').click();
  await page.getByText(SENTENCE).waitFor();
  expect(await page.getByRole('meter').count()).toBe(6);
});
