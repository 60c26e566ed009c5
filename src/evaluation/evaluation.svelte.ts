import type { Notice } from '../core/session/notice.ts';
import type { PackRef } from '../core/pack/pack-ref.ts';
import type { Thresholds } from '../core/blemore/prediction.ts';
import type { Settings } from '../core/session/settings.ts';
import type { WorkerPort } from '../messaging/request-bridge.ts';
import { ChosenFiles, hasUses } from './chosen-files.svelte.ts';
import type { Download } from './exports/download.ts';
import { framesFile } from './exports/frames.ts';
import { predictionsFile, submission } from './exports/predictions.ts';
import { reportFile } from './exports/report.ts';
import type { InputSummary } from './inputs/input-summary.ts';
import { KeptResults } from './kept-results.svelte.ts';
import type { EvaluationPlatform } from './platform.ts';
import { Runner } from './runner.svelte.ts';
import type { Decoder } from './scores/decoder.ts';
import { scoredOf } from './scored.ts';
import { Scoring } from './scoring.svelte.ts';
import { SecondEvaluation } from './second-evaluation.svelte.ts';

export interface EvaluationParts {
  /** Which head, backend, detector range and detection policy: those of the live page. */
  readonly settings: { readonly current: Settings };
  /** Names the pack that a run reads with. */
  readonly pack: () => PackRef;
  readonly platform: EvaluationPlatform;
  readonly spawn: () => WorkerPort;
}

/** Clips in, figures out: the state and the verbs of the evaluation page. Every field is reactive. */
export class Evaluation {
  /** False where the browser has no WebCodecs: clips cannot be decoded, predictions can be scored. */
  readonly canDecode: boolean;
  /** Whether the page has a secure address, without which it cannot. */
  readonly secure: boolean;
  readonly #settings: { readonly current: Settings };
  readonly #pack: () => PackRef;
  readonly #kept: KeptResults;
  readonly #runner: Runner;
  readonly #scoring: Scoring;

  /** A second pack, whose answers on the same clips are compared with the first's. */
  readonly second: SecondEvaluation;
  readonly #chosen = new ChosenFiles();
  /** About the files that were offered last. */
  #notice = $state.raw<Notice | null>(null);
  #every = $state.raw(1);

  constructor({ settings, pack, platform, spawn }: EvaluationParts) {
    this.canDecode = platform.canDecode;
    this.secure = platform.secure;
    this.#settings = settings;
    this.#pack = pack;
    this.#kept = new KeptResults(platform.openStore);
    const parts = { platform, kept: this.#kept, spawn };
    this.#runner = new Runner(parts);
    this.second = new SecondEvaluation(parts, this.#chosen);
    this.#scoring = new Scoring(scoredOf(this.#runner, this.#chosen));
  }

  get state() {
    return this.#atWork.state;
  }
  get inputs(): InputSummary {
    return this.#chosen.summary;
  }
  /** What is wrong with the files that were added, in their order. */
  get problems() {
    return this.#chosen.inputs.problems;
  }
  /** By name. */
  get rows() {
    return this.#scoring.rows;
  }
  /** Null before the first run of these clips. */
  get progress() {
    return this.#atWork.progress;
  }
  /** The analyser's, of the last run; null before one. So is the backend. */
  get pack() {
    return this.#runner.pack;
  }
  get backend() {
    return this.#runner.backend;
  }
  get notice() {
    return this.#notice ?? this.#atWork.notice;
  }
  /** Finished clips kept on this device; null where the browser keeps nothing. */
  get kept() {
    return this.#kept.count;
  }
  /** False where the browser keeps no results, or has no more room: they last as long as the page. */
  get lasting() {
    return this.#kept.lasting;
  }
  /** Every frame is analysed, or every n-th; a change counts from the next `start` on. */
  get every() {
    return this.#every;
  }
  get decoder() {
    return this.#scoring.decoder;
  }
  /** The rule's α and β: the pack's at first. A change re-scores at once. */
  get thresholds() {
    return this.#scoring.thresholds;
  }
  /** Whether clips are also read against each actor's own neutral; null where the pack cannot. */
  get ownNeutral() {
    return this.#scoring.ownNeutral;
  }
  /** Empty as long as no labelled row has a prediction. */
  get scores() {
    return this.#scoring.scores;
  }
  /** The rule at every α and β; null while clips are running and where nothing can be scored. */
  get grid() {
    return this.#scoring.grid;
  }
  /** Figures to hold the scores against: trivial answers on these very labels, published baselines. */
  get references() {
    return this.#scoring.references;
  }

  /**
   * Adds clips, metadata or predictions; not while a run is on.
   * @param unreadable names of files that were meant, too, and cannot be read
   */
  async add(files: readonly File[], unreadable: readonly string[] = []): Promise<void> {
    if (this.#atWork.active) {
      this.#notice = { kind: 'files-untimely' };
      return;
    }
    const useless = unreadable.length === 0 && !hasUses(files);
    this.#notice = useless ? { kind: 'files-useless' } : null;
    if (!(await this.#chosen.add(files, unreadable))) return;
    for (const runner of [this.#runner, this.second.runner]) runner.reopen();
  }

  /** Forgets all files and results of this page; what is kept on the device stays. */
  clear(): void {
    this.#chosen.clear();
    this.#notice = null;
    for (const runner of [this.#runner, this.second.runner]) runner.clear();
  }

  /** Starts, or goes on after a cancelled or failed run: finished clips are not analysed again. */
  async start(): Promise<void> {
    const files = this.#chosen.inputs.entries.flatMap(({ file }) => file ?? []);
    if (files.length === 0) return;
    const { head, backend, range, detection } = this.#settings.current;
    const setup = { pack: this.#pack(), head, backend, range, purpose: 'evaluation' } as const;
    const request = { files, setup, every: this.#every, detection };
    this.second.runner.reopen();
    await this.#runner.start(request);
    await this.second.follow(this.#runner, request);
  }

  pause(): void {
    this.#atWork.pause();
  }

  resume(): void {
    this.#atWork.resume();
  }

  /** Back to idle; finished clips stay, the one at work is dropped. */
  cancel(): void {
    this.#atWork.cancel();
  }

  /** Deletes the results kept on this device; the page still shows what it has. */
  async deleteKept(): Promise<void> {
    await this.#kept.clear();
  }

  dismissNotice(): void {
    this.#notice = null;
    this.#atWork.dismissNotice();
  }

  setEvery(frames: number): void {
    this.#every = Math.max(1, Math.round(frames));
  }

  setDecoder(decoder: Decoder): void {
    for (const scoring of [this.#scoring, this.second.scoring]) scoring.choose(decoder);
  }

  setThresholds(thresholds: Thresholds): void {
    this.#scoring.setThresholds(thresholds);
  }

  setOwnNeutral(on: boolean): void {
    this.#scoring.setOwnNeutral(on);
  }

  /** Back to the pack's α and β. */
  resetThresholds(): void {
    this.#scoring.setThresholds(null);
  }

  /** The challenge's template, of the chosen decoder. */
  predictionsFile(): Download {
    return predictionsFile(this.rows);
  }

  /** The same, zipped as CodaBench takes it. */
  submission(): Download {
    return submission(this.rows);
  }

  /** One line for every analysed frame. */
  framesFile(): Download {
    return framesFile(this.rows, this.#runner.settings?.every ?? 1);
  }

  /** Everything a figure can be traced by. */
  report(): Download {
    const { pack, backend, decoder, thresholds, rows, problems, scores, grid, references } = this;
    const { settings } = this.#runner;
    return reportFile(
      { pack, backend, settings, decoder, thresholds, rows, problems, scores, grid, references },
      new Date(),
    );
  }

  /** Somebody looks again: what is kept may have been deleted in the settings. */
  enter(): void {
    void this.#kept.recount();
  }

  /**
   * Rests while nobody looks: whoever looks at the live page wants all of the processor for it. A run
   * can be resumed where it was; without one the worker is given back.
   */
  leave(): void {
    if (this.state.state === 'running') this.pause();
    else if (this.state.state !== 'paused') this.close();
  }

  /** Ends a run and gives back the worker; the page can be used again. */
  close(): void {
    for (const runner of [this.#runner, this.second.runner]) runner.close();
  }

  /** The runner that works, or has worked last. */
  get #atWork(): Runner {
    return this.second.runs ? this.second.runner : this.#runner;
  }
}
