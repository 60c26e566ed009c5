import { failureOf, type Failure } from '../core/session/failure.ts';
import type { AnalyserSupervisor } from '../client/supervisor.ts';
import { fileKey } from './clip-key.ts';
import { ClipProblemError, type ClipProblem } from './clip-problem.ts';
import type { ClipResult } from './clip-result.ts';
import type { ClipOutcome } from './clip-state.ts';
import type { OpenClipFile } from './decode/open-clip.ts';
import { evaluateClip } from './evaluate-clip.ts';
import type { ResultStore } from './result-store.ts';
import type { RunClock } from './run-clock.ts';
import type { RunChoices } from './run-settings.ts';

export interface RunPlan extends RunChoices {
  readonly clips: readonly File[];
  /** What results depend on beside the file. */
  readonly keyPrefix: string;
}

export interface RunTools {
  readonly host: Pick<AnalyserSupervisor, 'load' | 'analyse' | 'mayRebuild' | 'close'>;
  readonly open: OpenClipFile;
  readonly clock: RunClock;
  /** Never rejects: a clip that cannot be looked up or kept is simply analysed or not kept. */
  readonly kept: Pick<ResultStore, 'get' | 'put'>;
}

export interface RunEvents {
  clipStarted(file: File): void;
  /** `at`: seconds of the clip analysed; `share` of it, 0..1. */
  clipProgressed(at: number, share: number): void;
  clipEnded(file: File, outcome: ClipOutcome): void;
  /** The analyser broke down and is built anew. */
  rebuilding(failure: Failure): void;
}

/** Only the primary face is read, and nobody looks at its crop. */
const FRAME_OPTIONS = { everyone: false, crops: false } as const;

/**
 * Evaluates clips one after the other. A clip without a result does not stop the run; an analyser
 * that cannot be built does, with a FailureError. Rejects with the signal's reason when aborted.
 */
export async function runClips(
  plan: RunPlan,
  tools: RunTools,
  events: RunEvents,
  signal: AbortSignal,
): Promise<void> {
  const run = new Run(plan, tools, events, signal);
  for (const file of plan.clips) {
    await tools.clock.going;
    signal.throwIfAborted();
    events.clipStarted(file);
    const outcome = await run.outcomeOf(file);
    signal.throwIfAborted();
    events.clipEnded(file, outcome);
  }
}

class Run {
  readonly #plan: RunPlan;
  readonly #tools: RunTools;
  readonly #events: RunEvents;
  readonly #signal: AbortSignal;

  constructor(plan: RunPlan, tools: RunTools, events: RunEvents, signal: AbortSignal) {
    this.#plan = plan;
    this.#tools = tools;
    this.#events = events;
    this.#signal = signal;
  }

  async outcomeOf(file: File): Promise<ClipOutcome> {
    try {
      const key = `${this.#plan.keyPrefix}/${await readableFileKey(file)}`;
      const kept = await this.#tools.kept.get(key);
      if (kept === undefined) return await this.#newOutcome(file, key);
      return kept.state === 'finished' ? { ...kept, restored: true } : kept;
    } catch (error) {
      if (error instanceof ClipProblemError) return { state: 'failed', problem: error.problem };
      throw error;
    }
  }

  async #newOutcome(file: File, key: string): Promise<ClipOutcome> {
    try {
      const result = await this.#evaluate(file);
      await this.#tools.kept.put(key, { state: 'finished', result });
      return { state: 'finished', result, restored: false };
    } catch (error) {
      const problem = error instanceof ClipProblemError ? error.problem : null;
      if (problem?.kind === 'no-face') {
        await this.#tools.kept.put(key, { state: 'failed', problem });
      }
      throw error;
    }
  }

  /** Once more from the clip's beginning where the analyser broke down and may be rebuilt. */
  async #evaluate(file: File): Promise<ClipResult> {
    try {
      return await this.#attempt(file);
    } catch (error) {
      const failure = this.#breakdown(error);
      if (failure === null || !this.#tools.host.mayRebuild(failure)) throw error;
      this.#events.rebuilding(failure);
    }
    try {
      return await this.#attempt(file);
    } catch (error) {
      this.#breakdown(error);
      throw error;
    }
  }

  /** Loading an analyser that is loaded already makes it forget the clip before. */
  async #attempt(file: File): Promise<ClipResult> {
    const { setup, every, detection } = this.#plan;
    const { host, open, clock } = this.#tools;
    const { pack } = await host.load(setup);
    const combination = pack.temporal.kind === 'aggregate' ? 'aggregate' : 'mean-logits';
    const signal = this.#signal;
    const progressed = (at: number, share: number) => {
      this.#events.clipProgressed(at, share);
    };
    const analyse = (image: VideoFrame, at: number) =>
      host.analyse(image, at, { ...FRAME_OPTIONS, detection }).catch(asProblem);
    return evaluateClip({ file, every, combination, signal, progressed }, { open, clock, analyse });
  }

  /** What the analyser failed with, if that is the error; it is thrown away then. */
  #breakdown(error: unknown): Failure | null {
    this.#signal.throwIfAborted();
    if (!(error instanceof ClipProblemError)) return null;
    if (error.problem.kind !== 'analysis-failed') return null;
    this.#tools.host.close();
    return error.problem.failure;
  }
}

function asProblem(error: unknown): never {
  const problem: ClipProblem = { kind: 'analysis-failed', failure: failureOf(error) };
  throw new ClipProblemError(problem, { cause: error });
}

async function readableFileKey(file: File): Promise<string> {
  try {
    return await fileKey(file);
  } catch (error) {
    throw new ClipProblemError({ kind: 'unreadable' }, { cause: error });
  }
}
