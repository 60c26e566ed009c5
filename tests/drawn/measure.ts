import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import type { Logits } from '../../src/core/blemore/emotions.ts';
import type { Thresholds } from '../../src/core/blemore/prediction.ts';
import { DEFAULT_PACK_ID } from '../../src/core/pack/default-pack-id.ts';
import { parsePack } from '../../src/core/pack/parse.ts';
import { againstNeutral } from '../../src/core/reading/own-neutral.ts';
import { relativeToNeutral, relaxedFacesOf } from '../../src/core/reading/relaxed-faces.ts';
import { softmax } from '../../src/core/reading/softmax.ts';
import { runAsCommand } from '../../src/tools/command.ts';
import { findBrowser } from '../../src/tools/find-browser.ts';
import { DIST, serve } from '../../src/tools/serve.ts';
import { leading, mean, meanLogits, named, rankCorrelation, type JudgedFace } from './figures.ts';
import { FILMS, shotsOfFilm } from './films.ts';
import { judgeFilm, readingsOf, type SceneReading } from './judge-film.ts';
import type { Read } from './page/read-drawn.ts';
import { readingOptionsOf } from './pack-reading.ts';
import { readDrawn } from './read-in-browser.ts';
import { BLENDS, MOMENTS, shotsOf, SINGLES, STEP_COUNT, STEPS, type Shot } from './shots.ts';

const FPS = 15;
const MODELS = fileURLToPath(new URL('../../models/', import.meta.url));

type Recorded = Shot & { readonly read: Read };
type ReadShots = (shots: readonly Shot[], fps: number | null) => Promise<readonly Recorded[]>;

interface Recording {
  readonly singles: readonly Recorded[];
  readonly blends: readonly Recorded[];
  readonly steps: readonly Recorded[];
  readonly fps: number;
  readonly films: readonly (readonly Recorded[])[];
}

async function record(read: ReadShots): Promise<Recording> {
  const films: (readonly Recorded[])[] = [];
  for (const film of FILMS) films.push(await read(shotsOfFilm(film, FPS), FPS));
  return {
    singles: await read(shotsOf(SINGLES), null),
    blends: await read(shotsOf(BLENDS), null),
    steps: await read(shotsOf(STEPS), null),
    fps: FPS,
    films,
  };
}

/** Each person's faces, one for each expression: the mean over the moments. */
function facesOf(shots: readonly Recorded[]): readonly (JudgedFace & { readonly look: number })[] {
  return chunks(shots, MOMENTS.length).map((part) => {
    const [{ look, shares }] = part as [Recorded];
    const logits = part.flatMap(({ read }): Logits[] => (read === null ? [] : [read.logits]));
    if (look === null || logits.length < part.length) throw new Error('A drawn face was not read.');
    return { look, shares, logits: meanLogits(logits) };
  });
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: all.length / size }, (_, i) => all.slice(i * size, (i + 1) * size));
}

function printStills(name: string, recording: Recording, read: Reread, thresholds: Thresholds) {
  const reread = (shots: readonly Recorded[]): readonly JudgedFace[] =>
    facesOf(shots).map((face) => ({ ...face, logits: read(face.logits, face.look) }));
  const [singles, blends] = [reread(recording.singles), reread(recording.blends)];
  const steps = reread(recording.steps);
  const correlations = chunks(steps, STEP_COUNT).map(rankCorrelation);
  const calm = singles.filter(({ shares }) => shares[5] === 1);
  const share = ({ right, of }: { right: number; of: number }) => `${right} of ${of}`;
  console.log(`\n${name}`);
  console.log(
    `  singles: leading ${share(leading(singles))}, named ${share(named(singles, thresholds))}`,
  );
  console.log(
    `  blends: leading ${share(leading(blends))}, named ${share(named(blends, thresholds))}`,
  );
  console.log(
    `  rank correlation: mean ${mean(correlations).toFixed(3)}, least ${Math.min(...correlations).toFixed(3)}`,
  );
  const atRest = calm.map(({ logits }) => softmax(logits)[5].toFixed(2));
  console.log(`  neutral at rest: ${atRest.join(' ')}`);
}

type Reread = (logits: Logits, look: number) => Logits;

function printFilm(name: string, scenes: readonly SceneReading[]): void {
  console.log(`\n${name}`);
  for (const { scene, readAfter, missed, probability } of scenes) {
    const after = readAfter === null ? 'never' : `${readAfter.toFixed(2)} s`;
    const parts = [`look ${scene.look ?? ''}`, scene.emotion, `read after ${after}`];
    parts.push(`missed ${(100 * missed).toFixed(0)} %`, `probability ${probability.toFixed(2)}`);
    console.log(`  ${parts.join(', ')}`);
  }
}

/** Prints how the built page's worker reads the drawn face, and with --out FILE keeps what it saw. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      pack: { type: 'string', default: DEFAULT_PACK_ID },
      head: { type: 'string' },
    },
  });
  const address = `${MODELS}${values.pack}/pack.json`;
  const pack = parsePack(JSON.parse(await readFile(address, 'utf8')), address);
  const served = await serve({ dir: DIST, port: 0 });
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-background-networking'],
  });
  try {
    const given = { browser, url: served.url, pack: values.pack, head: values.head ?? null };
    const recording = await record(async (shots, fps) => {
      const reads = await readDrawn({ ...given, fps }, shots);
      return shots.map((shot, i) => ({ ...shot, read: reads[i] ?? null }));
    });
    if (values.out !== undefined) {
      await mkdir(dirname(values.out), { recursive: true });
      await writeFile(values.out, JSON.stringify(recording));
    }
    printStills('As it is', recording, relativeToNeutral, pack.decision);
    const relaxed = relaxedFacesOf(pack.decision);
    if (relaxed !== null) {
      const rests = facesOf(recording.singles).filter(({ shares }) => shares[5] === 1);
      const against: Reread = (logits, look) =>
        againstNeutral(logits, relativeToNeutral(rests[look]!.logits), relaxed);
      printStills('Against the own neutral', recording, against, relaxed.thresholds);
    }
    for (const [i, film] of recording.films.entries()) {
      const reads = film.map(({ read }) => read);
      const readings = readingsOf(reads, FPS, readingOptionsOf(pack));
      printFilm(`Film ${i + 1}`, judgeFilm(FILMS[i]!, readings, FPS));
    }
  } finally {
    await browser.close();
    await served.close();
  }
}

await runAsCommand(import.meta, main);
