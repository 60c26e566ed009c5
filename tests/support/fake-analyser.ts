import type { Logits } from '../../src/core/blemore/emotions.ts';
import type { Failure } from '../../src/core/session/failure.ts';
import type { AnalyserAnswer, AnalyserMessage, LoadedReader } from '../../src/analyser/messages.ts';
import { analysisOf } from './evaluation-clips.ts';
import { FakeWorker } from './fake-worker.ts';
import { PACK } from './networks.ts';

/** How an analyser answers a `load`, or any request. */
export type FakeAnswer = AnalyserAnswer | { readonly type: 'failed'; readonly failure: Failure };

const LOADED: LoadedReader = {
  backend: { kind: 'wasm', adapter: null },
  pack: PACK,
  packSha256: 'ab12',
};

/** What an analyser answers that has loaded the pack. */
export const READY: FakeAnswer = { type: 'ready', ...LOADED };

export type FakeAnalyser = FakeWorker<AnalyserMessage>;

/** Answers as the analyser does: `loaded`, and for every frame the logits that `read` gives. */
export function fakeAnalyser(
  read: (capturedAt: number) => Logits | null,
  loaded: FakeAnswer = READY,
): FakeAnalyser {
  return new FakeWorker((message) => answerTo(message, read, loaded));
}

function answerTo(
  request: AnalyserMessage,
  read: (capturedAt: number) => Logits | null,
  loaded: FakeAnswer,
): FakeAnswer | null {
  switch (request.type) {
    case 'load':
      return loaded;
    case 'frame': {
      const { image, capturedAt } = request;
      image.close();
      return { type: 'analysis', analysis: analysisOf(capturedAt, read(capturedAt)) };
    }
    case 'finish':
      return { type: 'finished', outputs: [] };
    case 'recover':
      return { type: 'recovered', backend: { kind: 'wasm', adapter: null } };
    case 'compare':
      return { type: 'compared', reader: request.reader && LOADED };
    case 'explain':
      request.image.close();
      return { type: 'failed', failure: { kind: 'unexpected', reason: 'Nothing to explain.' } };
    case 'run':
      return { type: 'ran', outputs: request.run.inputs };
    case 'cancel':
    case 'reset':
      return null;
  }
}
