import type { Backend } from '../core/session/backend.ts';
import { aggregationOf } from '../core/pack/lengths.ts';
import { failureOf, type Failure } from '../core/session/failure.ts';
import type { AnalyserSupervisor } from '../client/supervisor.ts';
import { fileKey } from './clip-key.ts';
import { ClipProblemError, problemIn, type ClipProblem } from './clip-problem.ts';
import type { ClipResult } from './clip-result.ts';
import type { ClipOutcome } from './clip-state.ts';
import type { OpenClipFile } from '../sources/clip/clip.ts';
import { evaluateClip } from './evaluate-clip.ts';
import type { ResultStore } from './result-store.ts';
import type { RunClock } from './run-clock.ts';
import { ModelUnavailableError } from './model-unavailable.ts';
import { resultKey, type RunChoices, type RunSettings } from './run-settings.ts';

export interface RunPlan extends RunChoices {
  readonly clips: readonly File[];
  /** What results depend on beside the file; the backend is where the run begins. */
  readonly settings: RunSettings;
}

export interface RunTools {
  readonly host: Pick<
    AnalyserSupervisor,
    'load' | 'recover' | 'analyse' | 'finish' | 'mayRebuild' | 'close'
  >;
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

/**
 * So often is a clip begun on which the GPU is lost. One loss is rebuilt on the GPU, the next on the
 * processor, which cannot be lost: the third reading is the last that can be needed.
 */
const MOST_READS = 3;

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
  /** Where clips are read now: another one after a GPU was lost. */
  #backend: Backend['kind'];

  constructor(plan: RunPlan, tools: RunTools, events: RunEvents, signal: AbortSignal) {
    this.#plan = plan;
    this.#tools = tools;
    this.#events = events;
    this.#signal = signal;
    this.#backend = plan.settings.backend;
  }

  async outcomeOf(file: File): Promise<ClipOutcome> {
    try {
      const content = await readableFileKey(file);
      const kept = await this.#tools.kept.get(this.#keyOf(content));
      if (kept === undefined) return await this.#newOutcome(file, content);
      return kept.state === 'finished' ? { ...kept, restored: true } : kept;
    } catch (error) {
      const problem = problemIn(error);
      if (problem === null) throw error;
      return { state: 'failed', problem };
    }
  }

  /** The key of a result that is made where clips are read now. */
  #keyOf(content: string): string {
    return `${resultKey(this.#plan.settings, this.#backend)}/${content}`;
  }

  async #newOutcome(file: File, content: string): Promise<ClipOutcome> {
    try {
      const result = await this.#evaluate(file);
      await this.#tools.kept.put(this.#keyOf(content), { state: 'finished', result });
      return { state: 'finished', result, restored: false };
    } catch (error) {
      const problem = problemIn(error);
      if (problem?.kind === 'no-face') {
        await this.#tools.kept.put(this.#keyOf(content), { state: 'failed', problem });
      }
      throw error;
    }
  }

  /**
   * Once more from the clip's beginning where the analyser broke down and may be rebuilt, and where
   * the model was lost.
   */
  async #evaluate(file: File): Promise<ClipResult> {
    let rebuilt = false;
    for (let reads = 1; ; reads++) {
      try {
        return await this.#attempt(file);
      } catch (error) {
        this.#signal.throwIfAborted();
        if (error instanceof ModelUnavailableError) {
          if (reads >= MOST_READS) throw lostEachTime(reads, error);
          continue;
        }
        const failure = this.#breakdown(error);
        if (failure === null || rebuilt || !this.#tools.host.mayRebuild(failure)) throw error;
        rebuilt = true;
        this.#events.rebuilding(failure);
      }
    }
  }

  /**
   * Loading an analyser that is loaded already makes it forget the clip before. A model that is being
   * rebuilt is waited for; one that is lost from here on says so in the next frame it cannot read, so
   * that a result is always of one backend.
   */
  async #attempt(file: File): Promise<ClipResult> {
    const { setup, every, detection } = this.#plan;
    const { host, open, clock } = this.#tools;
    const { pack } = await host.load(setup);
    const { kind: backend } = await host.recover(this.#signal).catch(asProblem);
    this.#backend = backend;
    const combination = aggregationOf(pack) === null ? 'mean-logits' : 'aggregate';
    const signal = this.#signal;
    const progressed = (at: number, share: number) => {
      this.#events.clipProgressed(at, share);
    };
    const analyse = (image: VideoFrame, at: number) =>
      host.analyse(image, at, { ...FRAME_OPTIONS, detection }).catch(asProblem);
    return evaluateClip(
      { file, every, combination, backend, signal, progressed },
      { open, clock, analyse, finish: () => host.finish().catch(asProblem) },
    );
  }

  /** What the analyser failed with, if that is the error; it is thrown away then. */
  #breakdown(error: unknown): Failure | null {
    const problem = problemIn(error);
    if (problem?.kind !== 'analysis-failed') return null;
    this.#tools.host.close();
    return problem.failure;
  }
}

function lostEachTime(reads: number, cause: ModelUnavailableError): ClipProblemError {
  return new ClipProblemError({ kind: 'model-unavailable', reads }, { cause });
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
