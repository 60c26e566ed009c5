import type { Logits } from '../../core/blemore/emotions.ts';
import type { Reading } from '../../core/blemore/prediction.ts';
import type { Analysis } from '../../core/reading/analysis.ts';
import {
  replayAgreementOf,
  logitDifference,
  type ReplayAgreement,
} from '../../core/report/replay-agreement.ts';
import type { Report, ReportFrame } from '../../core/report/schema.ts';
import type { Replay } from '../../sources/replay/replay.ts';

/** How what is read of a replay compares with what was recorded. */
export class ReplayComparison {
  readonly #replay: Replay;
  /** By the frame's time in the report, so that a second round counts no frame twice. */
  readonly #differences = new Map<number, number>();
  #recorded = $state.raw<Reading | null>(null);
  #agreement = $state.raw<ReplayAgreement>(replayAgreementOf([]));

  constructor(replay: Replay) {
    this.#replay = replay;
  }

  get report(): Report {
    return this.#replay.report;
  }

  /** What was shown, when it was recorded, of the frame that is shown now. */
  get recorded(): Reading | null {
    return this.#recorded;
  }

  get agreement(): ReplayAgreement {
    return this.#agreement;
  }

  compare(analysis: Analysis): void {
    const frame = this.#replay.frameAt(analysis.capturedAt);
    if (frame === null) return;
    this.#recorded = frame.reading;
    const [before, now] = [recordedLogits(frame), logitsIn(analysis)];
    if (frame.picture === null || before === null || now === null) return;
    this.#differences.set(frame.at, logitDifference(before, now));
    this.#agreement = replayAgreementOf([...this.#differences.values()]);
  }
}

function recordedLogits({ faces }: ReportFrame): Logits | null {
  const output = faces.find(({ primary }) => primary)?.output;
  return output?.kind === 'read' ? output.logits : null;
}

function logitsIn({ faces }: Analysis): Logits | null {
  const [output] = faces.find(({ primary }) => primary)?.outputs ?? [];
  return output?.kind === 'read' ? output.logits : null;
}
