import { describe, expect, test } from 'vitest';
import { FailureError } from '../../../src/core/session/failure.ts';
import { DetectorMessageHandler } from '../../../src/detector/message-handler.ts';
import type { MediaPipeFiles } from '../../../src/detector/mediapipe.ts';
import type { DetectorMessage, DetectorResponse } from '../../../src/detector/messages.ts';
import { RemoteDetector } from '../../../src/analyser/locate/remote-detector.ts';
import type { WorkerPort } from '../../../src/messaging/request-bridge.ts';
import { picture } from '../../support/pictures.ts';
import { FakeSearch, SEARCH } from '../../support/searches.ts';

/** The memory that each image is offered. */
const offered: (ArrayBuffer | null)[] = [];

const PICTURE = picture({
  size: SEARCH.picture,
  shrunk: (_, memory) => {
    offered.push(memory);
    return SEARCH.image;
  },
});

function files(): MediaPipeFiles {
  return { program: new ArrayBuffer(4), model: new Uint8Array(4) };
}

/** Both ends of the protocol, with what a worker would run in this thread. */
class FakeWorker implements WorkerPort {
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  terminated = false;
  readonly search = new FakeSearch();
  readonly requests: DetectorMessage[] = [];
  readonly transferred: Transferable[] = [];
  /** What the worker hands back. */
  readonly returned: Transferable[] = [];
  problem: Error | null = null;
  readonly #handler = new DetectorMessageHandler(
    () => (this.problem === null ? Promise.resolve(this.search) : Promise.reject(this.problem)),
    (response, transfer) => {
      this.returned.push(...transfer);
      this.#answer(response);
    },
  );

  postMessage(request: DetectorMessage, transfer: unknown): void {
    this.requests.push(request);
    this.transferred.push(...(transfer as Transferable[]));
    void this.#handler.receive(request);
  }

  terminate(): void {
    this.terminated = true;
  }

  /** As a browser reports an error that nobody caught. */
  crash(message: string): void {
    const event = { message, preventDefault: () => undefined } as ErrorEvent;
    this.onerror?.call(this as unknown as Worker, event);
  }

  #answer(data: DetectorResponse): void {
    this.onmessage?.call(this as unknown as Worker, { data } as MessageEvent);
  }
}

async function opened() {
  const worker = new FakeWorker();
  const detector = new RemoteDetector(worker);
  await detector.open(files());
  return { worker, detector };
}

describe('RemoteDetector', () => {
  test('finds faces in a smaller image of the picture, in pixels of the picture', async () => {
    const { worker, detector } = await opened();
    const [face] = await detector.detect(PICTURE);
    expect(face?.box).toEqual({ x: 320, y: 180, width: 400, height: 360 });
    expect(worker.requests.map(({ type }) => type)).toEqual(['open', 'search']);
  });

  test('hands over the program, the model and the pixels instead of copying them', async () => {
    const { worker, detector } = await opened();
    expect(worker.transferred).toHaveLength(2);
    await detector.detect(PICTURE);
    expect(worker.transferred.at(-1)).toBe(SEARCH.image.data.buffer);
  });

  test('offers the memory of an image that was searched to the next one', async () => {
    const { worker, detector } = await opened();
    offered.length = 0;
    await detector.detect(PICTURE);
    expect(worker.returned).toEqual([SEARCH.image.data.buffer]);
    await detector.detect(PICTURE);
    expect(offered).toEqual([null, SEARCH.image.data.buffer]);
  });

  test('throws what failed in the worker', async () => {
    const worker = new FakeWorker();
    const failure = { kind: 'asset-corrupt', name: 'vision_bundle.mjs' } as const;
    worker.problem = new FailureError(failure);
    await expect(new RemoteDetector(worker).open(files())).rejects.toMatchObject({ failure });
  });

  test('a search before it is opened fails', async () => {
    const detector = new RemoteDetector(new FakeWorker());
    await expect(detector.detect(PICTURE)).rejects.toMatchObject({
      failure: { kind: 'unexpected' },
    });
  });

  test('a crash fails what is under way, and whatever is asked afterwards', async () => {
    const { worker, detector } = await opened();
    const failure = { kind: 'analyser-crashed', reason: 'out of memory' };
    const underWay = detector.detect(PICTURE);
    worker.crash('out of memory');
    await expect(underWay).rejects.toMatchObject({ failure });
    await expect(detector.detect(PICTURE)).rejects.toMatchObject({ failure });
  });

  test('a worker that did not start fails the opening', async () => {
    const worker = new FakeWorker();
    const detector = new RemoteDetector(worker);
    worker.crash('');
    await expect(detector.open(files())).rejects.toMatchObject({
      failure: { kind: 'analyser-crashed', reason: 'The detector did not start.' },
    });
  });

  test('closing ends the worker', async () => {
    const { worker, detector } = await opened();
    detector.close();
    expect(worker.terminated).toBe(true);
  });
});
