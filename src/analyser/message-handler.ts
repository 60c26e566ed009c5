import { FailureError } from '../core/session/failure.ts';
import type { Progress } from '../core/session/session.ts';
import { RequestAnswers, type RequestContext } from '../messaging/request-answers.ts';
import type { RunNetwork } from './load/run-network.ts';
import type { Engine, EngineEvents, FaceFinder, LoadEngine } from './engine.ts';
import type {
  AnalyserAnswer,
  AnalyserMessage,
  AnalyserRequest,
  AnalyserResponse,
} from './messages.ts';
import { TaskQueue } from '../core/async/task-queue.ts';

type FrameRequest = Extract<AnalyserRequest, { type: 'frame' }>;
type LoadRequest = Extract<AnalyserRequest, { type: 'load' }>;
type ExplainRequest = Extract<AnalyserRequest, { type: 'explain' }>;
type CompareRequest = Extract<AnalyserRequest, { type: 'compare' }>;
type Context = RequestContext<Progress>;

/** Sends a response to the page, handing over what is in `transfer`. */
export type Post = (response: AnalyserResponse, transfer: Transferable[]) => void;

/** Translates messages into calls, one after the other. Every request gets exactly one answer. */
export class AnalyserMessageHandler {
  readonly #load: LoadEngine;
  readonly #run: RunNetwork;
  readonly #post: Post;
  readonly #answers: RequestAnswers<AnalyserAnswer, Progress>;
  readonly #queue = new TaskQueue();
  #engine: Engine | null = null;
  /** Of the engine that is being loaded, as soon as it finds faces. */
  #finder: FaceFinder | null = null;
  /** Of the request that builds a model now. */
  #progress: (progress: Progress) => void = () => undefined;

  constructor(load: LoadEngine, run: RunNetwork, post: Post) {
    this.#load = load;
    this.#run = run;
    this.#post = post;
    this.#answers = new RequestAnswers((response) => {
      post(response, cropsOf(response));
    });
  }

  /** Settles once the request has been answered; never rejects. */
  async receive(message: AnalyserMessage): Promise<void> {
    switch (message.type) {
      case 'load':
        return this.#answers.answer(message.id, (context) => this.#build(message, context));
      case 'frame':
        return this.#answer(message.id, () => this.#analyse(message));
      case 'finish':
        return this.#answer(message.id, () => this.#finish());
      case 'recover':
        return this.#answer(message.id, (context) => this.#recover(context));
      case 'compare':
        return this.#answers.answer(message.id, (context) => this.#compare(message, context));
      case 'explain':
        return this.#answers.answer(message.id, (context) => this.#explain(message, context));
      case 'run':
        return this.#answer(message.id, async () => ({
          type: 'ran',
          outputs: await this.#run(message.run),
        }));
      case 'cancel':
        this.#answers.cancel(message.id);
        return;
      case 'reset':
        return this.#queue.run(() => Promise.resolve(this.#faces?.reset()));
    }
  }

  /** An error nobody caught: whoever waits for an answer gets it, for no other may come. */
  crash(reason: string): void {
    this.#answers.crash({ kind: 'analyser-crashed', reason });
  }

  #answer(id: number, work: (context: Context) => Promise<AnalyserAnswer>): Promise<void> {
    return this.#answers.answer(id, (context) => this.#queue.run(() => work(context)));
  }

  /** What finds faces: before an engine is loaded, its finder. */
  get #faces(): FaceFinder | null {
    return this.#engine ?? this.#finder;
  }

  /** Until faces can be found, all that comes waits; then the engine is taken between two frames. */
  async #build({ setup }: LoadRequest, { progress }: Context): Promise<AnalyserAnswer> {
    this.#progress = progress;
    let found: () => void = () => undefined;
    const locates = new Promise<void>((resolve) => (found = resolve));
    const loading = this.#load(
      setup,
      this.#events((finder) => {
        this.#finder = finder;
        this.#post({ type: 'locates' }, []);
        found();
      }),
    );
    const either = Promise.race([locates, loading]).catch(() => undefined);
    void this.#queue.run(() => either);
    try {
      const engine = await loading;
      await this.#queue.run(() => Promise.resolve((this.#engine = engine)));
      const { backend, pack, packSha256 } = engine;
      return { type: 'ready', backend, pack, packSha256 };
    } finally {
      this.#finder = null;
    }
  }

  async #analyse({ image, capturedAt, options }: FrameRequest): Promise<AnalyserAnswer> {
    if (this.#faces === null) {
      image.close();
      throw notLoaded();
    }
    const analysis = await this.#faces.analyse({ image, capturedAt }, options);
    return { type: 'analysis', analysis };
  }

  async #finish(): Promise<AnalyserAnswer> {
    if (this.#engine === null) throw notLoaded();
    return { type: 'finished', outputs: await this.#engine.finish() };
  }

  async #recover({ signal, progress }: Context): Promise<AnalyserAnswer> {
    if (this.#engine === null) throw notLoaded();
    this.#progress = progress;
    return { type: 'recovered', backend: await unlessAborted(this.#engine.recover(), signal) };
  }

  /** The reader is loaded while frames are analysed, and taken between two of them. */
  async #compare({ reader }: CompareRequest, context: Context): Promise<AnalyserAnswer> {
    const engine = this.#engine;
    if (engine === null) throw notLoaded();
    const opened = reader === null ? null : await engine.openReader(reader, context);
    await this.#queue.run(() => engine.compareWith(opened));
    return { type: 'compared', reader: opened?.loaded ?? null };
  }

  async #explain(request: ExplainRequest, { signal }: Context): Promise<AnalyserAnswer> {
    if (this.#engine === null) {
      request.image.close();
      throw notLoaded();
    }
    return { type: 'explained', explanation: await this.#engine.explain(request, signal) };
  }

  #events(locates: EngineEvents['locates']): EngineEvents {
    return {
      locates,
      progress: (progress) => {
        this.#progress(progress);
      },
      notice: (notice, backend) => {
        this.#post({ type: 'notice', notice, backend }, []);
      },
    };
  }
}

function notLoaded(): FailureError {
  return new FailureError({ kind: 'unexpected', reason: 'The analyser was not loaded.' });
}

/** What `work` gives, or the signal's reason as soon as that is aborted. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    work.then(resolve, reject);
  });
}

function cropsOf(response: AnalyserResponse): Transferable[] {
  if (response.type !== 'analysis') return [];
  return response.analysis.faces.flatMap(({ crops }) =>
    crops.flatMap((crop) => {
      const buffer = crop?.data.buffer;
      return buffer instanceof ArrayBuffer ? [buffer] : [];
    }),
  );
}
