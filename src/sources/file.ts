import { isPicture, isVideo, type FileFormat } from '../core/media/file-format.ts';
import { FileProblemError, type FileProblem } from '../core/media/file-problem.ts';
import { FailureError } from '../core/session/failure.ts';
import { openAnimation } from './animation.ts';
import { fileHead, type FileHead } from './file-head.ts';
import { openPhoto } from './photo.ts';
import type { FrameSource } from './source.ts';
import { openVideo } from './video.ts';

type Open = (file: File, head: FileHead) => Promise<FrameSource>;

/** Browsers show these; a file of them that one cannot show is damaged. */
const USUAL_PICTURES: readonly FileFormat[] = ['jpeg', 'png', 'gif', 'webp', 'avif', 'bmp'];

/**
 * Opens a photo, an animation, a video or a report, which loop. Throws `file-undecodable`, with the reason,
 * where nothing of it can be shown.
 */
export async function openFile(file: File, signal: AbortSignal): Promise<FrameSource> {
  const undecodable = (problem: FileProblem, cause: unknown) =>
    new FailureError({ kind: 'file-undecodable', name: file.name, problem }, { cause });
  const head = await fileHead(file).catch((error: unknown) => {
    throw undecodable({ kind: 'unreadable' }, error);
  });
  let cause: unknown;
  for (const open of openers(head.format)) {
    try {
      const source = await open(file, head);
      if (!signal.aborted) return source;
      source.close();
      break;
    } catch (error) {
      cause = error;
    }
  }
  signal.throwIfAborted();
  throw undecodable(problemOf(head.format, cause), cause);
}

/** Those that may show it, the likeliest first. */
function openers(format: FileFormat): readonly Open[] {
  if (isVideo(format)) return [openVideo, openDecodedVideo];
  if (format === 'zip') return [openReportFile];
  if (format === 'svg') return [];
  // A browser may know kinds of files that this page does not.
  return isPicture(format) ? [openAnimation, openPhoto] : [openVideo, openPhoto];
}

/** Its decoder is loaded only where the browser's own player fails. */
async function openDecodedVideo(file: File): Promise<FrameSource> {
  const decoded = await import('./decoded-video.ts');
  return decoded.openDecodedVideo(file);
}

/** Few visitors have one. */
async function openReportFile(file: File): Promise<FrameSource> {
  const [{ openReport }, { openReplay }] = await Promise.all([
    import('./replay/open-report.ts'),
    import('./replay/replay-source.ts'),
  ]);
  const opened = await openReport(file);
  if (opened === null) throw new Error('no report in it');
  return openReplay(opened, file.name);
}

function problemOf(format: FileFormat, cause: unknown): FileProblem {
  if (cause instanceof FileProblemError) return cause.problem;
  if (format === 'empty') return { kind: 'empty' };
  if (!USUAL_PICTURES.includes(format)) return { kind: 'format-unsupported', format };
  return { kind: 'damaged', seconds: 0, reason: 'the browser cannot decode it' };
}
