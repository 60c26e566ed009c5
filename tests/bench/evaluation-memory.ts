import type { BrowserContext, Page } from 'playwright-core';
import { encodeClips, type ChosenFile, type ClipPlan } from '../browser/support/clips.ts';
import { chooseFiles, openEvaluate, untilTold } from '../browser/support/evaluate-page.ts';
import { button } from '../browser/support/page.ts';
import { memory } from './memory.ts';
import type { Findings } from './report.ts';

export interface ClipsPlan {
  /** How many are evaluated. */
  readonly clips: number;
  /** After how many memory is measured first. */
  readonly clipsBefore: number;
}

const TIMEOUT = 1_800_000;

/** Megabytes that our page takes while it evaluates clip after clip. */
export async function evaluationMemory(
  context: BrowserContext,
  url: string,
  { clips: count, clipsBefore }: ClipsPlan,
): Promise<Findings> {
  const page = await context.newPage();
  await page.goto(url);
  const clips = await encodeClips(
    page,
    Array.from({ length: count }, (_, i) => planOf(i)),
  );
  // What encoding took is none of the evaluation's memory.
  await page.reload();
  await openEvaluate(page);
  const before = await afterClips(
    page,
    clips.slice(0, clipsBefore),
    `Evaluate ${clipsBefore} clips`,
    clipsBefore,
  );
  const after = await afterClips(page, clips.slice(clipsBefore), 'Go on', count);
  await page.close();
  return {
    ratios: {},
    tables: [
      {
        title: 'Megabytes of memory while clips are evaluated: JavaScript, canvases and wasm',
        rows: [
          [`${clipsBefore} clips`, before.toFixed(1)],
          [`${count} clips`, after.toFixed(1)],
          ['growth', (after - before).toFixed(1)],
        ],
      },
    ],
  };
}

function planOf(i: number): ClipPlan {
  const name = `A${101 + i}_hap_int1_ver1.webm`;
  return { name, shows: ['grinning', 'smiling'], frames: 20, sway: i / 10 };
}

/** Megabytes once these clips, too, are evaluated. */
async function afterClips(page: Page, clips: readonly ChosenFile[], press: string, done: number) {
  await chooseFiles(page, clips);
  await button(page, press).click();
  await untilTold(page, `Finished. ${done} of ${done} clips done.`, TIMEOUT);
  return memory(page);
}
