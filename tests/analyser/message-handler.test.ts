import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Analysis } from '../../src/core/reading/analysis.ts';
import type { CropImage } from '../../src/core/image/pixels.ts';
import type { Backend } from '../../src/core/session/backend.ts';
import { FailureError } from '../../src/core/session/failure.ts';
import type { Frame } from '../../src/analyser/analyse.ts';
import type { Engine, EngineEvents } from '../../src/analyser/engine.ts';
import type { OpenReader } from '../../src/analyser/reader/open-reader.ts';
import type { AnalyserResponse } from '../../src/analyser/messages.ts';
import { AnalyserMessageHandler } from '../../src/analyser/message-handler.ts';
import type { Explanation } from '../../src/core/explain/explanation.ts';
import { faceAt } from '../support/faces.ts';
import { analysedFace, analysisWith } from '../support/analyses.ts';
import { frameImage } from '../support/frames.ts';
import { PACK } from '../support/networks.ts';

const SETUP = {
  pack: { kind: 'shipped', id: 'test-pack' },
  head: null,
  backend: 'auto',
  range: 'short',
  purpose: 'live',
} as const;
const WASM = { kind: 'wasm', adapter: null } as const;
const OPTIONS = { detection: 'always', everyone: false, crops: true } as const;
const EMPTY = analysisWith(1);

let posted: AnalyserResponse[];
let transferred: Transferable[][];
let resets: number;
let analyseNext: () => Promise<Analysis>;
let recoverNext: () => Promise<Backend>;
let openNext: (signal: AbortSignal) => Promise<OpenReader>;
let explainNext: (signal: AbortSignal) => Promise<Explanation>;
let compared: (OpenReader | null)[];
let loadNext: (events: EngineEvents) => Promise<Engine>;
let handler: AnalyserMessageHandler;

const LOADED = { backend: WASM, pack: PACK, packSha256: 'ab12' };
/** Only what it says of itself is asked of it here. */
const SECOND = { loaded: { ...LOADED, packSha256: 'cd34' } } as OpenReader;
const OTHER = { pack: { kind: 'shipped', id: 'other' }, head: 'linear' } as const;

const engine: Engine = {
  ...LOADED,
  openReader: (_, { signal }) => openNext(signal),
  compareWith: (reader) => {
    compared.push(reader);
    return Promise.resolve();
  },
  explain: ({ image }, signal) => {
    image.close();
    return explainNext(signal);
  },
  analyse: ({ image }) => {
    image.close();
    return analyseNext();
  },
  finish: () => Promise.resolve([]),
  recover: () => recoverNext(),
  reset: () => void (resets += 1),
};

function frame(id = 2) {
  return { id, type: 'frame', image: frameImage(), capturedAt: 1, options: OPTIONS } as const;
}

beforeEach(() => {
  posted = [];
  transferred = [];
  resets = 0;
  analyseNext = () => Promise.resolve(EMPTY);
  loadNext = () => Promise.resolve(engine);
  openNext = () => Promise.resolve(SECOND);
  compared = [];
  recoverNext = () => Promise.resolve(WASM);
  handler = new AnalyserMessageHandler(
    (_, events) => loadNext(events),
    ({ inputs }) => Promise.resolve(inputs),
    (response, transfer) => {
      posted.push(response);
      transferred.push(transfer);
    },
  );
});

test('a network is run without a model', async () => {
  const run = { file: new Blob(), outputName: null, inputs: [Float32Array.of(1, 2)], dims: [1, 2] };
  await handler.receive({ id: 1, type: 'run', run });
  expect(posted).toEqual([{ id: 1, type: 'ran', outputs: [Float32Array.of(1, 2)] }]);
});

describe('load', () => {
  test('is answered with backend and pack, after progress and notices', async () => {
    const notice = { kind: 'webgpu-missing' } as const;
    loadNext = (events) => {
      events.progress({ loaded: 1, total: 2 });
      events.notice(notice, WASM);
      return Promise.resolve(engine);
    };
    await handler.receive({ id: 1, type: 'load', setup: SETUP });
    expect(posted).toEqual([
      { id: 1, type: 'progress', progress: { loaded: 1, total: 2 } },
      { type: 'notice', notice, backend: WASM },
      { id: 1, type: 'ready', backend: WASM, pack: PACK, packSha256: 'ab12' },
    ]);
  });

  test('lets frames be analysed as soon as faces are found, and takes the engine after them', async () => {
    const order: string[] = [];
    const finder = {
      analyse: ({ image }: Frame) => {
        image.close();
        order.push('found');
        return Promise.resolve(EMPTY);
      },
      reset: () => void order.push('forgotten'),
    };
    let ready: (loaded: Engine) => void = () => undefined;
    let locates = (): void => undefined;
    loadNext = (events) => {
      locates = () => {
        events.locates(finder);
      };
      return new Promise((resolve) => (ready = resolve));
    };
    analyseNext = () => {
      order.push('read');
      return Promise.resolve(EMPTY);
    };
    const loading = handler.receive({ id: 1, type: 'load', setup: SETUP });
    const early = handler.receive(frame(2));
    const reset = handler.receive({ type: 'reset' });
    expect(order).toEqual([]);
    locates();
    await Promise.all([early, reset]);
    expect(order).toEqual(['found', 'forgotten']);
    ready(engine);
    await loading;
    await handler.receive(frame(3));
    expect(order).toEqual(['found', 'forgotten', 'read']);
    expect(posted.map(({ type }) => type)).toEqual(['locates', 'analysis', 'ready', 'analysis']);
  });

  test('that fails is answered with the failure', async () => {
    const failure = { kind: 'asset-corrupt', name: 'encoder.onnx' } as const;
    loadNext = () => Promise.reject(new FailureError(failure));
    await handler.receive({ id: 1, type: 'load', setup: SETUP });
    expect(posted).toEqual([{ id: 1, type: 'failed', failure }]);
  });
});

describe('frame', () => {
  beforeEach(async () => {
    await handler.receive({ id: 1, type: 'load', setup: SETUP });
    posted = [];
    transferred = [];
  });

  test('is answered with its analysis', async () => {
    await handler.receive(frame());
    expect(posted).toEqual([{ id: 2, type: 'analysis', analysis: EMPTY }]);
  });

  test('hands over the crops', async () => {
    const crop: CropImage = { size: 1, channels: 1, data: new Float32Array([7]) };
    const other: CropImage = { size: 1, channels: 1, data: new Float32Array([8]) };
    const faces = [
      { ...analysedFace(1, true), crops: [crop, other] },
      { ...analysedFace(2, false), crops: [null, null] },
    ];
    analyseNext = () => Promise.resolve({ ...EMPTY, faces });
    await handler.receive(frame());
    expect(transferred).toEqual([[crop.data.buffer, other.data.buffer]]);
  });

  test('that fails is answered with the failure, and the next one is analysed', async () => {
    analyseNext = () => Promise.reject(new Error('odd'));
    await handler.receive(frame());
    analyseNext = () => Promise.resolve(EMPTY);
    await handler.receive(frame());
    expect(posted).toEqual([
      { id: 2, type: 'failed', failure: { kind: 'unexpected', reason: 'odd' } },
      { id: 2, type: 'analysis', analysis: EMPTY },
    ]);
  });

  test('gets one answer where an uncaught error comes first', async () => {
    const finish: ((analysis: Analysis) => void)[] = [];
    analyseNext = () => new Promise((resolve) => finish.push(resolve));
    const received = handler.receive(frame());
    await vi.waitFor(() => {
      expect(finish).toHaveLength(1);
    });
    handler.crash('boom');
    finish[0]!(EMPTY);
    await received;
    expect(posted).toEqual([
      { id: 2, type: 'failed', failure: { kind: 'analyser-crashed', reason: 'boom' } },
    ]);
  });

  test('that was answered is not answered again by a later error', async () => {
    await handler.receive(frame());
    handler.crash('later');
    expect(posted).toHaveLength(1);
  });

  test('waits for the one before, and so does a reset', async () => {
    const finish: ((analysis: Analysis) => void)[] = [];
    analyseNext = () => new Promise((resolve) => finish.push(resolve));
    const received = [frame(2), { type: 'reset' } as const, frame(3)].map((request) =>
      handler.receive(request),
    );
    await vi.waitFor(() => {
      expect(finish).toHaveLength(1);
    });
    expect(resets).toBe(0);
    finish[0]!(EMPTY);
    await vi.waitFor(() => {
      expect(finish).toHaveLength(2);
    });
    expect(resets).toBe(1);
    finish[1]!({ ...EMPTY, capturedAt: 2 });
    await Promise.all(received);
    expect(posted).toEqual([
      { id: 2, type: 'analysis', analysis: EMPTY },
      { id: 3, type: 'analysis', analysis: { ...EMPTY, capturedAt: 2 } },
    ]);
  });

  test('reset forgets the faces, without an answer', async () => {
    await handler.receive({ type: 'reset' });
    expect(resets).toBe(1);
    expect(posted).toEqual([]);
  });
});

describe('recover', () => {
  test('is answered with the backend, once there is one', async () => {
    await handler.receive({ id: 1, type: 'load', setup: SETUP });
    await handler.receive({ id: 3, type: 'recover' });
    expect(posted.at(-1)).toEqual({ id: 3, type: 'recovered', backend: WASM });
  });

  test('tells that the model is still being built', async () => {
    let tell: EngineEvents['progress'] = () => undefined;
    loadNext = (events) => {
      tell = events.progress;
      return Promise.resolve(engine);
    };
    await handler.receive({ id: 1, type: 'load', setup: SETUP });
    recoverNext = () => {
      tell({ loaded: 2, total: 2 });
      return Promise.resolve(WASM);
    };
    await handler.receive({ id: 3, type: 'recover' });
    expect(posted.slice(1).map(({ type }) => type)).toEqual(['progress', 'recovered']);
  });

  test('that is cancelled lets the next request in', async () => {
    await handler.receive({ id: 1, type: 'load', setup: SETUP });
    recoverNext = () => new Promise(() => undefined);
    const recovering = handler.receive({ id: 3, type: 'recover' });
    await handler.receive({ id: 3, type: 'cancel' });
    await recovering;
    await handler.receive(frame());
    expect(posted.at(-1)?.type).toBe('analysis');
  });

  test('is answered with why there is none', async () => {
    await handler.receive({ id: 1, type: 'load', setup: SETUP });
    const failure = { kind: 'model-wrong', pack: 'p', difference: 1 } as const;
    recoverNext = () => Promise.reject(new FailureError(failure));
    await handler.receive({ id: 3, type: 'recover' });
    expect(posted.at(-1)).toEqual({ id: 3, type: 'failed', failure });
  });
});

describe('compare', () => {
  beforeEach(async () => {
    await handler.receive({ id: 1, type: 'load', setup: SETUP });
    posted = [];
  });

  test('is answered with the second reader, and null with none', async () => {
    await handler.receive({ id: 4, type: 'compare', reader: OTHER });
    await handler.receive({ id: 5, type: 'compare', reader: null });
    expect(compared).toEqual([SECOND, null]);
    expect(posted).toEqual([
      { id: 4, type: 'compared', reader: SECOND.loaded },
      { id: 5, type: 'compared', reader: null },
    ]);
  });

  test('frames are analysed while it loads, and none while it is taken', async () => {
    let open: (reader: OpenReader) => void = () => undefined;
    openNext = () => new Promise((resolve) => (open = resolve));
    const comparing = handler.receive({ id: 4, type: 'compare', reader: OTHER });
    await handler.receive(frame(5));
    expect(posted.map(({ type }) => type)).toEqual(['analysis']);
    let finish: (analysis: Analysis) => void = () => undefined;
    analyseNext = () => new Promise((resolve) => (finish = resolve));
    const analysing = handler.receive(frame(6));
    open(SECOND);
    await vi.waitFor(() => {
      expect(compared).toEqual([]);
    });
    finish(EMPTY);
    await Promise.all([analysing, comparing]);
    expect(compared).toEqual([SECOND]);
    expect(posted.map(({ type }) => type)).toEqual(['analysis', 'analysis', 'compared']);
  });

  test('that fails or is cancelled leaves the reader there is', async () => {
    openNext = (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      });
    const comparing = handler.receive({ id: 4, type: 'compare', reader: OTHER });
    await handler.receive({ id: 4, type: 'cancel' });
    await comparing;
    const failure = { kind: 'asset-missing', name: 'pack.json', status: 404 } as const;
    openNext = () => Promise.reject(new FailureError(failure));
    await handler.receive({ id: 5, type: 'compare', reader: OTHER });
    expect(compared).toEqual([]);
    expect(posted.at(-1)).toEqual({ id: 5, type: 'failed', failure });
  });
});

describe('explain', () => {
  const EXPLANATION = { size: 1 } as Explanation;
  const face = { ...faceAt(100, 100, 50), id: 1 };
  const request = (id: number) =>
    ({ id, type: 'explain', image: frameImage(), face, reader: 0 }) as const;

  test('is answered while a frame is analysed', async () => {
    await handler.receive({ id: 1, type: 'load', setup: SETUP });
    let finish: (analysis: Analysis) => void = () => undefined;
    analyseNext = () => new Promise((resolve) => (finish = resolve));
    const analysing = handler.receive(frame(5));
    explainNext = () => Promise.resolve(EXPLANATION);
    await handler.receive(request(6));
    expect(posted.at(-1)).toEqual({ id: 6, type: 'explained', explanation: EXPLANATION });
    finish(EMPTY);
    await analysing;
  });

  test('that is cancelled stops computing', async () => {
    await handler.receive({ id: 1, type: 'load', setup: SETUP });
    let stopped = false;
    explainNext = (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          stopped = true;
          reject(signal.reason as Error);
        });
      });
    const explaining = handler.receive(request(6));
    await handler.receive({ id: 6, type: 'cancel' });
    await explaining;
    expect(stopped).toBe(true);
  });

  test('before load closes the picture', async () => {
    const early = request(2);
    await handler.receive(early);
    expect(early.image.closed).toBe(true);
    expect(posted.at(-1)).toMatchObject({ id: 2, type: 'failed' });
  });
});

test('a frame before load is closed and answered', async () => {
  const early = frame();
  await handler.receive(early);
  expect(early.image.closed).toBe(true);
  expect(posted).toEqual([
    {
      id: 2,
      type: 'failed',
      failure: { kind: 'unexpected', reason: 'The analyser was not loaded.' },
    },
  ]);
});
