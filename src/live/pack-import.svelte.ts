import { PackImporter } from '../client/pack-importer.ts';
import type { PackRef } from '../core/pack/pack-ref.ts';
import type { ModelPack } from '../core/pack/schema.ts';
import { failureOf } from '../core/session/failure.ts';
import type { Progress } from '../core/session/session.ts';
import type { WorkerPort } from '../messaging/request-bridge.ts';
import type { ImportProblem } from '../packs/import/import-problem.ts';
import type { Dropped, DroppedFile } from '../packs/import/open-dropped.ts';
import type { DroppedPack } from '../packs/import/read-pack.ts';
import { runProblem } from '../packs/import/run-problem.ts';
import type { StoredPack } from '../packs/stored/pack-folder.ts';
import type { StoredPacks } from '../storage/stored-packs.svelte.ts';
import type { Live } from './live.svelte.ts';

/** What is being done with a model that a visitor brings. */
export type ImportStep = 'reading' | 'keeping' | 'testing';

/** Where an import stands; `name` is what was dropped. */
export type ImportState =
  | { readonly state: 'none' }
  | {
      readonly state: 'busy';
      readonly name: string;
      readonly step: ImportStep;
      readonly progress: Progress;
    }
  | {
      readonly state: 'refused';
      readonly name: string;
      readonly problems: readonly ImportProblem[];
    }
  /** It reads now. */
  | {
      readonly state: 'done';
      readonly pack: ModelPack;
      /** Whether it is kept on this device, or gone with the tab. */
      readonly kept: boolean;
    };

export interface ImportParts {
  readonly live: Pick<Live, 'usePack' | 'pack'>;
  readonly stored: Pick<StoredPacks, 'changed' | 'remove'>;
  readonly spawn: () => WorkerPort;
}

const NO_PROGRESS: Progress = { loaded: 0, total: 0 };

/** Checks, keeps and tries a model that a visitor brings, while the one that reads goes on. */
export class PackImport {
  readonly #parts: ImportParts;
  #state = $state.raw<ImportState>({ state: 'none' });
  #running = new AbortController();

  constructor(parts: ImportParts) {
    this.#parts = parts;
  }

  get state(): ImportState {
    return this.#state;
  }

  /** Takes what was dropped; what was under way is cancelled. Never rejects. */
  async open(files: readonly DroppedFile[]): Promise<void> {
    const name = nameOf(files);
    await this.#run(name, async (signal) => {
      const importer = this.#importer(signal, name);
      const dropped = await importer.open(files);
      signal.throwIfAborted();
      await this.#take(name, dropped, importer, signal);
    });
  }

  /** Reads with a pack that is here already; what was under way is cancelled. Never rejects. */
  async use(ref: PackRef, name: string): Promise<void> {
    await this.#run(name, async (signal) => {
      const { live } = this.#parts;
      await live.usePack(ref, (progress) => this.#busy(name, 'testing', progress), signal);
      // Whoever chose it from a list sees there that it reads.
      this.#state = { state: 'none' };
    });
  }

  /** A kept pack as a zip; null where it is not there any more, which is said. Never rejects. */
  async zipOf({ sha256, pack }: StoredPack): Promise<Blob | null> {
    const importer = new PackImporter(this.#parts.spawn(), () => undefined);
    try {
      return await importer.zip(sha256);
    } catch (error) {
      this.#refuse(pack.name, [runProblem(failureOf(error))]);
      return null;
    } finally {
      importer.close();
    }
  }

  /** Ends what is under way and forgets what was said; the model that reads stays. */
  dismiss(): void {
    this.#running.abort();
    this.#state = { state: 'none' };
  }

  /** Ends what is under way, for good. */
  close(): void {
    this.dismiss();
  }

  async #run(name: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#running.abort();
    const controller = (this.#running = new AbortController());
    const { signal } = controller;
    this.#busy(name, 'reading', NO_PROGRESS);
    try {
      await work(signal);
    } catch (error) {
      if (signal.aborted) return;
      this.#refuse(name, [runProblem(failureOf(error))]);
    } finally {
      // Ends the importer.
      controller.abort();
    }
  }

  async #take(
    name: string,
    dropped: Dropped,
    importer: PackImporter,
    signal: AbortSignal,
  ): Promise<void> {
    switch (dropped.kind) {
      case 'pack':
        return this.#try(name, dropped.dropped, importer, signal);
      case 'refused':
        this.#refuse(name, dropped.problems);
        return;
      case 'graphs':
      case 'head':
        this.#refuse(name, [{ kind: 'nothing-found' }]);
    }
  }

  /** Keeps it first, so that the analyser reads it from where it stays. */
  async #try(
    name: string,
    dropped: DroppedPack,
    importer: PackImporter,
    signal: AbortSignal,
  ): Promise<void> {
    const { live, stored } = this.#parts;
    const { pack, ref } = dropped;
    this.#busy(name, 'keeping', NO_PROGRESS);
    const kept = await importer.keep(dropped);
    const { sha256 } = ref;
    try {
      signal.throwIfAborted();
      this.#busy(name, 'testing', NO_PROGRESS);
      const used: PackRef = kept === null ? ref : { kind: 'stored', sha256 };
      const progress = (step: Progress) => {
        this.#busy(name, 'testing', step);
      };
      await live.usePack(used, progress, signal);
    } catch (error) {
      if (kept?.added === true) await stored.remove(sha256);
      throw error;
    }
    if (kept?.added === true) await stored.changed();
    this.#state = { state: 'done', pack, kept: kept !== null };
  }

  #importer(signal: AbortSignal, name: string): PackImporter {
    const importer = new PackImporter(this.#parts.spawn(), (progress) => {
      if (this.#state.state === 'busy') this.#busy(name, this.#state.step, progress);
    });
    signal.addEventListener('abort', () => {
      importer.close();
    });
    return importer;
  }

  #busy(name: string, step: ImportStep, progress: Progress): void {
    this.#state = { state: 'busy', name, step, progress };
  }

  #refuse(name: string, problems: readonly ImportProblem[]): void {
    this.#state = { state: 'refused', name, problems };
  }
}

/** Of one file its name, of a folder the folder's. */
function nameOf(files: readonly DroppedFile[]): string {
  const [first] = files;
  if (first === undefined) return '';
  const [folder = ''] = first.path.split('/');
  return files.every(({ path }) => path.startsWith(`${folder}/`) || path === folder)
    ? folder
    : first.path;
}
