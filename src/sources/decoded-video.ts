import { openFilm } from './canvas-player.ts';
import { openClip } from './clip/open-clip.ts';
import type { FrameSource } from './source.ts';

/**
 * A video in a container that the browser's own player does not know, decoded as it is evaluated.
 * Throws a FileProblemError where it cannot be.
 */
export async function openDecodedVideo(file: File): Promise<FrameSource> {
  const clip = await openClip(file);
  try {
    return await openFilm({
      label: file.name,
      pictures: () => clip.frames(1),
      duration: () => clip.decodedUntil,
      close: () => {
        clip.close();
      },
    });
  } catch (error) {
    clip.close();
    throw error;
  }
}
