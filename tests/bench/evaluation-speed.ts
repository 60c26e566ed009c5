import type { BrowserContext } from 'playwright-core';
import { spread } from '../../src/live/rolling-statistics.ts';
import { encodeClips, type ClipPlan } from '../browser/support/clips.ts';
import {
  chooseFiles,
  openEvaluate,
  savedReport,
  untilTold,
  type ReportedClip,
} from '../browser/support/evaluate-page.ts';
import { button } from '../browser/support/page.ts';
import type { Findings } from './report.ts';
import { median } from './rounds.ts';

export interface EvaluationPlan {
  readonly rounds: number;
  /** Of each clip. */
  readonly clipFrames: number;
}

const FILM = { size: { width: 640, height: 360 }, rate: 30 };
const TIMEOUT = 300_000;

/** How many times as fast as they play clips are evaluated on our page, every frame of them. */
export async function evaluationSpeed(
  context: BrowserContext,
  url: string,
  { rounds, clipFrames }: EvaluationPlan,
): Promise<Findings> {
  const page = await context.newPage();
  await page.goto(url);
  // One more clip than rounds, which warms up.
  const plans = Array.from({ length: rounds + 1 }, (_, i) => planOf(i, clipFrames));
  const clips = await encodeClips(page, plans);
  await openEvaluate(page);
  await chooseFiles(page, clips);
  await button(page, `Evaluate ${clips.length} clips`).click();
  await untilTold(page, /^Finished\./, TIMEOUT);
  const report = await savedReport(page);
  await page.close();
  const speeds = report.clips.slice(1).map((clip) => {
    const timing = report.timings.clips.find(({ name }) => name === clip.name);
    return requireWhole(clip, clipFrames) / ((timing?.elapsed ?? NaN) / 1000);
  });
  const milliseconds = speeds.map((speed) => 1000 / FILM.rate / speed);
  return {
    ratios: { 'evaluation/real time': median(speeds) },
    tables: [
      {
        title: `Evaluation of 640 × 360 at 30 fps, every frame (${rounds} clips of ${clipFrames} frames)`,
        rows: [
          ['times real time, median', median(speeds).toFixed(2)],
          ['slowest, fastest', `${least(speeds)}, ${most(speeds)}`],
          ['milliseconds a frame', spread(milliseconds).p50.toFixed(2)],
        ],
      },
    ],
  };
}

function planOf(i: number, frames: number): ClipPlan {
  const name = `A${101 + i}_hap_int1_ver1.webm`;
  return { name, shows: ['grinning', 'neutral'], frames, film: FILM, sway: 12 + i };
}

/** @returns seconds of a clip all of whose frames were read */
function requireWhole({ name, seconds, framesRead }: ReportedClip, frames: number): number {
  if (seconds === undefined || framesRead !== frames) {
    throw new Error(`Of ${name} ${framesRead ?? 0} frames were read, not ${frames}.`);
  }
  return seconds;
}

function least(values: readonly number[]): string {
  return Math.min(...values).toFixed(2);
}

function most(values: readonly number[]): string {
  return Math.max(...values).toFixed(2);
}
