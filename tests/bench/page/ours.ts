import { softmax } from '../../../src/core/reading/softmax.ts';
import type {
  AnalyserRequest,
  AnalyserResponse,
  AnalyserSetup,
} from '../../../src/analyser/messages.ts';
import { captureElement } from '../../../src/sources/capture-element.ts';
import type { Mode, Photos, Subject } from '../subjects.ts';
import type { Picture } from './scene.ts';
import { subjectOf, type Read, type Reader } from './subject.ts';

export interface OursOptions {
  readonly photos: Photos;
  readonly mode: Mode;
  readonly workerUrl: string;
  readonly setup: AnalyserSetup;
  /** The shipped pack that reads the same faces as well; null for none. */
  readonly second: string | null;
}

/** `unsure` is how the page asks. */
const DETECTION = { every: 'always', shipped: 'unsure', page: 'unsure' } as const;

const ANSWERS: ReadonlySet<string> = new Set(['ready', 'compared', 'analysis']);

/** The built page's own worker, asked as the page asks it. */
class Ours implements Reader {
  readonly #options: OursOptions;
  #worker: Worker | null = null;

  constructor(options: OursOptions) {
    this.#options = options;
  }

  async load(): Promise<void> {
    const { workerUrl, setup, second } = this.#options;
    this.#worker = new Worker(workerUrl, { type: 'module' });
    await this.#ask({ type: 'load', setup }, []);
    if (second === null) return;
    const reader = { pack: { kind: 'shipped', id: second }, head: null } as const;
    await this.#ask({ type: 'compare', reader }, []);
  }

  async read(picture: Picture): Promise<Read> {
    const { mode } = this.#options;
    const started = performance.now();
    const image = await captureElement(picture);
    const answer = await this.#ask(
      {
        type: 'frame',
        image,
        capturedAt: started,
        options: {
          everyone: true,
          crops: false,
          detection: DETECTION[mode],
          anew: mode !== 'page',
        },
      },
      [image],
    );
    if (answer.type !== 'analysis') throw new Error(`The worker answered ${answer.type}.`);
    const read = answer.analysis.faces.flatMap(({ outputs: [output] }) =>
      output?.kind === 'read' ? [softmax(output.logits)] : [],
    );
    return { ms: performance.now() - started, faces: read.length };
  }

  #ask(request: AnalyserRequest, transfer: Transferable[]): Promise<AnalyserResponse> {
    const worker = this.#worker;
    if (worker === null) throw new Error('There is no worker yet.');
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<AnalyserResponse>) => {
        if (data.type === 'failed') reject(new Error(JSON.stringify(data.failure)));
        else if (ANSWERS.has(data.type)) resolve(data);
      };
      // One request at a time: its answer cannot be another's.
      worker.postMessage({ ...request, id: 1 }, transfer);
    });
  }
}

function openSubject(options: OursOptions): Promise<Subject> {
  return subjectOf(new Ours(options), options.photos);
}

Object.assign(globalThis, { openSubject });
