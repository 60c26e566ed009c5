import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Shares } from '../../../src/core/blemore/label.ts';
import type { Probabilities } from '../../../src/core/blemore/emotions.ts';
import type { Prediction, Thresholds } from '../../../src/core/blemore/prediction.ts';
import type { ChosenFile } from './clips.ts';
import { button } from './page.ts';

/** What a report says of a clip. */
export interface ReportedClip {
  readonly name: string;
  readonly fold: string | null;
  readonly label: Prediction | null;
  readonly prediction: Shares | null;
  readonly probabilities: Probabilities | null;
  readonly problem?: { readonly kind: string };
  readonly backend?: string;
  /** Of a clip that is finished, as are its frames, those that show a face, and what was read of them. */
  readonly seconds?: number;
  readonly frames?: number;
  readonly framesRead?: number;
  readonly readings?: number;
}

export interface Report {
  readonly date: string;
  readonly thresholds: Thresholds;
  readonly pack: { readonly id: string; readonly sha256: string };
  readonly clips: readonly ReportedClip[];
  readonly timings: { readonly clips: readonly ClipTiming[] };
}

/** Of a clip that is finished. */
export interface ClipTiming {
  readonly name: string;
  /** Milliseconds. */
  readonly elapsed: number;
  readonly restored: boolean;
}

/** Goes from the start to the Evaluate page. */
export async function openEvaluate(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Evaluate' }).click();
  await button(page, 'Choose files').waitFor();
}

export function chooseFiles(page: Page, files: readonly ChosenFile[]): Promise<void> {
  return page.locator('input[type=file]:not([webkitdirectory])').setInputFiles([...files]);
}

export function chooseFolder(page: Page, path: string): Promise<void> {
  return page.locator('input[type=file][webkitdirectory]').setInputFiles(path);
}

/** What a button saves. */
export async function savedFile(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return readFile(await download.path());
}

/** What a button saves, as text. */
export async function saved(page: Page, name: string): Promise<string> {
  return (await savedFile(page, name)).toString();
}

export async function savedReport(page: Page): Promise<Report> {
  return JSON.parse(await saved(page, 'Report (JSON)')) as Report;
}

/** Resolves once a screen reader was told so; the sliders' numbers are such messages, too. */
export async function untilTold(
  page: Page,
  words: string | RegExp,
  timeout = 30_000,
): Promise<void> {
  await page
    .locator('p[role=status]')
    .filter({ hasText: words })
    .waitFor({ state: 'attached', timeout });
}

/** What stands in a clip's line of the table beside its name, one text a cell. */
export function lineOf(page: Page, clip: string): Promise<string[]> {
  const line = page.getByRole('row').filter({ has: button(page, clip) });
  return line.getByRole('cell').allTextContents();
}

/** What was left out, and why. */
export function leftOut(page: Page): Promise<string[]> {
  const list = page.getByRole('region', { name: /^Left out/ });
  return list.getByRole('listitem').allTextContents();
}

export function clipsDone(page: Page): Promise<number> {
  return page
    .getByRole('progressbar', { name: 'Clips done' })
    .evaluate((bar: HTMLProgressElement) => Math.floor(bar.value));
}

/** Both figures of a row of the table of figures, as they are shown; null for "no blends". */
export async function figuresOf(page: Page, name: string): Promise<(string | null)[]> {
  const cells = page
    .getByRole('region', { name: 'Figures' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    .getByRole('cell');
  const texts = await cells.allTextContents();
  return texts.map((text) => /^\s*([\d.]+ %)/.exec(text)?.[1] ?? null);
}
