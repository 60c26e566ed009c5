import { expect, test } from 'vitest';
import { filmOfScenes } from './support/drawn-film.ts';
import { visit } from './support/launch.ts';
import { button, untilSaid } from './support/page.ts';

test('a visitor is invited, asked, read, and forgotten', async () => {
  const film = await filmOfScenes([
    { faces: [], seconds: 3 },
    { faces: [{ neu: 100 }], seconds: 14 },
    { faces: [{ hap: 100 }], seconds: 8 },
    { faces: [], seconds: 12 },
  ]);
  const { page, trouble } = await visit({ film });
  await page.getByRole('link', { name: 'Booth' }).click();
  await untilSaid(page, 'What does your face show?');
  await untilSaid(page, 'May this screen read your expression?');
  await button(page, 'Yes, start').click();
  await untilSaid(page, 'Relax your face for a moment');
  await page.getByRole('region', { name: 'Reading' }).waitFor();
  await untilSaid(page, 'See you!');
  expect(trouble.errors).toEqual([]);
});
