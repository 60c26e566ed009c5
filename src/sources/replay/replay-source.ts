import type { ReportFrame } from '../../core/report/schema.ts';
import { paint, scaledCanvas, until } from '../canvas-player.ts';
import { captureElement } from '../capture-element.ts';
import type { FrameSource, SourceEvents } from '../source.ts';
import type { OpenedReport } from './open-report.ts';
import { recordedAnalysis } from './replay.ts';

/** Between two rounds: long enough for nothing of the last one to be continued. */
const BETWEEN_ROUNDS_MS = 1000;
/** So often is a frame offered again until it is taken. */
const OFFER_AGAIN_MS = 5;
/** Frames that may still be asked for: the one on show, and those on their way. */
const REMEMBERED = 3;

interface Told {
  readonly frame: ReportFrame;
  readonly capturedAt: number;
}

/**
 * Plays a report's frames in their own time, every one of them, however slow the machine is. What
 * was recorded without a picture is told as it was recorded. Throws a FileProblemError where its
 * first picture is damaged.
 */
export async function openReplay(opened: OpenedReport, label: string): Promise<FrameSource> {
  const { report } = opened;
  const view = await firstView(opened);
  let told: readonly Told[] = [];
  let taken = (): void => undefined;

  async function play(events: SourceEvents, signal: AbortSignal): Promise<void> {
    const stopped = (): boolean => signal.aborted;
    while (!stopped()) {
      const began = performance.now();
      for (const frame of report.frames) {
        const capturedAt = began + frame.at;
        await until(capturedAt, signal);
        if (stopped()) return;
        told = [...told.slice(1 - REMEMBERED), { frame, capturedAt }];
        if (frame.picture === null) events.recorded(recordedAnalysis(frame, capturedAt));
        else await offer(frame.picture.file, capturedAt, events, signal);
      }
      await until(performance.now() + BETWEEN_ROUNDS_MS, signal);
    }
  }

  /** Settles once it is taken. */
  async function offer(
    file: string,
    capturedAt: number,
    events: SourceEvents,
    signal: AbortSignal,
  ): Promise<void> {
    const shown = await show(view, opened, file);
    if (!shown) return;
    const offered = new AbortController();
    taken = () => {
      offered.abort();
    };
    const ending = AbortSignal.any([offered.signal, signal]);
    while (!ending.aborted) {
      events.frame(capturedAt);
      await until(performance.now() + OFFER_AGAIN_MS, ending);
    }
  }

  return {
    info: {
      kind: 'replay',
      label,
      mirrored: false,
      size: { width: view.width, height: view.height },
    },
    view,
    replay: {
      report,
      frameAt: (at) => told.find(({ capturedAt }) => capturedAt === at)?.frame ?? null,
    },
    start(events) {
      const stop = new AbortController();
      if (report.pictures === 'none') events.notice({ kind: 'report-without-pictures' });
      void play(events, stop.signal);
      return () => {
        stop.abort();
      };
    },
    capture() {
      taken();
      return captureElement(view);
    },
    truth: () => null,
    close: () => undefined,
  };
}

/** As large as the first picture, which it shows, or empty and of the shape of the frames. */
async function firstView(opened: OpenedReport): Promise<HTMLCanvasElement> {
  const { frames } = opened.report;
  const file = frames.find(({ picture }) => picture !== null)?.picture?.file;
  if (file === undefined) {
    const { width, height } = frames[0]!.size;
    return scaledCanvas(width, height);
  }
  const bitmap = await pictureOf(opened, file);
  const view = scaledCanvas(bitmap.width, bitmap.height);
  paint(view, bitmap);
  bitmap.close();
  return view;
}

/** False where the picture is damaged. */
async function show(view: HTMLCanvasElement, opened: OpenedReport, file: string): Promise<boolean> {
  try {
    const bitmap = await pictureOf(opened, file);
    paint(view, bitmap);
    bitmap.close();
    return true;
  } catch {
    return false;
  }
}

/** Its very pixels: no colour is managed. */
function pictureOf({ picture }: OpenedReport, file: string): Promise<ImageBitmap> {
  return createImageBitmap(picture(file), { colorSpaceConversion: 'none' });
}
