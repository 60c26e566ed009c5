import { withBrowser } from './browser.ts';
import { memory, MEMORY_FLAGS, type MemoryPart } from './memory.ts';
import type { OpenSubject, SubjectOpener } from './open-subject.ts';
import type { Findings } from './report.ts';
import { isOurs, type System } from './subjects.ts';

export interface MemoryPlan {
  readonly memoryFrames: number;
  readonly systems: readonly System[];
}

interface Megabytes {
  /** After the first reading. */
  readonly first: number;
  readonly last: number;
}

/** Megabytes that each system takes with one face in the frames, alone in a browser of its own. */
export async function memoryAfterFrames(
  flags: readonly string[],
  opener: SubjectOpener,
  { memoryFrames, systems }: MemoryPlan,
): Promise<Findings> {
  const taken = new Map<System, Megabytes>();
  for (const system of systems) {
    const megabytes = await withBrowser([...flags, ...MEMORY_FLAGS], async (context) =>
      afterFrames(await opener.open(context, system, 'shipped'), memoryFrames),
    );
    taken.set(system, megabytes);
  }
  const ours = taken.get('ours')!;
  const others = [...taken].filter(([system]) => !isOurs(system));
  return {
    ratios: Object.fromEntries(
      others.map(([system, { last }]) => [`memory/${system}`, last / ours.last]),
    ),
    tables: [
      {
        title: 'Megabytes of memory: JavaScript, canvases and wasm, with one face in the frames',
        rows: [
          ['', 'first reading', `${memoryFrames} frames`],
          ...[...taken].map(([system, { first, last }]) => [
            system,
            first.toFixed(1),
            last.toFixed(1),
          ]),
        ],
      },
    ],
  };
}

async function afterFrames(subject: OpenSubject, frames: number): Promise<Megabytes> {
  await subject.load();
  const first = await memory(subject.page, isOwn);
  await subject.measure({ faces: 1, first: 0, frames });
  return { first, last: await memory(subject.page, isOwn) };
}

/**
 * What threads share with who started them Chromium counts again for each of them. The libraries'
 * threads come from blobs; ours, being a worker's, are not told of.
 */
function isOwn({ attribution }: MemoryPart): boolean {
  return !attribution.some(({ url }) => url.startsWith('blob:'));
}
