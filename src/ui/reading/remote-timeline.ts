import type { Sample } from '../../live/sample.ts';
import { themeColors } from './timeline-colors.ts';
import { timelineLines } from '../timeline/timeline-lines.ts';
import type { TimelineRequest, TimelineSize } from '../timeline/messages.ts';

/** The timeline of a canvas, drawn in a worker: on the page it would cost more than all else does. */
export class RemoteTimeline {
  readonly #worker = new Worker(new URL('../timeline/worker.ts', import.meta.url), {
    type: 'module',
  });
  readonly #observer: ResizeObserver;

  /** Takes the canvas for good, in the colours that the theme has now. */
  constructor(element: HTMLCanvasElement) {
    const canvas = element.transferControlToOffscreen();
    const open = { type: 'open', canvas, colors: themeColors(), size: sizeOf(element) } as const;
    this.#post(open, [canvas]);
    this.#observer = new ResizeObserver(() => {
      this.#post({ type: 'resize', size: sizeOf(element) });
    });
    this.#observer.observe(element);
  }

  show(history: readonly Sample[]): void {
    const lines = timelineLines(history);
    this.#post({ type: 'show', lines }, [lines.buffer]);
  }

  close(): void {
    this.#observer.disconnect();
    this.#worker.terminate();
  }

  #post(request: TimelineRequest, transfer: Transferable[] = []): void {
    this.#worker.postMessage(request, transfer);
  }
}

function sizeOf({ clientWidth: width, clientHeight: height }: HTMLCanvasElement): TimelineSize {
  return { width, height, pixelRatio: devicePixelRatio };
}
