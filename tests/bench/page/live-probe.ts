import type { Analysis } from '../../../src/core/reading/analysis.ts';
import type { AnalyserRequest, AnalyserResponse } from '../../../src/analyser/messages.ts';

/** When what happened to a frame, in the page's `performance.now()` milliseconds. */
export interface FrameTimes {
  /** As the camera tells. */
  readonly captured: number;
  /** The page handed it to the worker. */
  readonly handed: number;
  /** The page got its analysis. */
  readonly analysed: number;
  /** The page's next animation frame had been drawn. */
  readonly painted: number;
  /** Whether a face was read in it. */
  readonly read: boolean;
}

type Listener = (times: FrameTimes) => void;

let listener: Listener = () => undefined;

/** Chromium's, and not yet among TypeScript's types. */
declare const scheduler: {
  postTask(callback: () => void, options: { readonly priority: 'user-blocking' }): Promise<void>;
};

/**
 * Calls back once the next animation frame's callbacks, styles, layout and paint are done. A task
 * is felt less in what is measured than a message.
 */
function afterPaint(callback: () => void): void {
  requestAnimationFrame(() => {
    void scheduler.postTask(callback, { priority: 'user-blocking' });
  });
}

/** A worker as the page knows it, watched from outside. */
class WatchedWorker extends Worker {
  #handed = 0;

  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    this.addEventListener('message', ({ data }: MessageEvent<AnalyserResponse>) => {
      if (data.type === 'analysis') this.#follow(data.analysis);
    });
  }

  override postMessage(
    request: AnalyserRequest,
    transfer: Transferable[] | StructuredSerializeOptions = [],
  ): void {
    if (request.type === 'frame') this.#handed = performance.now();
    super.postMessage(request, transfer as Transferable[]);
  }

  #follow({ capturedAt: captured, faces }: Analysis): void {
    const [handed, analysed] = [this.#handed, performance.now()];
    const read = faces.some(({ outputs: [output] }) => output?.kind === 'read');
    afterPaint(() => {
      listener({ captured, handed, analysed, painted: performance.now(), read });
    });
  }
}

/** Resolves with the next `count` frames that are analysed. */
function nextFrames(count: number): Promise<FrameTimes[]> {
  const frames: FrameTimes[] = [];
  return new Promise((resolve) => {
    listener = (times) => {
      frames.push(times);
      if (frames.length === count) resolve(frames);
    };
  });
}

/** Resolves with the frames that are analysed in so many milliseconds. */
function framesWithin(milliseconds: number): Promise<FrameTimes[]> {
  const frames: FrameTimes[] = [];
  listener = (times) => {
    frames.push(times);
  };
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve(frames);
    }, milliseconds);
  });
}

/** Milliseconds from a click on the button with these words to the first reading that is painted. */
async function clickUntilPainted(words: string): Promise<number> {
  const buttons = [...document.querySelectorAll('button')];
  const button = buttons.find(({ textContent }) => textContent.trim() === words);
  if (button === undefined) throw new Error(`There is no button "${words}".`);
  const painted = new Promise<number>((resolve) => {
    listener = ({ read, painted }) => {
      if (read) resolve(painted);
    };
  });
  const clicked = performance.now();
  button.click();
  return (await painted) - clicked;
}

Object.assign(globalThis, { Worker: WatchedWorker, nextFrames, framesWithin, clickUntilPainted });
