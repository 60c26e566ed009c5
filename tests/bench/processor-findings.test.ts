import { expect, test } from 'vitest';
import { processorFindings, type CameraRound, type Watched } from './processor-findings.ts';

/** Ten seconds before somebody who sways. */
function round(
  watched: Watched,
  total: number,
  frames: number,
  threads: Readonly<Record<string, number>> = {},
): CameraRound {
  const charged = { total, threads: new Map(Object.entries(threads)) };
  return { scene: 'moving', watched, seconds: 10, charged, counts: { frames, read: frames } };
}

const ROUNDS = [
  round('video', 2, 1),
  round('ours', 5, 300, { 'renderer: DedicatedWorker': 2, 'renderer: main': 0.01 }),
  round('ours', 6, 300, { 'renderer: DedicatedWorker': 3, 'renderer: main': 0.01 }),
  round('ours', 12, 300, { 'renderer: DedicatedWorker': 9, 'renderer: main': 0.01 }),
  round('human', 12, 100, { 'renderer: main': 8 }),
];

test('ratios are of milliseconds above the bare video for each frame', () => {
  // Ours: (0.6 − 0.2) processors for 30 frames a second; human: (1.2 − 0.2) for 10.
  expect(processorFindings(ROUNDS).ratios).toEqual({
    'processor/moving/human': expect.closeTo(7.5, 6) as number,
  });
});

test('a page that takes no more than the bare video has no ratio', () => {
  const rounds = [round('video', 2, 1), round('ours', 2, 300), round('human', 12, 100)];
  expect(processorFindings(rounds).ratios).toEqual({});
});

test('figures are medians of the rounds, by page and by thread', () => {
  const [processors, threads] = processorFindings(ROUNDS).tables;
  expect(processors?.rows.slice(1)).toEqual([
    ['bare video', '0.20'],
    ['ours', '0.60', '0.40', '30.0', '30.0', '13.3'],
    ['human', '1.20', '1.00', '10.0', '10.0', '100.0'],
  ]);
  expect(threads?.rows).toEqual([
    ['', 'video', 'ours', 'human'],
    ['renderer: main', '', '', '0.80'],
    ['renderer: DedicatedWorker', '', '0.30', ''],
  ]);
});
