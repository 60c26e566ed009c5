import type { Sample } from '../../live/sample.ts';
import { themeColors } from './timeline-colors.ts';
import { timelineLines } from '../timeline/timeline-lines.ts';
import type { TimelineRequest, TimelineSize } from '../timeline/messages.ts';

/** The timeline of a canvas, drawn in a worker: on the page it would cost more than all else does. */
export class RemoteTimeline {
  readonly #element: HTMLCanvasElement;
  readonly #observer: ResizeObserver;
  /** Null until there is something to draw: a first visit has more urgent files to fetch. */
  #worker: Worker | null = null;

  /** Takes the canvas for good, in the colours that the theme has when the first sample comes. */
  constructor(element: HTMLCanvasElement) {
    this.#element = element;
    this.#observer = new ResizeObserver(() => {
      this.#post({ type: 'resize', size: sizeOf(element) });
    });
  }

  show(history: readonly Sample[]): void {
    if (this.#worker === null && history.length === 0) return;
    this.#worker ??= this.#open();
    const lines = timelineLines(history);
    this.#post({ type: 'show', lines }, [lines.buffer]);
  }

  close(): void {
    this.#observer.disconnect();
    this.#worker?.terminate();
  }

  #open(): Worker {
    const worker = new Worker(new URL('../timeline/worker.ts', import.meta.url), {
      type: 'module',
    });
    const canvas = this.#element.transferControlToOffscreen();
    const [colors, size] = [themeColors(), sizeOf(this.#element)];
    const open: TimelineRequest = { type: 'open', canvas, colors, size };
    worker.postMessage(open, [canvas]);
    this.#observer.observe(this.#element);
    return worker;
  }

  #post(request: TimelineRequest, transfer: Transferable[] = []): void {
    this.#worker?.postMessage(request, transfer);
  }
}

function sizeOf({ clientWidth: width, clientHeight: height }: HTMLCanvasElement): TimelineSize {
  return { width, height, pixelRatio: devicePixelRatio };
}
