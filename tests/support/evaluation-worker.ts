import type { Logits } from '../../src/core/blemore/emotions.ts';
import { parsePack } from '../../src/core/pack/parse.ts';
import type { Failure } from '../../src/core/session/failure.ts';
import type { Identified } from '../../src/messaging/messages.ts';
import type { WorkerPort } from '../../src/messaging/request-bridge.ts';
import type { AnalyserAnswer, AnalyserMessage } from '../../src/analyser/messages.ts';
import { facePack } from './packs.ts';
import { analysisOf } from './evaluation-clips.ts';

export const PACK = parsePack(facePack(), 'test-pack');

/** How a worker answers a `load`, or any request. */
export type FakeAnswer = AnalyserAnswer | { readonly type: 'failed'; readonly failure: Failure };

/** What a worker answers that has loaded the pack. */
export const READY: FakeAnswer = {
  type: 'ready',
  backend: { kind: 'wasm', adapter: null },
  pack: PACK,
  packSha256: 'ab12',
};

/** Answers as the worker does: `loaded`, and for every frame the logits `read` gives. */
export class FakeWorker implements WorkerPort {
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  readonly asked: AnalyserMessage['type'][] = [];
  readonly #read: (capturedAt: number) => Logits | null;
  readonly #loaded: FakeAnswer;

  constructor(read: (capturedAt: number) => Logits | null, loaded: FakeAnswer = READY) {
    this.#read = read;
    this.#loaded = loaded;
  }

  postMessage(request: AnalyserMessage): void {
    this.asked.push(request.type);
    const answer = this.#answer(request);
    if (answer === null || !('id' in request)) return;
    const { id } = request;
    queueMicrotask(() => this.#say({ ...answer, id }));
  }

  terminate(): void {
    this.onmessage = null;
  }

  #answer(request: AnalyserMessage): FakeAnswer | null {
    switch (request.type) {
      case 'load':
        return this.#loaded;
      case 'frame':
        request.image.close();
        return {
          type: 'analysis',
          analysis: analysisOf(request.capturedAt, this.#read(request.capturedAt)),
        };
      case 'recover':
        return { type: 'recovered', backend: { kind: 'wasm', adapter: null } };
      case 'cancel':
      case 'reset':
        return null;
    }
  }

  #say(response: FakeAnswer & Identified): void {
    this.onmessage?.call(this as unknown as Worker, { data: response } as MessageEvent);
  }
}
