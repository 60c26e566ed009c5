import { untrack } from 'svelte';
import type { Reading } from '../core/blemore/prediction.ts';
import { KEPT } from '../core/session/kept-places.ts';
import type { LanguageCode } from '../core/session/language.ts';
import type { Settings } from '../core/session/settings.ts';
import { confirmRest, isAtRest } from '../live/face-rest.ts';
import { Live } from '../live/live.svelte.ts';
import { StoredValue } from '../storage/stored-value.svelte.ts';
import {
  parseBoothCounts,
  parseBoothOptions,
  rulesOf,
  type BoothCounts,
  type BoothOptions,
} from './booth-options.ts';
import type { BoothParts } from './booth-parts.ts';
import { boothSettings } from './booth-settings.ts';
import { CameraRetry } from './camera-retry.ts';
import { cueOf, Cues } from './cues.ts';
import { PlayableTargets } from './playable-targets.svelte.ts';
import { seenFaces } from './seen-faces.ts';
import { step } from './step.ts';
import { chooseRounds } from './targets.ts';
import { ATTRACT, facesToRead, type Effect, type Visit, type VisitEvent } from './visit.ts';

const ROUNDS = 3;
const TICK_MS = 200;
/** By how much less the page's clock must show for it to have fallen. */
const CLOCK_FELL_MS = 1000;
/** A language that was chosen by somebody who then went away. */
const LANGUAGE_MS = 30_000;

type Act = 'agree' | 'decline' | 'live' | 'end';

/** The booth without its looks: one visit after another, around a camera that runs all day. */
export class Booth {
  readonly live: Live;
  readonly #settings: { readonly current: Settings };
  readonly options: StoredValue<BoothOptions>;
  readonly counts: StoredValue<BoothCounts>;
  readonly #targets: PlayableTargets;
  #visit = $state.raw<Visit>(ATTRACT);
  #now = $state.raw(performance.now());
  #photo = $state.raw<ImageBitmap | null>(null);
  #language = $state.raw<LanguageCode | null>(null);
  #languageAt = 0;
  readonly #retry = new CameraRetry();
  readonly #cues = new Cues();
  readonly #closing = new AbortController();
  readonly #stopFollowing: () => void;
  readonly #clock: ReturnType<typeof setInterval>;

  constructor({ settings, storage, pack, spawn, readySetup, program }: BoothParts) {
    const own = boothSettings(settings);
    this.#settings = own;
    this.options = new StoredValue(storage, KEPT.booth.name, parseBoothOptions);
    this.counts = new StoredValue(storage, KEPT.boothCounts.name, parseBoothCounts);
    this.live = new Live({
      settings: own,
      pack,
      spawn,
      readySetup,
      facesToRead: () => facesToRead(this.#visit),
    });
    const { pack: chosen } = this.options.current;
    if (chosen !== null) this.live.choosePack({ kind: 'shipped', id: chosen });
    this.#targets = new PlayableTargets({
      loaded: () => this.live.run?.parts.analyser.loaded ?? null,
      settings: own,
      pack: () => this.live.packRef,
      spawn,
      storage,
      program,
    });
    this.#stopFollowing = $effect.root(() => {
      $effect(() => {
        const { analysis } = this.live;
        if (analysis !== null) untrack(() => this.#seen());
      });
    });
    this.#clock = setInterval(() => this.#tick(), TICK_MS);
  }

  /** The page's, with what a booth has of its own. */
  get settings(): Settings {
    return this.#settings.current;
  }
  get visit(): Visit {
    return this.#visit;
  }
  /** Milliseconds on the frames' clock, renewed a few times a second. */
  get now(): number {
    return this.#now;
  }
  /** Whether there is anything to play: it is measured first what the model can read. */
  get playable(): boolean {
    return this.#targets.list.length > 0;
  }
  /** What share of the targets is measured, 0..1; null while nothing is measured. */
  get measured(): number | null {
    return this.#targets.progress;
  }
  /** The picture that the visitor asked for. */
  get photo(): ImageBitmap | null {
    return this.#photo;
  }
  /** The language that the visitor has chosen; null for the operator's. */
  get language(): LanguageCode | null {
    return this.#language;
  }
  /** Readings of the visitors, as they are shown, from left to right; null while one is not read. */
  get readings(): readonly (Reading | null)[] {
    const visit = this.#visit;
    const faces = 'visitors' in visit ? visit.visitors.map(({ face }) => face) : [];
    return faces.map((face) => this.live.shown.readings.get(face) ?? null);
  }

  /** Opens the camera; never rejects: what fails is the live session's. */
  start(): Promise<void> {
    return this.live.startCamera();
  }

  act(type: Act): void {
    this.#take({ type, at: performance.now() });
  }

  play(players: 1 | 2): void {
    const rounds = chooseRounds(this.#targets.list, ROUNDS, Math.random);
    this.#take({ type: 'play', at: performance.now(), players, rounds });
  }

  speak(language: LanguageCode): void {
    this.#language = language;
    this.#languageAt = performance.now();
  }

  /** Reads with another pack of the page from now on, where it works; never rejects. */
  async usePack(id: string): Promise<void> {
    try {
      const pack = { kind: 'shipped', id } as const;
      await this.live.usePack(pack, () => undefined, this.#closing.signal);
      this.options.change({ pack: id });
    } catch {
      // The one that reads goes on, and the panel shows which.
    }
  }

  /** Takes the picture that the camera shows now, where the visitor is shown a result. */
  async takePhoto(): Promise<void> {
    const { view } = this.live;
    if (view === null || this.#visit.stage !== 'result') return;
    const { game } = this.#visit;
    const photo = await createImageBitmap(view).catch(() => null);
    if (photo === null) return;
    const visit = this.#visit as Visit;
    const wanted = !this.#closing.signal.aborted && visit.stage === 'result' && visit.game === game;
    if (wanted) this.#show(photo);
    else photo.close();
  }

  /** Gives back everything it holds, for good. */
  close(): void {
    this.#closing.abort();
    this.#cues.close();
    clearInterval(this.#clock);
    this.#stopFollowing();
    this.#targets.close();
    this.#show(null);
    this.live.close();
  }

  #seen(): void {
    const { analysis, mirrored, readings, run, session } = this.live;
    // Before the model is loaded, nobody is asked whether they may be read.
    if (analysis === null || run === null || session.state !== 'running') return;
    const relaxing = this.#visit.stage === 'relaxing';
    const faces = seenFaces(
      analysis,
      mirrored,
      readings,
      (face) => relaxing && isAtRest(run, face),
    );
    this.#take({ type: 'frame', at: analysis.capturedAt, faces });
  }

  #tick(): void {
    const now = performance.now();
    this.#take({ type: 'clock', at: now });
    this.#retry.check(this.live, now);
    if (this.#visit.stage === 'attract' && now - this.#languageAt > LANGUAGE_MS) {
      this.#language = null;
    }
  }

  /** The visit after an event, whose time may lie a frame behind. */
  #take(event: VisitEvent): void {
    if (event.at < this.#now - CLOCK_FELL_MS) {
      // The page's clock fell: nobody knows how long anything has lasted.
      this.#now = event.at;
      this.#turnTo(ATTRACT, [{ type: 'wipe' }]);
      return;
    }
    this.#now = Math.max(this.#now, event.at);
    const relax = this.live.pack?.decision.rest !== undefined;
    const rules = rulesOf(this.options.current, { relax, playable: this.playable });
    const { visit, effects } = step(this.#visit, { ...event, at: this.#now }, rules);
    this.#turnTo(visit, effects);
  }

  #turnTo(visit: Visit, effects: readonly Effect[]): void {
    const came = visit.stage !== this.#visit.stage;
    const cue = cueOf(this.#visit, visit);
    if (cue !== null && this.options.current.sound) this.#cues.play(cue);
    this.#visit = visit;
    for (const effect of effects) this.#do(effect);
    if (!came) return;
    if (visit.stage !== 'result') this.#show(null);
    if (visit.stage === 'attract') this.#language = null;
  }

  #do(effect: Effect): void {
    switch (effect.type) {
      case 'confirm-rest':
        if (this.live.run !== null) confirmRest(this.live.run, effect.face);
        return;
      case 'wipe':
        this.live.run?.forget();
        return;
      case 'play':
        this.play(1);
        return;
      case 'count':
        this.counts.change({ [effect.what]: this.counts.current[effect.what] + 1 });
    }
  }

  #show(photo: ImageBitmap | null): void {
    this.#photo?.close();
    this.#photo = photo;
  }
}
