import { untrack } from 'svelte';
import type { Backend } from '../core/session/backend.ts';
import { failureOf } from '../core/session/failure.ts';
import type { Notice } from '../core/session/notice.ts';
import type { ModelPack } from '../core/pack/schema.ts';
import type { Progress, Session, SourceKind } from '../core/session/session.ts';
import type { Settings } from '../core/session/settings.ts';
import type { AnalyserSetup } from '../analyser/messages.ts';
import { openCamera } from '../sources/camera.ts';
import { onCameraGranted } from '../sources/cameras.ts';
import { openDrawnFace } from '../sources/drawn-face.ts';
import { openFile } from '../sources/file.ts';
import type { FrameSource } from '../sources/source.ts';
import { AnalyserSupervisor } from '../client/supervisor.ts';
import type { Loaded, WorkerPort } from '../client/analyser-client.ts';
import { Cameras } from './cameras.svelte.ts';
import { runFrameLoop } from './frame-loop.ts';
import type { ReadySetup } from '../client/ready-setup.ts';
import { LiveReadings } from './live-readings.svelte.ts';

const NO_PROGRESS: Progress = { loaded: 0, total: 0 };

type OpenSource = (signal: AbortSignal) => Promise<FrameSource>;

export interface LiveParts {
  readonly settings: { readonly current: Settings };
  readonly packUrl: string;
  readonly spawn: () => WorkerPort;
  readonly readySetup: ReadySetup;
}

/** One run at a time: a source, the analyser, and what is read of it. */
export class Live {
  readonly #settings: { readonly current: Settings };
  readonly #packUrl: string;
  readonly #readySetup: ReadySetup;
  readonly #supervisor: AnalyserSupervisor;
  readonly #readings = new LiveReadings();
  readonly #cameras = new Cameras();

  #session = $state.raw<Session>({ state: 'idle' });
  #source = $state.raw<FrameSource | null>(null);
  #notice = $state.raw<Notice | null>(null);
  #loaded = $state.raw<Loaded | null>(null);
  /** What an analyser that is built in advance has to say once it is used. */
  #early: Notice | null = null;
  /** How far the last build has come, which a start may find under way. */
  #progress = NO_PROGRESS;

  /** Aborted when the run ends. */
  #run = new AbortController();
  /** Aborted when another load takes over or the run ends. */
  #turn = new AbortController();
  #again: (() => Promise<void>) | null = null;
  #stopLoop: (() => void) | null = null;

  constructor({ settings, packUrl, spawn, readySetup }: LiveParts) {
    this.#settings = settings;
    this.#packUrl = packUrl;
    this.#readySetup = readySetup;
    this.#supervisor = new AnalyserSupervisor(
      spawn,
      this.#supervisorEvents(),
      () => !document.hidden,
    );
    document.addEventListener('visibilitychange', () => {
      this.#followVisibility();
    });
    this.#followSettings();
  }

  get session() {
    return this.#session;
  }
  get view() {
    return this.#source?.view ?? null;
  }
  get mirrored() {
    const { mirror } = this.#settings.current;
    return mirror === 'auto' ? (this.#source?.info.mirrored ?? false) : mirror === 'on';
  }
  get analysis() {
    return this.#readings.analysis;
  }
  get readings() {
    return this.#readings.readings;
  }
  get reading() {
    return this.#readings.reading;
  }
  get truth() {
    return this.#readings.truth;
  }
  get history() {
    return this.#readings.history;
  }
  get stats() {
    return this.#readings.stats;
  }
  get notice() {
    return this.#notice;
  }
  get cameras() {
    return this.#cameras.list;
  }
  get hasCamera() {
    return this.#cameras.any;
  }
  get pack(): ModelPack | null {
    return this.#loaded?.pack ?? null;
  }

  async prepare(): Promise<void> {
    const setup = this.#setup();
    if (!this.#readySetup.is(setup)) return;
    try {
      await this.#supervisor.load(setup);
    } catch {
      if (this.#session.state !== 'idle') return;
      this.#early = null;
      // What comes next has its attempts for itself.
      this.#supervisor.resetRestarts();
    }
  }

  async startCamera(): Promise<void> {
    await this.#begin('camera', async (signal) => {
      const { camera, facing } = this.#settings.current;
      const source = await openCamera({ id: camera, facing }, signal);
      // Only now does the browser tell the cameras' names.
      void this.#cameras.renew();
      return source;
    });
  }

  async startDrawnFace(): Promise<void> {
    await this.#begin('drawn', () => Promise.resolve(openDrawnFace()));
  }

  async openFile(file: File): Promise<void> {
    await this.#begin('file', (signal) => openFile(file, signal));
  }

  stop(): void {
    this.#end();
    this.#session = { state: 'idle' };
  }

  async retry(): Promise<void> {
    this.#supervisor.resetRestarts();
    await this.#again?.();
  }

  dismissNotice(): void {
    this.#notice = null;
  }

  async #begin(kind: SourceKind, open: OpenSource): Promise<void> {
    this.#end();
    const { signal } = this.#run;
    this.#again = () => this.#begin(kind, open);
    this.#session = { state: 'opening', source: kind };
    try {
      const source = await open(signal);
      if (signal.aborted) {
        source.close();
        return;
      }
      this.#source = source;
      await this.#load(source);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** Builds the analyser, or takes the one that fits, and plays the source through it. */
  async #load(source: FrameSource): Promise<void> {
    this.#pause();
    this.#turn.abort();
    const { signal } = (this.#turn = new AbortController());
    this.#session = { state: 'loading', source: source.info, progress: this.#progress };
    const setup = this.#setup();
    try {
      const loaded = await this.#supervisor.load(setup);
      if (signal.aborted) return;
      this.#loaded = loaded;
      this.#progress = NO_PROGRESS;
      this.#readySetup.remember(setup);
      this.#notice ??= this.#early;
      this.#early = null;
      this.#play(source, loaded.backend);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  #setup(): AnalyserSetup {
    const { head, backend, range } = this.#settings.current;
    return { packUrl: this.#packUrl, head, backend, range, purpose: 'live' };
  }

  #play(source: FrameSource, backend: Backend): void {
    if (document.hidden) {
      this.#session = { state: 'waiting', source: source.info, reason: 'hidden' };
      return;
    }
    this.#session = { state: 'running', source: source.info, backend };
    this.#stopLoop = runFrameLoop(source, this.#supervisor, () => this.#frameOptions(), {
      frame: () => {
        this.#readings.offered();
      },
      analysed: (analysis) => {
        const pack = this.pack;
        // A frame on its way when the camera was unplugged is no longer what is there.
        if (pack === null || this.#session.state !== 'running') return;
        this.#readings.show(analysis, source.truth(), this.#settings.current, pack);
      },
      failed: (error) => void this.#recover(error, source),
      lost: () => {
        this.#readings.clear();
        this.#session = { state: 'waiting', source: source.info, reason: 'unplugged' };
        this.#notice = { kind: 'camera-unplugged' };
      },
      resumed: () => {
        const now = this.#loaded?.backend ?? backend;
        this.#session = { state: 'running', source: source.info, backend: now };
        this.#notice = { kind: 'camera-returned' };
      },
      notice: (notice) => {
        this.#notice = notice;
      },
    });
  }

  /** A broken worker is rebuilt and the source goes on; anything else ends the run. */
  async #recover(error: unknown, source: FrameSource): Promise<void> {
    if (!this.#supervisor.mayRebuild(failureOf(error))) {
      this.#fail(error);
      return;
    }
    this.#supervisor.close();
    this.#notice = { kind: 'analyser-restarted' };
    await this.#load(source);
  }

  #fail(error: unknown): void {
    this.#end();
    const failure = failureOf(error);
    this.#session = { state: 'failed', failure };
    if (failure.kind !== 'camera-denied') return;
    void onCameraGranted(() => void this.retry(), this.#run.signal);
  }

  /** Ends the run, if there is one, and gives back its source. */
  #end(): void {
    this.#run.abort();
    this.#run = new AbortController();
    this.#turn.abort();
    this.#pause();
    this.#source?.close();
    this.#source = null;
    this.#notice = null;
    this.#readings.forgetHistory();
  }

  /** Stops the flow of frames and keeps the source. */
  #pause(): void {
    this.#stopLoop?.();
    this.#stopLoop = null;
    this.#readings.clear();
  }

  #frameOptions() {
    const { detection, everyone, showCrop } = this.#settings.current;
    return { detection, everyone, crops: showCrop };
  }

  #supervisorEvents(): ConstructorParameters<typeof AnalyserSupervisor>[1] {
    return {
      progress: (progress) => {
        this.#progress = progress;
        if (this.#session.state === 'loading') this.#session = { ...this.#session, progress };
      },
      notice: (notice, backend) => {
        if (this.#source === null) this.#early = notice;
        else this.#notice = notice;
        if (this.#loaded !== null) this.#loaded = { ...this.#loaded, backend };
        if (this.#session.state === 'running') this.#session = { ...this.#session, backend };
      },
      restarted: () => {
        if (this.#source !== null) this.#notice = { kind: 'analyser-restarted' };
      },
    };
  }

  #followVisibility(): void {
    const source = this.#source;
    const session = this.#session;
    if (source === null || this.#loaded === null) return;
    if (document.hidden && session.state === 'running') {
      this.#pause();
      this.#session = { state: 'waiting', source: source.info, reason: 'hidden' };
    } else if (!document.hidden && session.state === 'waiting' && session.reason === 'hidden') {
      this.#play(source, this.#loaded.backend);
    }
  }

  /** A change of the camera, or of what the analyser is built of, is taken up while running. */
  #followSettings(): void {
    $effect.root(() => {
      const camera = $derived(
        JSON.stringify([this.#settings.current.camera, this.#settings.current.facing]),
      );
      const setup = $derived.by(() => {
        const { head, backend, range } = this.#settings.current;
        return JSON.stringify([head, backend, range]);
      });
      onChange(
        () => camera,
        () => {
          if (this.#source?.info.kind === 'camera') void this.startCamera();
        },
      );
      onChange(
        () => setup,
        () => {
          this.#early = null;
          if (this.#source !== null) void this.#load(this.#source);
        },
      );
    });
  }
}

/** Runs an effect when a value changes, not when it is first read. */
function onChange(value: () => string, effect: () => void): void {
  let last = untrack(value);
  $effect(() => {
    const now = value();
    if (now === last) return;
    last = now;
    untrack(effect);
  });
}
