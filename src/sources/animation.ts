import { saysAnimated } from '../core/media/animated.ts';
import { AnimationPictures } from './animation-pictures.ts';
import { openFilm } from './canvas-player.ts';
import type { FileHead } from './file-head.ts';
import { openPhoto } from './photo.ts';
import type { FrameSource } from './source.ts';

/**
 * An animated picture, played where the browser can decode it frame by frame; else its first
 * picture, with a notice that says so. A still picture is opened as a photo.
 */
export async function openAnimation(file: File, head: FileHead): Promise<FrameSource> {
  const animation = await AnimationPictures.open(file, head.format);
  if (animation === null) {
    const still = await openPhoto(file);
    return saysAnimated(head.bytes, head.format) ? withNotice(still) : still;
  }
  const close = (): void => {
    animation.close();
  };
  try {
    return await openFilm({
      label: file.name,
      pictures: () => animation.pictures(),
      duration: () => animation.end,
      close,
    });
  } catch (error) {
    close();
    throw error;
  }
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
