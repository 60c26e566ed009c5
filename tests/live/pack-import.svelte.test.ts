import { beforeEach, expect, test, vi } from 'vitest';
import { FailureError } from '../../src/core/session/failure.ts';
import { PackImport } from '../../src/live/pack-import.svelte.ts';
import type { ImportAnswer, ImportMessage } from '../../src/packs/import/messages.ts';
import type { DroppedPack } from '../../src/packs/import/read-pack.ts';
import { FakeWorker } from '../support/fake-worker.ts';
import { PACK } from '../support/networks.ts';

const FILES = [{ path: 'mine/pack.json', file: new Blob(['{}']) }];
const REF = { kind: 'dropped', sha256: 'ab12', files: new Map() } as const;
const DROPPED: DroppedPack = { pack: PACK, ref: REF };

let answers: Partial<Record<ImportMessage['type'], ImportAnswer>>;
let workers: FakeWorker<ImportMessage>[];
let usePack: ReturnType<typeof vi.fn<(ref: unknown) => Promise<void>>>;
let removeUnfinished: ReturnType<typeof vi.fn<() => Promise<void>>>;
let remove: ReturnType<typeof vi.fn<(sha256: string) => Promise<void>>>;

beforeEach(() => {
  answers = {
    open: { type: 'opened', dropped: { kind: 'pack', dropped: DROPPED } },
    keep: { type: 'kept', kept: { added: true } },
  };
  workers = [];
  usePack = vi.fn(() => Promise.resolve());
  remove = vi.fn(() => Promise.resolve());
  removeUnfinished = vi.fn(() => Promise.resolve());
});

function imports(): PackImport {
  return new PackImport({
    live: { usePack },
    stored: { changed: () => Promise.resolve(), remove, removeUnfinished },
    spawnImporter: () => {
      const worker = new FakeWorker<ImportMessage>(({ type }) => answers[type] ?? null);
      workers.push(worker);
      return worker;
    },
    spawnAnalyser: () => new FakeWorker(() => null),
  });
}

test('a pack is kept, tried from where it is kept, and reads', async () => {
  const own = imports();
  await own.open(FILES);
  expect(own.state).toEqual({ state: 'done', pack: PACK, kept: true });
  expect(usePack.mock.calls[0]?.[0]).toEqual({ kind: 'stored', sha256: 'ab12' });
  expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
});

test('where nothing can be kept the pack reads all the same, from its files', async () => {
  answers.keep = { type: 'kept', kept: null };
  const own = imports();
  await own.open(FILES);
  expect(own.state).toEqual({ state: 'done', pack: PACK, kept: false });
  expect(usePack.mock.calls[0]?.[0]).toEqual(REF);
});

test('what is wrong with files is told by the name of what was dropped', async () => {
  const problems = [{ kind: 'nothing-found' }] as const;
  answers.open = { type: 'opened', dropped: { kind: 'refused', problems } };
  const own = imports();
  await own.open(FILES);
  expect(own.state).toEqual({ state: 'refused', name: 'mine', problems });
  expect(usePack).not.toHaveBeenCalled();
});

test('a pack that fails its trial is not kept, unless it was there before', async () => {
  usePack.mockRejectedValue(new FailureError({ kind: 'model-wrong', pack: 'a', difference: 0.5 }));
  const own = imports();
  await own.open(FILES);
  const problems = [{ kind: 'golden-wrong', difference: 0.5 }];
  expect(own.state).toEqual({ state: 'refused', name: 'mine', problems });
  expect(remove).toHaveBeenCalledWith('ab12');
  remove.mockClear();
  answers.keep = { type: 'kept', kept: { added: false } };
  await own.open(FILES);
  expect(remove).not.toHaveBeenCalled();
});

test('to dismiss ends what is under way, and nothing is told of it', async () => {
  delete answers.open;
  const own = imports();
  const opened = own.open(FILES);
  expect(own.state).toMatchObject({ state: 'busy', name: 'mine', step: 'reading' });
  own.dismiss();
  await opened;
  expect(own.state).toEqual({ state: 'none' });
  expect(workers[0]?.terminated).toBe(true);
});

test('what was kept of a pack when it is dismissed is removed', async () => {
  delete answers.keep;
  const own = imports();
  const opened = own.open(FILES);
  await vi.waitFor(() => {
    expect(own.state).toMatchObject({ state: 'busy', step: 'keeping' });
  });
  expect(removeUnfinished).not.toHaveBeenCalled();
  own.dismiss();
  await opened;
  expect(removeUnfinished).toHaveBeenCalledTimes(1);
  expect(own.state).toEqual({ state: 'none' });
});
