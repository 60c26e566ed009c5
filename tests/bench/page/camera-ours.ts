import type { AnalyserResponse } from '../../../src/analyser/messages.ts';
import { shareCounts } from './camera-page.ts';

const counts = shareCounts();

/** The page's workers, of which the analyser's answers are counted. */
class CountedWorker extends Worker {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    this.addEventListener('message', ({ data }: MessageEvent<AnalyserResponse>) => {
      if (data.type !== 'analysis') return;
      counts.frames += 1;
      const { faces } = data.analysis;
      if (faces.some(({ outputs: [output] }) => output?.kind === 'read')) counts.read += 1;
    });
  }
}

Object.assign(globalThis, { Worker: CountedWorker });
