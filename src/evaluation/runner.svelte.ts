import type { Backend } from '../core/session/backend.ts';
import { failureOf } from '../core/session/failure.ts';
import type { Notice } from '../core/session/notice.ts';
import type { ModelPack } from '../core/pack/schema.ts';
import { AnalyserSupervisor } from '../client/supervisor.ts';
import type { LoadedReader } from '../analyser/messages.ts';
import type { WorkerPort } from '../messaging/request-bridge.ts';
import { isDone, type ClipState } from './clip-state.ts';
import type { EvaluationState } from './evaluation-state.ts';
import type { EvaluationPlatform } from './platform.ts';
import type { ResultStore } from './result-store.ts';
import { RunClock } from './run-clock.ts';
import { runClips, type RunEvents } from './run-clips.ts';
import { RunMeter, type RunProgress } from './run-meter.ts';
import { resultKey, runSettings, type RunChoices, type RunSettings } from './run-settings.ts';

export interface RunnerParts {
  readonly platform: EvaluationPlatform;
  readonly kept: Pick<ResultStore, 'get' | 'put'>;
  readonly spawn: () => WorkerPort;
}

export interface RunRequest extends RunChoices {
  readonly files: readonly File[];
}

/** Progress within a clip is told ten times a second at most. */
const TELL_EVERY_MS = 100;

/** One run at a time, and what has come out of it so far. */
export class Runner {
  readonly #parts: RunnerParts;
  readonly #supervisor: AnalyserSupervisor;

  #state = $state.raw<EvaluationState>({ state: 'idle' });
  #clips = $state.raw<ReadonlyMap<string, ClipState>>(new Map());
  #progress = $state.raw<RunProgress | null>(null);
  #loaded = $state.raw<LoadedReader | null>(null);
  #settings = $state.raw<RunSettings | null>(null);
  #notice = $state.raw<Notice | null>(null);

  #run = new AbortController();
  #clock: RunClock;
  /** Settles when no run is at work any more, not even a cancelled one. */
  #ended = Promise.resolve();

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    this.#clock = new RunClock(parts.platform.now);
    this.#supervisor = new AnalyserSupervisor(
      parts.spawn,
      this.#supervisorEvents(),
      parts.platform.visible,
    );
  }

  get state(): EvaluationState {
    return this.#state;
  }
  get active(): boolean {
    return ['loading', 'running', 'paused'].includes(this.#state.state);
  }
  /** By clip name; a clip that is not among them waits. */
  get clips(): ReadonlyMap<string, ClipState> {
    return this.#clips;
  }
  get progress(): RunProgress | null {
    return this.#progress;
  }
  get pack(): ModelPack | null {
    return this.#loaded?.pack ?? null;
  }
  get backend(): Backend | null {
    return this.#loaded?.backend ?? null;
  }
  /** What the present results were made with. */
  get settings(): RunSettings | null {
    return this.#settings;
  }
  get notice(): Notice | null {
    return this.#notice;
  }

  /** Settles when the run has ended, however. Does nothing while one is on. */
  async start(request: RunRequest): Promise<void> {
    if (this.active) return;
    this.#run = new AbortController();
    this.#state = { state: 'loading', progress: { loaded: 0, total: 0 } };
    this.#ended = this.#perform(this.#ended, request, this.#run.signal);
    await this.#ended;
  }

  pause(): void {
    if (this.#state.state !== 'running') return;
    this.#clock.pause();
    this.#state = { state: 'paused' };
  }

  resume(): void {
    if (this.#state.state !== 'paused') return;
    this.#clock.resume();
    this.#state = { state: 'running' };
  }

  /** Back to idle; the clip at work is dropped. */
  cancel(): void {
    if (!this.active) return;
    this.#run.abort();
    this.#clock.resume();
    this.#end({ state: 'idle' });
  }

  /** There may be more clips now: what was the end of a run is none any more. */
  reopen(): void {
    if (!this.active) this.#state = { state: 'idle' };
  }

  /** Forgets all results. */
  clear(): void {
    this.cancel();
    this.#clips = new Map();
    this.#progress = null;
    this.#notice = null;
    this.#state = { state: 'idle' };
  }

  dismissNotice(): void {
    this.#notice = null;
  }

  /** Gives back the worker. */
  close(): void {
    this.cancel();
    this.#supervisor.close();
  }

  async #perform(before: Promise<void>, request: RunRequest, signal: AbortSignal): Promise<void> {
    try {
      await before;
      signal.throwIfAborted();
      this.#supervisor.resetRestarts();
      const settings = await this.#load(request, signal);
      await this.#evaluate(request, settings, signal);
      this.#end({ state: 'finished' });
    } catch (error) {
      if (!signal.aborted) this.#end({ state: 'failed', failure: failureOf(error) });
    }
  }

  /** Results of other settings are no part of this evaluation any more. */
  async #load(request: RunRequest, signal: AbortSignal): Promise<RunSettings> {
    const loaded = await this.#supervisor.load(request.setup);
    signal.throwIfAborted();
    const settings = runSettings(loaded, request);
    const before = this.#settings;
    if (before === null || keyOf(before) !== keyOf(settings)) this.#clips = new Map();
    this.#loaded = loaded;
    this.#settings = settings;
    return settings;
  }

  async #evaluate(
    { files, ...how }: RunRequest,
    settings: RunSettings,
    signal: AbortSignal,
  ): Promise<void> {
    const { platform, kept } = this.#parts;
    const clips = files.filter(({ name }) => !isDone(this.#clips.get(name)));
    const meter = new RunMeter(files.length, files.length - clips.length, bytesOf(clips));
    this.#clock = new RunClock(platform.now);
    this.#state = { state: 'running' };
    await runClips(
      { clips, ...how, settings },
      { host: this.#supervisor, open: platform.openClip, clock: this.#clock, kept },
      this.#runEvents(meter),
      signal,
    );
    this.#progress = meter.progress(this.#clock.elapsed);
  }

  #runEvents(meter: RunMeter): RunEvents {
    let toldAt = -Infinity;
    const tell = () => {
      toldAt = this.#clock.elapsed;
      this.#progress = meter.progress(toldAt);
    };
    return {
      clipStarted: (file) => {
        meter.started(file);
        this.#set(file, { state: 'running' });
        tell();
      },
      clipProgressed: (at, share) => {
        meter.progressed(at, share);
        if (this.#clock.elapsed - toldAt >= TELL_EVERY_MS) tell();
      },
      clipEnded: (file, outcome) => {
        meter.ended();
        this.#set(file, outcome);
        tell();
      },
      rebuilding: () => {
        this.#notice = { kind: 'analyser-restarted' };
      },
    };
  }

  #supervisorEvents(): ConstructorParameters<typeof AnalyserSupervisor>[1] {
    return {
      progress: (progress) => {
        if (this.#state.state === 'loading') this.#state = { state: 'loading', progress };
      },
      notice: (notice, backend) => {
        this.#notice = notice;
        if (this.#loaded !== null) this.#loaded = { ...this.#loaded, backend };
      },
      restarted: () => {
        this.#notice = { kind: 'analyser-restarted' };
      },
    };
  }

  #set({ name }: File, clip: ClipState): void {
    this.#clips = new Map([...this.#clips, [name, clip]]);
  }

  /** No clip is at work any more. */
  #end(state: EvaluationState): void {
    this.#clips = new Map([...this.#clips].filter(([, clip]) => clip.state !== 'running'));
    this.#state = state;
  }
}

function keyOf(settings: RunSettings): string {
  return resultKey(settings, settings.backend);
}

function bytesOf(files: readonly File[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}
