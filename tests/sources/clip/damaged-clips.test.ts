import { EncodedPacketSink } from 'mediabunny';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { mulberry32 } from '../../../src/core/math/random.ts';
import { FileProblemError } from '../../../src/core/media/file-problem.ts';
import { openContainer, type Container } from '../../../src/sources/clip/open-container.ts';
import { makeClip, withEdits } from '../../support/made-clips.ts';

const INPUTS = 5000;
const FIRST_BYTES = 4096;
/** Of processor time, which a busy machine does not stretch. */
const LONGEST_MS = 1000;
/** What a damaged file may be told to be; never gone, never our fault. */
const TRUE_OF_DAMAGE: readonly string[] = [
  'empty',
  'format-unsupported',
  'no-index',
  'no-video',
  'no-frames',
  'encrypted',
  'codec-unsupported',
  'cut-short',
  'damaged',
];

/** Whole numbers in 0..2³²−1. */
type Random = () => number;

const uncaught: unknown[] = [];
const note = (error: unknown) => void uncaught.push(error);

beforeAll(() => {
  process.on('unhandledRejection', note);
  // mediabunny tells the console of much that it meets in damaged files.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterAll(() => {
  process.off('unhandledRejection', note);
});

function below(random: Random, most: number): number {
  return random() % most;
}

/** One to eight changes among a file's first bytes. */
function mutated(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  let changed = Uint8Array.from(bytes);
  const changes = 1 + below(random, 8);
  for (let i = 0; i < changes; i++) {
    const at = below(random, Math.min(FIRST_BYTES, changed.length));
    const length = 1 + below(random, 16);
    switch (below(random, 6)) {
      case 0:
        changed[at] = below(random, 256);
        break;
      case 1:
        changed[at] = (changed[at] ?? 0) ^ (1 << below(random, 8));
        break;
      case 2:
        changed.fill(below(random, 2) === 0 ? 0 : 0xff, at, at + length);
        break;
      case 3:
        changed = changed.slice(0, at);
        break;
      case 4:
        changed = joined(changed.subarray(0, at), changed.subarray(at + length));
        break;
      case 5:
        changed = joined(changed.subarray(0, at + length), changed.subarray(at));
        break;
    }
  }
  return changed;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}

/** What was made of a file: what is wrong with it, or how many of its frames are shown. */
async function inspected(file: File): Promise<string | number> {
  let container: Container;
  try {
    container = await openContainer(file);
  } catch (error) {
    expect(error).toBeInstanceOf(FileProblemError);
    return (error as FileProblemError).problem.kind;
  }
  try {
    const { duration, lastEnd, stretches, track } = container;
    expect(duration === null || (duration >= 0 && duration < Infinity)).toBe(true);
    expect(Number.isNaN(lastEnd ?? 0)).toBe(false);
    let shown = 0;
    for await (const { timestamp } of new EncodedPacketSink(track).packets()) {
      for (const { from, until, shift } of stretches) {
        if (timestamp < from || timestamp >= until) continue;
        if (from > -Infinity) expect(timestamp + shift).toBeGreaterThanOrEqual(-1e-9);
        shown += 1;
      }
    }
    return shown;
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'AssertionError') throw error;
    return 'damaged';
  } finally {
    container.close();
  }
}

test(`${INPUTS} damaged clips are refused with a reason or read, soon and without a trace`, async () => {
  const clips = await Promise.all([
    makeClip({ container: 'mov', frames: 10 }),
    makeClip({ container: 'mp4', frames: 10 }).then((bytes) =>
      withEdits(bytes, [{ duration: 0.5, mediaTime: 0.2 }]),
    ),
    makeClip({ container: 'fragmented-mp4', frames: 10 }),
    makeClip({ container: 'webm', frames: 10, sound: 1, alpha: true }),
    makeClip({ container: 'mkv', frames: 10 }),
    makeClip({ container: 'mpeg-ts', frames: 10 }),
  ]);
  const told = new Map<string, number>();
  for (let seed = 0; seed < INPUTS; seed++) {
    const bytes = mutated(clips[seed % clips.length]!, mulberry32(seed));
    const before = process.cpuUsage();
    const outcome = await inspected(new File([bytes], 'a.mp4'));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000, `seed ${seed}`).toBeLessThan(LONGEST_MS);
    if (typeof outcome === 'string') expect(TRUE_OF_DAMAGE, `seed ${seed}`).toContain(outcome);
    const key = typeof outcome === 'string' ? outcome : outcome > 0 ? 'read' : 'nothing shown';
    told.set(key, (told.get(key) ?? 0) + 1);
  }
  expect(uncaught).toEqual([]);
  // Some changes hit only what the frames hold, which no container can tell.
  expect(told.get('read')).toBeLessThan(INPUTS / 2);
  expect(told.size).toBeGreaterThan(5);
}, 300_000);
