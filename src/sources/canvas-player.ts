import { FileProblemError } from '../core/media/file-problem.ts';
import { captureElement } from './capture-element.ts';
import type { FrameSource, SourceEvents } from './source.ts';

/** A picture and when it is shown; whoever takes it closes it. */
export interface TimedPicture {
  readonly image: VideoFrame;
  /** Seconds from the beginning. */
  readonly at: number;
}

export interface Film {
  readonly label: string;
  /**
   * All pictures from the beginning; asked for again each time they have come to an end. Throws a
   * FileProblemError where no more can be decoded.
   */
  readonly pictures: () => AsyncGenerator<TimedPicture, void>;
  /** Seconds until it begins again. */
  readonly duration: () => number;
  readonly close: () => void;
}

/** Larger pictures are scaled down: no face gains from more. */
const LONGEST_SIDE = 1920;
/** Whatever goes wrong, the page has time for other things. */
const LEAST_ROUND_S = 0.02;

/** Plays pictures that no element of the browser plays, in a loop. Rejects where there is none. */
export async function openFilm(film: Film): Promise<FrameSource> {
  const view = await firstView(film);
  return {
    info: {
      kind: 'file',
      label: film.label,
      mirrored: false,
      size: { width: view.width, height: view.height },
    },
    view,
    start(events) {
      const stop = new AbortController();
      void play(film, view, events, stop.signal);
      return () => {
        stop.abort();
      };
    },
    capture: () => captureElement(view),
    truth: () => null,
    close: film.close,
  };
}

/** Sides of at least one pixel, and of at most LONGEST_SIDE. */
export function scaledCanvas(width: number, height: number): HTMLCanvasElement {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  return canvas;
}

/** Fills a canvas with a picture. */
export function paint(canvas: HTMLCanvasElement, picture: CanvasImageSource): void {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2D canvas');
  context.imageSmoothingQuality = 'high';
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
}

async function firstView(film: Film): Promise<HTMLCanvasElement> {
  for await (const { image } of film.pictures()) {
    try {
      const view = scaledCanvas(image.displayWidth, image.displayHeight);
      paint(view, image);
      return view;
    } finally {
      image.close();
    }
  }
  throw new Error('no picture');
}

/** Round after round until it is stopped; where a picture fails, it is told once, and the next round begins. */
async function play(
  film: Film,
  view: HTMLCanvasElement,
  events: SourceEvents,
  signal: AbortSignal,
): Promise<void> {
  let told = false;
  while (!signal.aborted) {
    const began = performance.now();
    try {
      await playOnce(film, view, events, signal);
    } catch (error) {
      if (!told && error instanceof FileProblemError) {
        events.notice({ kind: 'film-incomplete', name: film.label, problem: error.problem });
      }
      told = true;
    }
    await until(began + Math.max(LEAST_ROUND_S, film.duration()) * 1000, signal);
  }
}

async function playOnce(
  film: Film,
  view: HTMLCanvasElement,
  events: SourceEvents,
  signal: AbortSignal,
): Promise<void> {
  const began = performance.now();
  for await (const { image, at } of film.pictures()) {
    try {
      await until(began + at * 1000, signal);
      signal.throwIfAborted();
      paint(view, image);
    } finally {
      image.close();
    }
    events.frame(performance.now());
  }
}

/** Settles at a time of `performance.now()`, at once where that is past, or when it is aborted. */
export function until(time: number, signal: AbortSignal): Promise<void> {
  const wait = time - performance.now();
  if (wait <= 0 || signal.aborted) return Promise.resolve();
  return new Promise<void>((resolve) => {
    const timer = setTimeout(end, wait);
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    }
    signal.addEventListener('abort', end);
  });
}
