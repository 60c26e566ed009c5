import { beforeEach, describe, expect, test } from 'vitest';
import type { PackRef } from '../../../src/core/pack/pack-ref.ts';
import type { Notice } from '../../../src/core/session/notice.ts';
import type { Progress } from '../../../src/core/session/session.ts';
import type { Engine, EngineEvents, FaceFinder } from '../../../src/analyser/engine.ts';
import type {
  LoadEnvironment,
  OwnedDetector,
  Runtime,
} from '../../../src/analyser/load/environment.ts';
import { engineLoader } from '../../../src/analyser/load/load-engine.ts';
import type { AnalyserSetup } from '../../../src/analyser/messages.ts';
import type { BackendPlan } from '../../../src/analyser/networks/backend-plan.ts';
import type { NetworkFiles } from '../../../src/analyser/networks/open-networks.ts';
import type { FileSource } from '../../../src/packs/download/file-source.ts';
import { FailureError } from '../../../src/core/session/failure.ts';
import { fakePackSource, fileSource } from '../../support/file-sources.ts';
import { faceAt } from '../../support/faces.ts';
import { frameImage } from '../../support/frames.ts';
import { image } from '../../support/images.ts';
import { FakeNetworks, PACK } from '../../support/networks.ts';
import { changed, facePack, type Json } from '../../support/packs.ts';
import { pictureOf } from '../../support/pictures.ts';

const SETUP: AnalyserSetup = {
  pack: { kind: 'shipped', id: 'test-pack' },
  head: null,
  backend: 'auto',
  range: 'full',
  purpose: 'live',
};
const PICTURE = pictureOf(image(640, 360, () => [9, 9, 9]));

class FakeDetector implements OwnedDetector {
  closed = false;
  opened: string[] = [];

  open({ program, model }: Parameters<OwnedDetector['open']>[0]) {
    this.opened = [program, model].map((bytes) => new TextDecoder().decode(bytes));
    return Promise.resolve();
  }

  detect() {
    return Promise.resolve([faceAt(160, 180, 200)]);
  }

  close() {
    this.closed = true;
  }
}

let manifest: Json;
let missing: string | null;
let plan: BackendPlan;
let detector: FakeDetector;
let built: { files: readonly string[]; build: string }[];
let notices: Notice[];
let progress: Progress[];
let faster: string[];
let runtimes: number;
/** Packs whose networks were opened in a worker of their own. */
let beside: PackRef[];
let networks: FakeNetworks[];
/** What finds faces before the engine is there. */
let finders: FaceFinder[];
/** Called when faces can be found. */
let locating: () => void;
/** Called whenever networks are opened. */
let opening: () => void;

const events: EngineEvents = {
  progress: (told) => progress.push(told),
  notice: (notice) => notices.push(notice),
  locates: (finder) => {
    finders.push(finder);
    locating();
  },
};

function file(name: string): FileSource {
  if (name !== missing) return fileSource(name);
  const failure = { kind: 'asset-missing', name, status: 404 } as const;
  return { ...fileSource(name), read: () => Promise.reject(new FailureError(failure)) };
}

const text = (bytes: Uint8Array | null) =>
  bytes === null ? 'none' : new TextDecoder().decode(bytes);

async function openRuntime(build: string, program: Promise<Uint8Array>): Promise<Runtime> {
  runtimes += 1;
  const programs = text(await program);
  return {
    network: () => Promise.reject(new Error('not asked for')),
    networks({ encoder, head, data }: NetworkFiles) {
      const weights = data.map(({ bytes }) => text(bytes));
      built.push({ build, files: [programs, text(encoder), text(head), ...weights] });
      return (kind) => {
        const opened = new FakeNetworks(kind);
        networks.push(opened);
        opening();
        return Promise.resolve(opened);
      };
    },
  };
}

const environment: LoadEnvironment = {
  openSource: () => ({ ...fakePackSource(manifest), file: ({ file: name }) => file(name) }),
  programs: {
    detector: file('detector.wasm'),
    detectorModels: { short: file('short.tflite'), full: file('full.tflite') },
    ort: { plain: file('plain.wasm'), jspi: file('jspi.wasm'), asyncify: file('asyncify.wasm') },
  },
  planBackend: () => Promise.resolve(plan),
  deviceMemory: 4 * 2 ** 30,
  spawnDetector: () => detector,
  openRuntime: (build, _, program) => openRuntime(build, program),
  openBeside({ pack, encoder, kind }, { received }) {
    beside.push(pack);
    received(encoder.bytes);
    return Promise.resolve(new FakeNetworks(kind));
  },
  openPictures: () => ({ take: () => Promise.resolve(PICTURE) }),
};

const load = (setup: AnalyserSetup = SETUP) => engineLoader(environment)(setup, events);

beforeEach(() => {
  manifest = facePack();
  missing = null;
  plan = { kind: 'wasm', remember: null, tooSmall: null };
  detector = new FakeDetector();
  [built, notices, progress, faster, networks] = [[], [], [], [], []];
  runtimes = 0;
  beside = [];
  opening = () => undefined;
  finders = [];
  locating = () => undefined;
});

describe('loading', () => {
  test('builds an engine of the files that the setup names, which reads faces', async () => {
    const engine = await load();
    expect(detector.opened).toEqual(['detector.wasm', 'full.tflite']);
    expect(built).toEqual([{ build: 'plain', files: ['plain.wasm', 'encoder.onnx', 'head.onnx'] }]);
    expect(engine).toMatchObject({ pack: PACK, backend: { kind: 'wasm' } });
    expect(engine.packSha256).toMatch(/^[0-9a-f]{64}$/);
    const options = { detection: 'always', everyone: false, crops: false } as const;
    const { faces } = await engine.analyse({ image: frameImage(), capturedAt: 1 }, options);
    expect(faces).toHaveLength(1);
    expect([detector.closed, notices]).toEqual([false, []]);
  });

  test('tells of all bytes in one progress', async () => {
    await load();
    const { loaded, total } = progress.at(-1)!;
    expect(loaded).toBe(total);
    expect(total).toBe('detector.wasmfull.tfliteplain.wasmencoder.onnxhead.onnx'.length);
  });

  test('finds faces before the networks of the pack are opened, and goes on with them', async () => {
    let open = (): void => undefined;
    const program = new Promise<void>((resolve) => (open = resolve));
    const slow = {
      ...environment,
      openRuntime: async (...[build, , bytes]: Parameters<LoadEnvironment['openRuntime']>) => {
        await program;
        return openRuntime(build, bytes);
      },
    };
    const located = new Promise<void>((resolve) => (locating = resolve));
    const loading = engineLoader(slow)(SETUP, events);
    await located;
    expect(networks).toHaveLength(0);
    const options = { detection: 'always', everyone: false, crops: false } as const;
    const found = await finders[0]!.analyse({ image: frameImage(), capturedAt: 1 }, options);
    expect(found.faces).toMatchObject([{ primary: true, outputs: [], crops: [] }]);
    open();
    const engine = await loading;
    const read = await engine.analyse({ image: frameImage(), capturedAt: 34 }, options);
    expect(read.faces).toMatchObject([
      { face: { id: found.faces[0]!.face.id }, outputs: [{ kind: 'read' }] },
    ]);
  });

  test('takes the head that is asked for', async () => {
    // Its golden figures are of another head than the fake network's.
    await expect(load({ ...SETUP, head: 'mlp' })).rejects.toMatchObject({
      failure: { kind: 'model-wrong' },
    });
    expect(built[0]?.files.at(-1)).toBe('head-mlp.onnx');
  });

  test('WebGPU that is asked for and not to be had is told', async () => {
    await load({ ...SETUP, backend: 'webgpu' });
    expect(notices).toEqual([{ kind: 'webgpu-missing' }]);
  });

  test.each(['auto', 'webgpu'] as const)(
    'a GPU that is too small for the pack is told with both figures: %s',
    async (backend) => {
      const tooSmall = { needed: 268e6, most: 134e6 };
      plan = { kind: 'wasm', remember: null, tooSmall };
      await load({ ...SETUP, backend });
      expect(notices).toEqual([{ kind: 'webgpu-too-small', pack: PACK.name, ...tooSmall }]);
    },
  );

  test('remembers which backend was the faster one where that was to be measured', async () => {
    plan = {
      kind: 'webgpu',
      remember: (kind) => {
        faster.push(kind);
        return Promise.resolve();
      },
      tooSmall: null,
    };
    const { backend } = await load();
    expect(faster).toEqual([backend.kind]);
  });
});

describe('a second reader', () => {
  const LOAD = { signal: new AbortController().signal, progress: () => undefined };
  const OPTIONS = { detection: 'always', everyone: false, crops: false } as const;
  const SECOND = { pack: { kind: 'shipped', id: 'test-pack' }, head: null } as const;

  async function outputs(engine: Engine) {
    const analysis = await engine.analyse({ image: frameImage(), capturedAt: 1 }, OPTIONS);
    return analysis.faces[0]?.outputs.map(({ kind }) => kind);
  }

  test('reads the same faces on the runtime of the first, until another takes its place', async () => {
    const engine = await load();
    const reader = await engine.openReader(SECOND, LOAD);
    expect(reader.loaded).toEqual({
      backend: engine.backend,
      pack: PACK,
      packSha256: engine.packSha256,
    });
    expect(built.map(({ files }) => files[0])).toEqual(['plain.wasm', 'plain.wasm']);
    expect(runtimes).toBe(1);
    await engine.compareWith(reader);
    expect(await outputs(engine)).toEqual(['read', 'read']);
    await engine.compareWith(null);
    expect(await outputs(engine)).toEqual(['read']);
    await expect(reader.model.available()).rejects.toThrow('released');
  });

  test('that gives no numbers any more does not take the first one down', async () => {
    const engine = await load();
    const reader = await engine.openReader(SECOND, LOAD);
    await engine.compareWith(reader);
    networks.at(-1)!.encoder.error = new Error('odd');
    expect(await outputs(engine)).toEqual(['read', 'unavailable']);
  });

  test('that cannot be read fails alone, and one that is no longer wanted is released', async () => {
    const engine = await load();
    manifest = changed(facePack(), 'format', 2);
    await expect(engine.openReader(SECOND, LOAD)).rejects.toMatchObject({
      failure: { kind: 'pack-invalid', field: 'format' },
    });
    manifest = facePack();
    const stop = new AbortController();
    const unwanted = engine.openReader(SECOND, { ...LOAD, signal: stop.signal });
    opening = () => {
      stop.abort();
    };
    await expect(unwanted).rejects.toThrow('aborted');
    expect(networks.at(-1)?.released).toBe(1);
    expect(await outputs(engine)).toEqual(['read']);
    expect(detector.closed).toBe(false);
  });
});

test('a worker of its own reads and runs the networks of a pack that takes its time', async () => {
  await load();
  expect([beside, built.length]).toEqual([[], 1]);
  manifest = changed(facePack(), 'temporal', { kind: 'clip', frames: 4, stride: 4, tail: 'zero' });
  progress.length = 0;
  const engine = await load();
  expect([beside, built.length]).toEqual([[SETUP.pack], 1]);
  expect(engine.pack.temporal.kind).toBe('clip');
  const { encoder } = PACK;
  const read = 'detector.wasmfull.tflite'.length + encoder.bytes;
  expect(progress.at(-1)?.loaded).toBe(read);
  // Of the first opening alone: a recovery is no part of the load.
  networks.length = 0;
  await engine.recover();
  expect(progress.at(-1)?.loaded).toBe(read);
});

describe('what fails closes the detector', () => {
  test('a pack that needs more memory than there is, before anything large is fetched', async () => {
    manifest = changed(facePack(), 'encoder.memory', 5e9);
    await expect(load()).rejects.toMatchObject({
      failure: { kind: 'model-too-large', pack: 'Test pack', most: 2 ** 32 },
    });
    expect([detector.closed, progress]).toEqual([true, []]);
  });

  test('a file that is not there', async () => {
    missing = 'encoder.onnx';
    await expect(load()).rejects.toMatchObject({
      failure: { kind: 'asset-missing', name: 'encoder.onnx' },
    });
    expect([detector.closed, built]).toEqual([true, []]);
  });
});
