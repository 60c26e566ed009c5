import type { Page } from 'playwright-core';
import type { Expression } from '../../../src/sources/drawn/expression.ts';
import { bundled } from './bundle.ts';

const NAME = 'drawing';

/**
 * Gives a page that is not opened yet a camera before which drawn people come and go, as a test
 * says. Nobody is there at first.
 */
export async function withDrawnCamera(page: Page): Promise<void> {
  const code = await bundled('./draw-scene.ts', NAME);
  // A document that starts has nothing to draw on yet, and other frames are none of ours.
  await page.addInitScript(`${code}\n${NAME}.replaceCamera();globalThis.${NAME} = ${NAME};`);
}

/** These stand in front of the camera from now on, side by side. */
export async function stand(page: Page, ...faces: readonly Expression[]): Promise<void> {
  await page.evaluate(`${NAME}.show(${JSON.stringify(faces)})`);
}
