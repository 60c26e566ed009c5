import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/session/settings.ts';
import { Evaluation } from '../../src/evaluation/evaluation.svelte.ts';
import { openResultStore } from '../../src/evaluation/result-store.ts';
import type { EvaluationPlatform } from '../../src/evaluation/platform.ts';
import { fakeDecoder, fakeFile } from '../support/evaluation-clips.ts';
import {
  fakeAnalyser,
  READY,
  type FakeAnalyser,
  type FakeAnswer,
} from '../support/fake-analyser.ts';
import { PACK } from '../support/networks.ts';

const HAPPY_NAME = 'A102_hap_int1_ver1.mov';
const SAD_NAME = 'A102_sad_int1_ver1.mov';
const BLEND_NAME = 'A102_mix_hap_sad_70_30_ver1.mov';

/** Half a second each, all of another content. */
function clips(): File[] {
  return [HAPPY_NAME, SAD_NAME, BLEND_NAME].map((name, i) =>
    fakeFile(name, { frames: 15 }, ' '.repeat(i)),
  );
}

interface Opened {
  readonly page: Evaluation;
  readonly workers: readonly FakeAnalyser[];
}

/**
 * A page as if freshly loaded; everybody is happy, with something sad in it.
 *
 * @param onFrame called with the number of frames asked for so far
 * @param loaded what each new worker answers when it is to load
 */
function openPage(
  changes: Partial<EvaluationPlatform> = {},
  onFrame: (count: number) => void = () => undefined,
  loaded: () => FakeAnswer = () => READY,
): Opened {
  const workers: FakeAnalyser[] = [];
  let count = 0;
  let now = 0;
  const platform: EvaluationPlatform = {
    canDecode: true,
    secure: true,
    openClip: fakeDecoder().open,
    openStore: openResultStore,
    now: () => (now += 1),
    visible: () => true,
    ...changes,
  };
  const page = new Evaluation({
    settings: { current: DEFAULT_SETTINGS },
    pack: () => ({ kind: 'shipped', id: 'test-pack' }),
    platform,
    spawn: () => {
      const worker = fakeAnalyser((at) => {
        onFrame((count += 1));
        return [0, 0, 0, 3, 2 + at / 1000, 0];
      }, loaded());
      workers.push(worker);
      return worker;
    },
  });
  return { page, workers };
}

const frames = (worker: FakeAnalyser | undefined) => worker?.count('frame');

const states = (page: Evaluation) => page.rows.map(({ clip }) => clip?.state);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('a run', () => {
  test('reads every clip and scores it by both decoders', async () => {
    const { page, workers } = openPage();
    await page.add(clips());
    expect(page.inputs).toEqual({ kind: 'clips', rows: 3, labelled: 3, blends: 1, folds: [] });
    await page.start();
    expect(page.state).toEqual({ state: 'finished' });
    expect(states(page)).toEqual(['finished', 'finished', 'finished']);
    expect(frames(workers[0])).toBe(45);
    expect(page.progress).toMatchObject({ done: 3, total: 3, current: null });
    expect(page.thresholds).toEqual({ alpha: PACK.decision.alpha, beta: PACK.decision.beta });
    expect(page.scores.map(({ decoder }) => decoder)).toEqual(['rule', 'nearest']);
    expect(page.grid?.cells).toHaveLength(400);
    expect(page.backend).toEqual({ kind: 'wasm', adapter: null });
  });

  test('sliders and decoder re-score without a further frame', async () => {
    const { page, workers } = openPage();
    await page.add(clips());
    await page.start();
    page.setThresholds({ alpha: 0.05, beta: 0.05 });
    expect(page.rows[1]).toMatchObject({
      name: BLEND_NAME,
      prediction: [
        { emotion: 'hap', salience: 70 },
        { emotion: 'sad', salience: 30 },
      ],
      presenceRight: true,
      salienceRight: true,
    });
    expect(page.scores[0]?.scores.overall).toMatchObject({ presence: { value: 1 / 3 } });
    page.setThresholds({ alpha: 0.9, beta: 0.05 });
    expect(page.rows[0]).toMatchObject({ prediction: [{ emotion: 'hap', salience: 100 }] });
    page.setDecoder('nearest');
    expect(page.rows[0]?.prediction).toHaveLength(2);
    page.resetThresholds();
    expect(page.thresholds.alpha).toBe(PACK.decision.alpha);
    expect(frames(workers[0])).toBe(45);
  });

  test('every third frame', async () => {
    const { page, workers } = openPage();
    await page.add(clips());
    page.setEvery(3);
    await page.start();
    expect(frames(workers[0])).toBe(15);
  });

  test('a worker that cannot be built fails the run, and the next start goes on', async () => {
    let loaded: FakeAnswer = { type: 'failed', failure: MISSING };
    const { page } = openPage({}, undefined, () => loaded);
    await page.add(clips());
    await page.start();
    expect(page.state).toEqual({ state: 'failed', failure: MISSING });
    loaded = READY;
    await page.start();
    expect(page.state).toEqual({ state: 'finished' });
  });

  test('a clip without a face is listed and the rest is scored', async () => {
    const { page } = openPage();
    const empty = fakeFile('empty.mov', { frames: 0 });
    await page.add([...clips(), empty]);
    await page.start();
    expect(page.rows.at(-1)?.clip).toEqual({
      state: 'failed',
      problem: { kind: 'no-face', frames: 0 },
    });
    expect(page.scores[0]?.scores.overall.clips).toBe(3);
  });
});

const MISSING = { kind: 'asset-missing', name: 'pack.json', status: 404 } as const;

describe('pause, cancel and resume', () => {
  test('a pause holds the run, resume lets it go on', async () => {
    const { page, workers } = openPage({}, (count) => {
      if (count === 20) page.pause();
    });
    await page.add(clips());
    const ended = page.start();
    await vi.waitUntil(() => page.state.state === 'paused');
    // Whatever would come without the pause comes within a turn of the event loop.
    await new Promise((resolve) => setTimeout(resolve));
    expect(frames(workers[0])).toBe(20);
    page.resume();
    await ended;
    expect(page.state).toEqual({ state: 'finished' });
    expect(frames(workers[0])).toBe(45);
  });

  test('left while it runs it pauses, left without a run it gives the worker back', async () => {
    const { page, workers } = openPage({}, (count) => {
      if (count === 20) page.leave();
    });
    await page.add(clips());
    const ended = page.start();
    await vi.waitUntil(() => page.state.state === 'paused');
    page.leave();
    expect(page.state.state).toBe('paused');
    page.resume();
    await ended;
    expect(workers[0]?.terminated).toBe(false);
    page.leave();
    expect(workers[0]?.terminated).toBe(true);
    expect(states(page)).toEqual(['finished', 'finished', 'finished']);
  });

  test('a cancelled run keeps what is finished and goes on there', async () => {
    const { page, workers } = openPage({}, (count) => {
      if (count === 20) page.cancel();
    });
    await page.add(clips());
    await page.start();
    expect(page.state).toEqual({ state: 'idle' });
    expect(states(page)).toEqual(['finished', 'waiting', 'waiting']);
    await page.start();
    expect(states(page)).toEqual(['finished', 'finished', 'finished']);
    expect(frames(workers[0])).toBe(20 + 30);
  });

  test('start right after cancel waits for the frame at work', async () => {
    const starts: Promise<void>[] = [];
    const { page, workers } = openPage({}, (count) => {
      if (count !== 4) return;
      page.cancel();
      starts.push(page.start());
    });
    await page.add(clips());
    await page.start();
    await Promise.all(starts);
    expect(states(page)).toEqual(['finished', 'finished', 'finished']);
    expect(page.state).toEqual({ state: 'finished' });
    expect(workers).toHaveLength(1);
  });

  test('after a reload finished clips come from this device, under any name', async () => {
    const before = openPage();
    await before.page.add(clips().slice(0, 2));
    await before.page.start();

    const after = openPage();
    const [happy, ...others] = clips();
    await after.page.add([new File([happy!], 'A999_hap_int1_ver1.mov'), ...others]);
    await after.page.start();
    expect(frames(after.workers[0])).toBe(15);
    expect(after.page.rows.map(({ clip }) => clip?.state === 'finished' && clip.restored)).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('another pack or another n starts anew', async () => {
    const before = openPage();
    await before.page.add(clips());
    await before.page.start();
    const after = openPage({}, undefined, () => ({ ...READY, packSha256: 'cd34' }));
    await after.page.add(clips());
    await after.page.start();
    expect(frames(after.workers[0])).toBe(45);
    after.page.setEvery(5);
    await after.page.start();
    expect(frames(after.workers[0])).toBe(45 + 9);
  });

  test('what is kept can be deleted', async () => {
    const { page } = openPage();
    await page.add(clips());
    await page.start();
    await vi.waitUntil(() => page.kept === 3);
    await page.deleteKept();
    expect(page.kept).toBe(0);
    expect(states(page)).toEqual(['finished', 'finished', 'finished']);
  });

  test('without storage it runs all the same', async () => {
    const { page } = openPage({ openStore: () => Promise.reject(new Error('forbidden')) });
    await page.add(clips());
    await page.start();
    expect(page.state).toEqual({ state: 'finished' });
    expect(page.kept).toBeNull();
  });
});

describe('inputs', () => {
  test('metadata can come later, and gives folds', async () => {
    const { page } = openPage();
    await page.add([fakeFile('a.mov', { frames: 3 })]);
    expect(page.inputs.labelled).toBe(0);
    const columns = 'filename,mix,emotion_1,emotion_2,emotion_1_salience,emotion_2_salience,fold';
    await page.add([new File([`${columns}\na,0,hap,,,,7`], 'meta.csv')]);
    await page.start();
    expect(page.inputs).toMatchObject({ labelled: 1, folds: ['7'] });
    expect(page.scores[0]?.scores.folds).toMatchObject([{ fold: '7', clips: 1 }]);
  });

  test('the same file added twice is one file', async () => {
    const { page } = openPage();
    const files = clips();
    await page.add(files);
    await page.add(files);
    expect([page.rows.length, page.problems]).toEqual([3, []]);
  });

  test('added after a run, a clip is still to be run', async () => {
    const { page } = openPage();
    await page.add(clips().slice(0, 1));
    await page.start();
    await page.add(clips().slice(1));
    expect(page.state).toEqual({ state: 'idle' });
    expect(states(page)).toEqual(['finished', 'waiting', 'waiting']);
  });

  test('what is refused leaves the results as they are', async () => {
    const { page } = openPage();
    await page.add(clips());
    await page.start();
    const [rows, scores] = [page.rows, page.scores];
    expect(scores).toHaveLength(2);
    await page.add([
      new File(['filename,mix\na,1'], 'labels.csv'),
      new File(['{"predictions": {}}'], 'answers.json'),
      new File(['PK'], 'answers.zip'),
      new File(['?'], 'notes.txt'),
    ]);
    expect(page.problems.map(({ file, kind }) => [file, kind])).toEqual([
      ['notes.txt', 'other-file'],
      ['labels.csv', 'columns-missing'],
      ['answers.json', 'predictions-empty'],
      ['answers.zip', 'archive-damaged'],
    ]);
    expect(page.rows).toEqual(rows);
    expect(page.scores).toEqual(scores);
  });

  test('a table that was corrected replaces the faulty one', async () => {
    const { page } = openPage();
    const table = (row: string) =>
      new File(
        [`filename,mix,emotion_1,emotion_2,emotion_1_salience,emotion_2_salience\n${row}`],
        'labels.csv',
      );
    await page.add([fakeFile('a.mov', { frames: 1 }), table('a,0,awe,,,')]);
    expect(page.problems.map(({ kind }) => kind)).toEqual(['row-invalid']);
    await page.add([table('a,0,hap,,,,')]);
    expect(page.problems).toEqual([]);
    expect(page.rows[0]?.label).toEqual([{ emotion: 'hap', salience: 100 }]);
  });

  test('files of no use are said to be so, until better ones come', async () => {
    const { page } = openPage();
    await page.add([]);
    expect(page.notice).toEqual({ kind: 'files-useless' });
    page.dismissNotice();
    expect(page.notice).toBeNull();
    await page.add([new File([''], '.DS_Store')]);
    expect(page.notice).toEqual({ kind: 'files-useless' });
    await page.add(clips());
    expect(page.notice).toBeNull();
  });

  test('what cannot be read is named beside what can', async () => {
    const { page } = openPage();
    await page.add(clips(), ['gone.mov']);
    expect([page.rows.length, page.notice]).toEqual([3, null]);
    expect(page.problems).toEqual([{ kind: 'file-unreadable', file: 'gone.mov' }]);
  });

  test('files that come during a run are refused, and said to be so', async () => {
    const added: Promise<void>[] = [];
    const { page } = openPage({}, (count) => {
      if (count === 4) added.push(page.add(clips()));
    });
    await page.add(clips().slice(0, 1));
    await page.start();
    await Promise.all(added);
    expect([added.length, page.rows.length]).toEqual([1, 1]);
    expect(page.notice).toEqual({ kind: 'files-untimely' });
  });

  test('predictions are scored without any clip', async () => {
    const { page, workers } = openPage();
    const predictions = {
      [HAPPY_NAME]: [{ emotion: 'hap', salience: 100 }],
      [BLEND_NAME]: [
        { emotion: 'sad', salience: 50 },
        { emotion: 'hap', salience: 50 },
      ],
    };
    await page.add([new File([JSON.stringify({ predictions })], 'p.json')]);
    expect(page.inputs.kind).toBe('predictions');
    expect(page.scores).toMatchObject([
      {
        decoder: 'file',
        scores: { overall: { clips: 2, presence: { value: 1 }, salience: { value: 0 } } },
      },
    ]);
    expect(page.grid).toBeNull();
    await page.start();
    expect(workers).toHaveLength(0);
  });

  test('clear forgets files and results', async () => {
    const { page } = openPage();
    await page.add(clips());
    await page.start();
    page.clear();
    expect([page.rows, page.scores, page.progress, page.state]).toEqual([
      [],
      [],
      null,
      { state: 'idle' },
    ]);
  });
});

describe('the report', () => {
  async function reportOf(opened: Opened): Promise<Record<string, unknown>> {
    await opened.page.add(clips());
    await opened.page.start();
    return JSON.parse(await opened.page.report().blob.text()) as Record<string, unknown>;
  }

  test('names what its figures were made with', async () => {
    const report = await reportOf(openPage());
    expect(report).toMatchObject({
      pack: { id: 'test-pack', version: '1.0.0', sha256: 'ab12', head: { id: 'linear' } },
      backend: { kind: 'wasm' },
      settings: { every: 1, range: 'short' },
      decoder: 'rule',
    });
    expect(report['versions']).toHaveProperty('onnxruntime-web');
    expect(report['clips']).toHaveLength(3);
  });

  test('is the same for the same clips, byte for byte, apart from date and timings', async () => {
    const texts = [];
    for (let run = 0; run < 2; run++) {
      globalThis.indexedDB = new IDBFactory();
      const { date, timings, ...rest } = await reportOf(openPage());
      expect([typeof date, typeof timings]).toEqual(['string', 'object']);
      texts.push(JSON.stringify(rest));
    }
    expect(texts[1]).toBe(texts[0]);
  });
});
