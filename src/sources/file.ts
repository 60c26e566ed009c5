import { FailureError } from '../core/session/failure.ts';
import type { FrameSource } from './source.ts';
import { openPhoto } from './photo.ts';
import { openVideo } from './video.ts';

/** Opens a photo or a video, which loops. Throws `file-undecodable` where the browser can read it as neither. */
export async function openFile(file: File, signal: AbortSignal): Promise<FrameSource> {
  const openers = file.type.startsWith('image/') ? [openPhoto, openVideo] : [openVideo, openPhoto];
  let cause: unknown;
  for (const open of openers) {
    try {
      const source = await open(file);
      if (!signal.aborted) return source;
      source.close();
      break;
    } catch (error) {
      cause = error;
    }
  }
  signal.throwIfAborted();
  throw new FailureError({ kind: 'file-undecodable', name: file.name }, { cause });
}
