import type { Notice } from '../core/session/notice.ts';
import type { Thresholds } from '../core/blemore/prediction.ts';
import type { WorkerPort } from '../client/analyser-client.ts';
import type { SettingsStore } from '../live/live-page.ts';
import type { EvaluationPage, InputSummary } from './evaluation-page.ts';
import type { Download } from './exports/download.ts';
import { framesFile } from './exports/frames.ts';
import { predictionsFile, submission } from './exports/predictions.ts';
import { reportFile } from './exports/report.ts';
import { fileKind } from './inputs/file-kind.ts';
import { NO_INPUTS, readInputs, type Inputs } from './inputs/read-inputs.ts';
import { KeptResults } from './kept-results.svelte.ts';
import type { EvaluationPlatform } from './platform.ts';
import { Runner } from './runner.svelte.ts';
import type { Decoder } from './scores/decoder.ts';
import { foldsOf } from './scores/scores.ts';
import { Scoring } from './scoring.svelte.ts';

export interface EvaluationParts {
  /** Which head, backend, detector range and detection policy: those of the live page. */
  readonly settings: Pick<SettingsStore, 'current'>;
  readonly packUrl: string;
  readonly platform: EvaluationPlatform;
  readonly spawn: () => WorkerPort;
}

/** Clips in, figures out: the state of the evaluation page. */
export class Evaluation implements EvaluationPage {
  readonly canDecode: boolean;
  readonly #settings: Pick<SettingsStore, 'current'>;
  readonly #packUrl: string;
  readonly #kept: KeptResults;
  readonly #runner: Runner;
  readonly #scoring: Scoring;

  #files: readonly File[] = [];
  #inputs = $state.raw<Inputs>(NO_INPUTS);
  /** About the files that were offered last. */
  #notice = $state.raw<Notice | null>(null);
  #every = $state.raw(1);
  readonly #summary = $derived.by(() => summaryOf(this.#inputs));

  constructor({ settings, packUrl, platform, spawn }: EvaluationParts) {
    this.canDecode = platform.canDecode;
    this.#settings = settings;
    this.#packUrl = packUrl;
    this.#kept = new KeptResults(platform.openStore);
    this.#runner = new Runner({ platform, kept: this.#kept, spawn });
    this.#scoring = new Scoring(this.#scored());
  }

  get state() {
    return this.#runner.state;
  }
  get inputs(): InputSummary {
    return this.#summary;
  }
  get problems() {
    return this.#inputs.problems;
  }
  get rows() {
    return this.#scoring.rows;
  }
  get progress() {
    return this.#runner.progress;
  }
  get pack() {
    return this.#runner.pack;
  }
  get backend() {
    return this.#runner.backend;
  }
  get notice() {
    return this.#notice ?? this.#runner.notice;
  }
  get kept() {
    return this.#kept.count;
  }
  get every() {
    return this.#every;
  }
  get decoder() {
    return this.#scoring.decoder;
  }
  get thresholds() {
    return this.#scoring.thresholds;
  }
  get scores() {
    return this.#scoring.scores;
  }
  get grid() {
    return this.#scoring.grid;
  }
  get references() {
    return this.#scoring.references;
  }

  async add(files: readonly File[], unreadable: readonly string[] = []): Promise<void> {
    this.#notice = this.#noticeOf(files, unreadable);
    if (this.#runner.active) return;
    this.#files = [...this.#files, ...files.filter((file) => !this.#has(file))];
    const all = this.#files;
    const inputs = await readInputs(all);
    // More may have been added meanwhile: the newest reading is of everything.
    if (all !== this.#files) return;
    const gone = unreadable.map((file) => ({ kind: 'file-unreadable', file }) as const);
    this.#inputs = { ...inputs, problems: [...inputs.problems, ...gone] };
    this.#runner.reopen();
  }

  clear(): void {
    this.#files = [];
    this.#inputs = NO_INPUTS;
    this.#notice = null;
    this.#runner.clear();
  }

  async start(): Promise<void> {
    const files = this.#inputs.entries.flatMap(({ file }) => file ?? []);
    if (files.length === 0) return;
    const { head, backend, range, detection } = this.#settings.current;
    const setup = { packUrl: this.#packUrl, head, backend, range, purpose: 'evaluation' } as const;
    await this.#runner.start({ files, setup, every: this.#every, detection });
  }

  pause(): void {
    this.#runner.pause();
  }

  resume(): void {
    this.#runner.resume();
  }

  cancel(): void {
    this.#runner.cancel();
  }

  async deleteKept(): Promise<void> {
    await this.#kept.clear();
  }

  dismissNotice(): void {
    this.#notice = null;
    this.#runner.dismissNotice();
  }

  setEvery(frames: number): void {
    this.#every = Math.max(1, Math.round(frames));
  }

  setDecoder(decoder: Decoder): void {
    this.#scoring.choose(decoder);
  }

  setThresholds(thresholds: Thresholds): void {
    this.#scoring.setThresholds(thresholds);
  }

  resetThresholds(): void {
    this.#scoring.setThresholds(null);
  }

  predictionsFile(): Download {
    return predictionsFile(this.rows);
  }

  submission(): Download {
    return submission(this.rows);
  }

  framesFile(): Download {
    return framesFile(this.rows, this.#runner.settings?.every ?? 1);
  }

  report(): Download {
    const { pack, backend, decoder, thresholds, rows, problems, scores, grid, references } = this;
    const { settings } = this.#runner;
    return reportFile(
      { pack, backend, settings, decoder, thresholds, rows, problems, scores, grid, references },
      new Date(),
    );
  }

  close(): void {
    this.#runner.close();
  }

  #noticeOf(files: readonly File[], unreadable: readonly string[]): Notice | null {
    if (this.#runner.active) return { kind: 'files-untimely' };
    const useless = files.every(({ name }) => fileKind(name) === 'hidden');
    return useless && unreadable.length === 0 ? { kind: 'files-useless' } : null;
  }

  /** The same file, chosen again. */
  #has(file: File): boolean {
    return this.#files.some(
      ({ name, size, lastModified }) =>
        name === file.name && size === file.size && lastModified === file.lastModified,
    );
  }

  #scored(): ConstructorParameters<typeof Scoring>[0] {
    const runner = this.#runner;
    const entries = () => this.#inputs.entries;
    return {
      get entries() {
        return entries();
      },
      get clips() {
        return runner.clips;
      },
      get active() {
        return runner.active;
      },
      get thresholds() {
        const { pack } = runner;
        return pack && { alpha: pack.decision.alpha, beta: pack.decision.beta };
      },
    };
  }
}

function summaryOf({ kind, entries }: Inputs): InputSummary {
  const labels = entries.flatMap(({ label }) => (label === null ? [] : [label]));
  return {
    kind,
    rows: entries.length,
    labelled: labels.length,
    blends: labels.filter((label) => label.length === 2).length,
    folds: foldsOf(entries),
  };
}
