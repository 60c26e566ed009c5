import { execFile } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import Npyjs from 'npyjs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { parsePack } from '../../src/core/pack/parse.ts';
import type { ModelPack } from '../../src/core/pack/schema.ts';
import { textFile, type ChosenFile } from './support/clips.ts';
import { drop } from './support/drop.ts';
import {
  chooseFiles,
  openEvaluate,
  saved,
  savedFile,
  savedReport,
  untilTold,
} from './support/evaluate-page.ts';
import { EXPORTER, exportedPack, missingExports, PYTHON } from './support/exported.ts';
import { folderOf } from './support/folder.ts';
import { visit } from './support/launch.ts';
import { button, untilRead } from './support/page.ts';
import { films, losslessClip, type SwayingClip } from './support/swaying-clips.ts';

const AGGREGATED = 'clip-aggregated-reduced';
const SUBSAMPLED = 'videomae-reduced';
/** Aggregates what it reads of clips that overlap. */
const WINDOWED = 'video-swin-aggregated-reduced';
const missing = missingExports([AGGREGATED, SUBSAMPLED, WINDOWED]);

/** The last clip is longer than the sixteen frames that VideoMAE takes at once. */
const FRAMES = { short: 5, last: 18 } as const;
/** Longer than the thirty-two that Video Swin takes at once. */
const LONG: SwayingClip = { name: 'A113_hap_int1_ver1', shows: 'smiling', frames: 33, sway: 9 };
const SHOWN = ['smiling', 'grinning', 'laughing', 'neutral'] as const;
const LABELS = [
  ['A101_hap_int1_ver1', '0,hap,,,'],
  ['A102_ang_int1_ver1', '0,ang,,,'],
  ['A103_sad_int1_ver1', '0,sad,,,'],
  ['A104_neu_sit1_ver1', '0,neu,,,'],
  ['A105_mix_hap_sad_70_30_ver1', '1,hap,sad,70.0,30.0'],
  ['A106_mix_ang_disg_50_50_ver1', '1,ang,disg,50.0,50.0'],
  ['A107_hap_int4_ver1', '0,hap,,,'],
  ['A108_disg_int1_ver1', '0,disg,,,'],
  ['A109_fea_int1_ver1', '0,fea,,,'],
  ['A110_neu_sit2_ver1', '0,neu,,,'],
  ['A111_mix_hap_sad_50_50_ver1', '1,hap,sad,50.0,50.0'],
  ['A112_mix_ang_fea_30_70_ver1', '1,ang,fea,30.0,70.0'],
] as const;
const FOLDS = 5;
const METADATA = textFile(
  'train_metadata.csv',
  [
    'filename,mix,emotion_1,emotion_2,emotion_1_salience,emotion_2_salience,fold',
    ...LABELS.map(([name, label], i) => `${name},${label},${i % FOLDS}`),
  ].join('\n'),
  'text/csv',
);

const CLIPS = LABELS.map(([name], i): SwayingClip => ({
  name,
  shows: SHOWN[i % SHOWN.length]!,
  frames: i === LABELS.length - 1 ? FRAMES.last : FRAMES.short,
  sway: 4 + i,
}));

/** What Python made of a clip. */
interface ReadInPython {
  readonly frames: number;
  readonly rows: readonly (readonly number[])[];
  /** By head. */
  readonly probabilities: Readonly<Record<string, readonly number[]>>;
}
type InPython = Readonly<Record<string, ReadInPython>>;

async function python(script: string, ...args: readonly string[]): Promise<string> {
  const options = { cwd: EXPORTER, maxBuffer: 2 ** 28 };
  const { stdout } = await promisify(execFile)(PYTHON, ['-W', 'ignore', script, ...args], options);
  return stdout;
}

async function usePack(page: Page, folder: string): Promise<void> {
  await drop(page, [folder]);
  await page.getByText('reads now.').waitFor({ timeout: 60_000 });
  await button(page, 'Dismiss').click();
}

async function evaluate(page: Page, clips: readonly ChosenFile[]): Promise<void> {
  await openEvaluate(page);
  await chooseFiles(page, clips);
  const all = `${clips.filter(({ name }) => name !== METADATA.name).length}`;
  await page.getByRole('button', { name: new RegExp(`^Evaluate ${all} clip`) }).click();
  await untilTold(page, new RegExp(`^Finished\\. ${all} of ${all} clip`), 120_000);
}

async function backToLive(page: Page): Promise<void> {
  await button(page, 'Start over').click();
  await page.getByRole('link', { name: 'Live' }).click();
}

async function manifestOf(pack: string): Promise<ModelPack> {
  return parsePack(JSON.parse(await readFile(join(pack, 'pack.json'), 'utf8')), pack);
}

const eachFrame = ({ frames }: ReadInPython) => frames;
const eachRow = ({ rows }: ReadInPython) => rows.length;
/** A window of Video Swin begins every so many frames. */
const STRIDE = 16;
const eachWindow = ({ frames }: ReadInPython) => Math.ceil(frames / STRIDE);

const farthest = (one: readonly number[], other: readonly number[]) =>
  Math.max(...one.map((value, i) => Math.abs(value - other[i]!)));

/** The report has every clip's probabilities as Python has them by that head, of as many readings. */
async function expectPythons(
  page: Page,
  head: string,
  inPython: InPython,
  readings: (python: ReadInPython) => number,
): Promise<void> {
  const { clips } = await savedReport(page);
  const apart = clips.map(({ name, framesRead, readings: made, probabilities }) => {
    const python = inPython[name]!;
    expect([name, framesRead, made]).toEqual([name, python.frames, readings(python)]);
    return { name, apart: farthest(probabilities!, python.probabilities[head]!) };
  });
  const most = (end: string) =>
    Math.max(...apart.filter(({ name }) => name.endsWith(end)).map((clip) => clip.apart));
  // FFmpeg and a browser round colours to other whole numbers.
  expect(most('.webm')).toBeLessThan(1e-3);
  expect(most('.png')).toBeLessThan(1e-5);
}

/** They differ by more than reading them here and there does, or agreeing would say nothing. */
async function expectDifferentClips(page: Page): Promise<void> {
  const { clips } = await savedReport(page);
  const first = clips.map(({ probabilities }) => probabilities![0]);
  expect(Math.max(...first) - Math.min(...first)).toBeGreaterThan(5e-3);
}

test.skipIf(missing !== '')(
  `twelve clips are read as Python reads them, and heads trained on their features read on${missing}`,
  async () => {
    const { page, trouble } = await visit();
    const clips = [
      ...CLIPS.slice(0, 6).map(losslessClip),
      ...(await films(page, CLIPS.slice(6))),
    ] as const;
    const folder = await folderOf([...clips, METADATA]);
    const paths = clips.map(({ name }) => join(folder, name));
    const inPython = async (pack: string, names = paths) =>
      JSON.parse(await python('read_clips.py', pack, ...names)) as InPython;
    const labelled = [...clips, METADATA];
    const pack = join(folder, AGGREGATED);
    await cp(exportedPack(AGGREGATED), pack, { recursive: true });

    await usePack(page, pack);
    const [aggregated] = await Promise.all([inPython(pack), evaluate(page, labelled)]);
    await expectPythons(page, 'untrained', aggregated, eachFrame);
    await expectDifferentClips(page);

    const features = await savedFile(page, 'Features (NumPy)');
    const table = (await saved(page, 'Features (CSV)')).trimEnd().split('\n');
    await writeFile(join(folder, 'features.npz'), features);
    const x = await new Npyjs().load(unzipSync(features)['X.npy']!.slice().buffer);
    expect([x.shape, table.length]).toEqual([[12, 7 * 512], 13]);
    const [name, window, ...last] = table.at(-1)!.split(',');
    expect([name, window]).toEqual([clips.at(-1)!.name, '0']);
    expect(Float32Array.from(last, Number)).toEqual((x.data as Float32Array).slice(-7 * 512));

    await backToLive(page);
    await usePack(page, exportedPack(SUBSAMPLED));
    const [npz, labels] = [join(folder, 'features.npz'), join(folder, METADATA.name)];
    const [subsampled] = await Promise.all([
      inPython(exportedPack(SUBSAMPLED)),
      python('train_head.py', npz, labels, '--pack', pack, '--epochs', '4', '--rate', '1e-4'),
      evaluate(page, labelled),
    ]);
    await expectPythons(page, 'untrained', subsampled, eachRow);
    await expectDifferentClips(page);

    const long = losslessClip(LONG);
    const longFolder = await folderOf([long]);
    await backToLive(page);
    await usePack(page, exportedPack(WINDOWED));
    const [windowed] = await Promise.all([
      inPython(exportedPack(WINDOWED), [join(longFolder, long.name)]),
      evaluate(page, [long]),
    ]);
    await expectPythons(page, 'untrained', windowed, eachWindow);

    const ids = (await manifestOf(pack)).heads.map(({ id }) => id);
    expect(ids.toSorted()).toEqual(['linear', 'mlp-256', 'mlp-512']);
    await backToLive(page);
    await usePack(page, pack);
    await button(page, 'Try it without a camera').first().click();
    await untilRead(page);
    const few = clips.slice(5, 7);
    const [trained] = await Promise.all([
      inPython(
        pack,
        few.map((clip) => join(folder, clip.name)),
      ),
      evaluate(page, few),
    ]);
    await expectPythons(page, ids[0]!, trained, eachFrame);
    expect(trouble.errors).toEqual([]);
  },
  420_000,
);
