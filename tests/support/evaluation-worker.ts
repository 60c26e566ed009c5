import type { Logits } from '../../src/core/blemore/emotions.ts';
import { parsePack } from '../../src/core/pack/parse.ts';
import type { WorkerPort } from '../../src/client/analyser-client.ts';
import type { AnalyserRequest, AnalyserResponse } from '../../src/analyser/messages.ts';
import { facePack } from './packs.ts';
import { analysisOf } from './evaluation-clips.ts';

export const PACK = parsePack(facePack(), 'test-pack');

/** What a worker answers that has loaded the pack. */
export const READY: AnalyserResponse = {
  type: 'ready',
  backend: { kind: 'wasm', adapter: null },
  pack: PACK,
  packSha256: 'ab12',
};

/** Answers as the worker does: `loaded`, and for every frame the logits `read` gives. */
export class FakeWorker implements WorkerPort {
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  readonly asked: AnalyserRequest['type'][] = [];
  readonly #read: (capturedAt: number) => Logits | null;
  readonly #loaded: AnalyserResponse;

  constructor(read: (capturedAt: number) => Logits | null, loaded = READY) {
    this.#read = read;
    this.#loaded = loaded;
  }

  postMessage(request: AnalyserRequest): void {
    this.asked.push(request.type);
    const answer = this.#answer(request);
    if (answer !== null) queueMicrotask(() => this.#say(answer));
  }

  terminate(): void {
    this.onmessage = null;
  }

  #answer(request: AnalyserRequest): AnalyserResponse | null {
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
      case 'reset':
        return null;
    }
  }

  #say(response: AnalyserResponse): void {
    this.onmessage?.call(this as unknown as Worker, { data: response } as MessageEvent);
  }
}
