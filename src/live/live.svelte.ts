import type { AnalyserSetup } from '../analyser/messages.ts';
import type { ReaderSetup } from '../core/pack/reader-setup.ts';
import type { WorkerPort } from '../messaging/request-bridge.ts';
import type { ReadySetup } from '../client/ready-setup.ts';
import type { Failure } from '../core/session/failure.ts';
import type { Notice } from '../core/session/notice.ts';
import type { PackRef } from '../core/pack/pack-ref.ts';
import type { ModelPack } from '../core/pack/schema.ts';
import type { Progress, Session, SourceKind } from '../core/session/session.ts';
import type { Settings } from '../core/session/settings.ts';
import { openCamera } from '../sources/camera.ts';
import { openDrawnFace } from '../sources/drawn-face.ts';
import { openFile } from '../sources/file.ts';
import { Cameras } from './cameras.svelte.ts';
import { Beside } from './beside.svelte.ts';
import { followSettings } from './follow-settings.svelte.ts';
import { frameOptions } from './frame-options.ts';
import { isOfPack, packNotice } from './pack-failure.ts';
import { LiveAnalyser } from './live-analyser.svelte.ts';
import { LiveRun, type RunParts } from './live-run.svelte.ts';
import { retryOnceGranted } from './retry-once-granted.ts';
import { Saving } from './saving.svelte.ts';
import type { Sample } from './sample.ts';
import { NOTHING_SHOWN, type Shown } from './shown.ts';

export interface LiveParts {
  readonly settings: { readonly current: Settings };
  /** What reads where no other pack is chosen, or another fails. */
  readonly pack: PackRef;
  readonly spawn: () => WorkerPort;
  readonly readySetup: ReadySetup;
  /** Faces that may be read, by id, at any time; the settings decide where not given. */
  readonly facesToRead?: () => readonly number[];
}

const NO_HISTORY: readonly Sample[] = [];

/** The live page's state and verbs: one run at a time. Every field is reactive. */
export class Live {
  readonly #settings: { readonly current: Settings };
  /** Names the pack that reads where no other is chosen, or another fails. */
  readonly ownPack: PackRef;
  #chosen = $state.raw<PackRef>();
  readonly #analyser: LiveAnalyser;
  /** What is looked at beside the reading. */
  readonly beside: Beside;
  readonly saving: Saving;
  readonly #facesToRead: (() => readonly number[]) | undefined;
  readonly #cameras = new Cameras();
  readonly #stopFollowing: () => void;
  #run = $state.raw<LiveRun | null>(null);

  constructor({ settings, pack, spawn, readySetup, facesToRead }: LiveParts) {
    this.#settings = settings;
    this.ownPack = pack;
    this.#facesToRead = facesToRead;
    this.#analyser = new LiveAnalyser(spawn, readySetup);
    this.beside = new Beside(this.#analyser, settings);
    this.saving = new Saving(settings);
    this.#stopFollowing = followSettings(settings, {
      camera: () => {
        if (this.#run?.source?.info.kind === 'camera') void this.startCamera();
      },
      setup: () => void this.#run?.rebuild(),
    });
  }

  /** For who needs more of it than is here; null between runs. */
  get run(): LiveRun | null {
    return this.#run;
  }
  get session(): Session {
    return this.#run?.session ?? { state: 'idle' };
  }
  /** What the stage shows while there is a source. */
  get view(): HTMLVideoElement | HTMLCanvasElement | null {
    return this.#run?.source?.view ?? null;
  }
  /** The view is shown mirrored: frames of faces follow, text does not. */
  get mirrored(): boolean {
    const { mirror } = this.#settings.current;
    return mirror === 'auto' ? (this.#run?.source?.info.mirrored ?? false) : mirror === 'on';
  }
  get analysis() {
    return this.#run?.readings.analysis ?? null;
  }
  /** Of the newest frame, by face id; only of faces that are read. */
  get readings() {
    return this.#run?.readings.readings ?? NOTHING_SHOWN.readings;
  }
  /** Calmer than the readings of each frame: what the page shows. */
  get shown(): Shown {
    return this.#run?.readings.shown ?? NOTHING_SHOWN;
  }
  /** Whose faces the page shows: see `LiveReadings`. */
  get shownFrame() {
    return this.#run?.readings.shownFrame ?? null;
  }
  /** The drawn face's own truth for the newest frame; null for other sources. */
  get truth() {
    return this.#run?.readings.truth ?? null;
  }
  /** At most the last 30 seconds, oldest first. */
  get history() {
    return this.#run?.readings.history ?? NO_HISTORY;
  }
  get stats() {
    return this.#run?.readings.stats ?? null;
  }
  get notice(): Notice | null {
    return this.#run?.notice ?? null;
  }
  get cameras() {
    return this.#cameras.list;
  }
  /** Whether the device has any camera, known before permission; null while unknown. */
  get hasCamera() {
    return this.#cameras.any;
  }
  /** The loaded pack; null before the first load. */
  get pack(): ModelPack | null {
    return this.#analyser.loaded?.pack ?? null;
  }

  /** Names the pack that reads. */
  get packRef(): PackRef {
    return this.#chosen ?? this.ownPack;
  }

  /**
   * Reads with another pack from now on, once it has been built and tested beside the one that
   * reads. Throws what failed as a FailureError, or the signal's reason, and nothing has changed then.
   */
  async usePack(
    pack: PackRef,
    progress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#analyser.buildBeside({ ...this.#setup(), pack }, progress, signal);
    this.choosePack(pack);
    const open = (this.#run?.source ?? null) !== null;
    if (open) await this.#run?.rebuild();
    else await this.#analyser.loadUnheard(this.#setup(), signal);
  }

  /** Chooses the pack that the page opens with; it is built when it is first needed. */
  choosePack(pack: PackRef): void {
    const own = JSON.stringify(pack) === JSON.stringify(this.ownPack);
    this.#chosen = own ? undefined : pack;
  }

  /** Builds the analyser in advance, so that nobody waits for it (see LiveAnalyser). Never rejects. */
  async prepare(): Promise<void> {
    await this.#analyser.prepare(this.#setup());
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

  /** Back to idle; the camera is released at once, and the worker where it is said so. */
  stop({ worker = false } = {}): void {
    this.beside.freezer.release();
    this.#run?.close();
    this.#run = null;
    if (worker) this.#analyser.close();
  }

  /** Repeats the last start. */
  async retry(): Promise<void> {
    if (this.#run === null) return;
    const { kind, open } = this.#run.parts;
    this.#analyser.resetRestarts();
    await this.#begin(kind, open);
  }

  /** Reads the same frames with another pack, or another head, as well; null for no comparison. */
  compare(reader: ReaderSetup | null): void {
    const { state } = this.session;
    this.beside.freezer.release();
    this.beside.comparison.choose(reader, state === 'running' || state === 'waiting');
  }

  /** The present reader stays as the second one, beside whichever is chosen next. */
  pin(): void {
    this.compare({ pack: this.packRef, head: this.#settings.current.head });
  }

  dismissNotice(): void {
    this.#run?.dismissNotice();
  }

  /** Gives back everything it holds, for good: the source, the worker, its listeners. */
  close(): void {
    this.stop({ worker: true });
    this.#stopFollowing();
    this.saving.close();
    this.#cameras.close();
  }

  async #begin(kind: SourceKind, open: RunParts['open']): Promise<void> {
    this.#run?.close();
    this.beside.forget();
    const run = new LiveRun({
      kind,
      open,
      analyser: this.#analyser,
      beside: this.beside,
      settings: this.#settings,
      setup: () => this.#setup(),
      fallBack: (failure) => this.#fallBack(failure),
      frameOptions: () => frameOptions(this.#settings.current, this.#facesToRead?.()),
      pace: this.saving.pace(),
    });
    this.#run = run;
    await run.start();
    retryOnceGranted(run, () => void this.retry());
  }

  #fallBack(failure: Failure): Notice | null {
    const chosen = this.#chosen;
    if (chosen === undefined || !isOfPack(failure)) return null;
    this.#chosen = undefined;
    return packNotice(chosen, failure);
  }

  #setup(): AnalyserSetup {
    const { head, backend, range } = this.#settings.current;
    return { pack: this.packRef, head, backend, range, purpose: 'live' };
  }
}
