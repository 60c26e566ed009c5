import { saysAnimated } from '../core/media/animated.ts';
import type { FileFormat } from '../core/media/file-format.ts';
import { openFilm, type TimedPicture } from './canvas-player.ts';
import type { FileHead } from './file-head.ts';
import { openPhoto } from './photo.ts';
import type { FrameSource } from './source.ts';

const TYPES: Readonly<Partial<Record<FileFormat, string>>> = {
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  png: 'image/png',
};
/** What browsers play pictures at that ask for no pause. */
const USUAL_PAUSE_S = 0.1;
const LEAST_PAUSE_S = 0.011;

/**
 * An animated picture, played where the browser can decode it frame by frame; else its first
 * picture, with a notice that says so. A still picture is opened as a photo.
 */
export async function openAnimation(file: File, head: FileHead): Promise<FrameSource> {
  const type = TYPES[head.format];
  const decoder = type === undefined ? null : await animationDecoder(file, type);
  if (decoder === null) {
    const still = await openPhoto(file);
    return saysAnimated(head.bytes, head.format) ? withNotice(still) : still;
  }
  let end = 0;
  const close = (): void => {
    decoder.close();
  };
  try {
    return await openFilm({
      label: file.name,
      async *pictures(): AsyncGenerator<TimedPicture, void> {
        let at = 0;
        for (let frameIndex = 0; frameIndex < countOf(decoder); frameIndex++) {
          const { image } = await decoder.decode({ frameIndex });
          yield { image, at };
          at += pauseOf(image);
          end = at;
        }
      },
      duration: () => end,
      close,
    });
  } catch (error) {
    close();
    throw error;
  }
}

/** Null where the browser has none for it, or there is one picture only. */
async function animationDecoder(file: File, type: string): Promise<ImageDecoder | null> {
  if (!('ImageDecoder' in globalThis) || !(await ImageDecoder.isTypeSupported(type))) return null;
  const data = await file.arrayBuffer();
  const decoder = new ImageDecoder({ data, type, preferAnimation: true });
  try {
    await decoder.tracks.ready;
    await decoder.completed;
    if (countOf(decoder) > 1) return decoder;
  } catch {
    // The browser's own way to show a photo decides.
  }
  decoder.close();
  return null;
}

function countOf({ tracks }: ImageDecoder): number {
  return tracks.selectedTrack?.frameCount ?? 0;
}

/** A closed frame still knows how long it is shown. */
function pauseOf({ duration }: VideoFrame): number {
  const seconds = (duration ?? 0) / 1e6;
  return seconds < LEAST_PAUSE_S ? USUAL_PAUSE_S : seconds;
}

function withNotice(still: FrameSource): FrameSource {
  return {
    ...still,
    start(events) {
      events.notice({ kind: 'first-picture' });
      return still.start(events);
    },
  };
}
