import { MARK, sceneOf } from './scene-mark.ts';

interface Highest {
  /** Its name; null while no face is read. */
  readonly name: string | null;
  readonly after: number;
}

/** What the page read of one scene of the film its camera plays. */
export interface WatchedScene {
  readonly scene: number;
  /** The highest of the six meters, and from when on, in seconds since the scene began. */
  readonly read: readonly Highest[];
  readonly seconds: number;
}

/**
 * Runs in a browser: watches the page from the beginning of the next of these scenes until the film
 * has come round to it.
 */
export function watchFilm(from: readonly number[]): Promise<readonly WatchedScene[]> {
  const video = document.querySelector('video')!;
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  const half = MARK / 2;
  const scene = () => {
    context.drawImage(video, half, half, 1, 1, 0, 0, 1, 1);
    return sceneOf(context.getImageData(0, 0, 1, 1).data[1]!);
  };
  const highest = (): string | null => {
    const meters = [...document.querySelectorAll('[role=meter]')];
    const value = (meter: Element) => Number(meter.getAttribute('aria-valuenow'));
    const most = meters.reduce((best, meter) => (value(meter) > value(best) ? meter : best));
    return value(most) === 0 ? null : most.getAttribute('aria-label');
  };
  const watched: { scene: number; read: Highest[]; seconds: number }[] = [];
  return new Promise((resolve) => {
    let [now, began]: [number | null, number] = [null, 0];
    const look = () => {
      const at = performance.now();
      const seen = scene();
      const last = watched.at(-1);
      if (seen !== now) {
        if (last !== undefined) last.seconds = (at - began) / 1000;
        if (seen === watched[0]?.scene) {
          resolve(watched);
          return;
        }
        // Of the scene that is under way, the beginning was missed.
        const begins = now !== null && from.includes(seen);
        if (watched.length > 0 || begins) watched.push({ scene: seen, read: [], seconds: 0 });
        [now, began] = [seen, at];
      }
      const read = watched.at(-1)?.read;
      const name = highest();
      if (read !== undefined && read.at(-1)?.name !== name) {
        read.push({ name, after: (at - began) / 1000 });
      }
      requestAnimationFrame(look);
    };
    look();
  });
}
