import type { Charged } from './accounts.ts';
import type { FrameCounts } from './page/camera-page.ts';
import type { Findings, Table } from './report.ts';
import { median } from './rounds.ts';
import { PEERS, type CameraScene } from './subjects.ts';

/** What our page is compared with: the libraries' demos, and another build of it. */
const OTHERS = [...PEERS, 'before'] as const;

/** `video` is the camera in a bare video element. */
export type Watched = 'video' | 'ours' | (typeof OTHERS)[number];

/** What a browser was charged with while a page read a camera. */
export interface CameraRound {
  readonly scene: CameraScene;
  readonly watched: Watched;
  /** How long the round was. */
  readonly seconds: number;
  readonly charged: Charged;
  readonly counts: FrameCounts;
}

const SCENES: Readonly<Record<CameraScene, string>> = {
  moving: 'one person who sways',
  still: 'one person who sits still',
  nobody: 'nobody',
};

/** Threads that take less, in processors, are left out. */
const LEAST_SHOWN = 0.01;

/** Medians of the rounds of one page before one scene. */
interface Figures {
  readonly rounds: number;
  readonly seconds: number;
  readonly processors: number;
  readonly framesPerSecond: number;
  readonly readPerSecond: number;
  /** In processors, by name. */
  readonly threads: ReadonlyMap<string, number>;
}

export function processorFindings(rounds: readonly CameraRound[]): Findings {
  const scenes = (Object.keys(SCENES) as CameraScene[]).filter((scene) =>
    rounds.some((round) => round.scene === scene),
  );
  const byScene = scenes.map((scene) => ({
    scene,
    figures: figuresOf(rounds.filter((round) => round.scene === scene)),
  }));
  return {
    ratios: Object.fromEntries(
      byScene.flatMap(({ scene, figures }) =>
        OTHERS.flatMap((peer) => {
          const theirs = perFrame(figures, peer);
          const ours = perFrame(figures, 'ours');
          return theirs === null || ours === null
            ? []
            : [[`processor/${scene}/${peer}`, theirs / ours] as const];
        }),
      ),
    ),
    tables: byScene.flatMap(({ scene, figures }) => [
      processorTable(scene, figures),
      threadTable(scene, figures),
    ]),
  };
}

type SceneFigures = ReadonlyMap<Watched, Figures>;

function figuresOf(rounds: readonly CameraRound[]): SceneFigures {
  const watched = new Set(rounds.map((round) => round.watched));
  return new Map([...watched].map((who) => [who, summed(rounds.filter((r) => r.watched === who))]));
}

function summed(rounds: readonly CameraRound[]): Figures {
  const middle = (of: (round: CameraRound) => number) =>
    median(rounds.map((round) => of(round) / round.seconds));
  const names = new Set(rounds.flatMap(({ charged }) => [...charged.threads.keys()]));
  return {
    rounds: rounds.length,
    seconds: median(rounds.map(({ seconds }) => seconds)),
    processors: middle(({ charged }) => charged.total),
    framesPerSecond: middle(({ counts }) => counts.frames),
    readPerSecond: middle(({ counts }) => counts.read),
    threads: new Map(
      [...names].map((name) => [name, middle(({ charged }) => charged.threads.get(name) ?? 0)]),
    ),
  };
}

/** Processors above the bare video's. */
function above(figures: SceneFigures, watched: Watched): number {
  const processors = (who: Watched) => figures.get(who)?.processors ?? NaN;
  return processors(watched) - processors('video');
}

/** Milliseconds of a processor above the bare video for each frame; null where that is none. */
function perFrame(figures: SceneFigures, watched: Watched): number | null {
  const frames = figures.get(watched)?.framesPerSecond ?? 0;
  const spent = above(figures, watched);
  return frames > 0 && spent > 0 ? (1000 * spent) / frames : null;
}

function processorTable(scene: CameraScene, figures: SceneFigures): Table {
  const [{ rounds, seconds }] = [...figures.values()] as [Figures];
  const row = ([watched, each]: [Watched, Figures]): string[] => {
    if (watched === 'video') return ['bare video', each.processors.toFixed(2)];
    return [
      watched,
      each.processors.toFixed(2),
      above(figures, watched).toFixed(2),
      each.framesPerSecond.toFixed(1),
      each.readPerSecond.toFixed(1),
      perFrame(figures, watched)?.toFixed(1) ?? '–',
    ];
  };
  return {
    title: `Processors of the whole browser at a 30 fps camera, ${SCENES[scene]} (median of ${rounds} rounds of ${seconds.toFixed(0)} s)`,
    rows: [
      [
        '',
        'processors',
        'above the video',
        'frames a second',
        'with a face',
        'ms above the video, a frame',
      ],
      ...[...figures].map(row),
    ],
  };
}

function threadTable(scene: CameraScene, figures: SceneFigures): Table {
  const columns = [...figures.values()];
  const names = new Set(columns.flatMap(({ threads }) => [...threads.keys()]));
  const most = (name: string) => Math.max(...columns.map(({ threads }) => threads.get(name) ?? 0));
  const shown = [...names]
    .filter((name) => most(name) >= LEAST_SHOWN)
    .toSorted((a, b) => most(b) - most(a));
  const cell = (value: number | undefined): string =>
    value === undefined || value < LEAST_SHOWN / 2 ? '' : value.toFixed(2);
  return {
    title: `The same by thread, ${SCENES[scene]}`,
    rows: [
      ['', ...figures.keys()],
      ...shown.map((name) => [name, ...columns.map(({ threads }) => cell(threads.get(name)))]),
    ],
  };
}
