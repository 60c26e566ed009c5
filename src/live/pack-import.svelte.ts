import { PackImporter } from '../client/pack-importer.ts';
import type { PackBlob, PackRef } from '../core/pack/pack-ref.ts';
import type { Progress } from '../core/session/session.ts';
import type { WorkerPort } from '../messaging/request-bridge.ts';
import type { PackAnswers } from '../packs/import/draft-pack.ts';
import type { ImportProblem } from '../packs/import/import-problem.ts';
import { networkFiles, type Made } from '../packs/import/make-pack.ts';
import type { Dropped, DroppedFile } from '../packs/import/open-dropped.ts';
import type { DroppedPack } from '../packs/import/read-pack.ts';
import { problemOf } from '../packs/import/run-problem.ts';
import { sortGraphs } from '../packs/import/sort-graphs.ts';
import type { StoredPacks } from '../storage/stored-packs.svelte.ts';
import type { BareHead, BareModel, ImportState, ImportStep } from './import-state.ts';
import type { Live } from './live.svelte.ts';
import { PackMaker } from './pack-maker.ts';

export interface ImportParts {
  readonly live: Pick<Live, 'usePack'>;
  readonly stored: Pick<StoredPacks, 'changed' | 'remove' | 'removeUnfinished'>;
  /** A worker that reads files. */
  readonly spawnImporter: () => WorkerPort;
  /** A worker that runs networks. */
  readonly spawnAnalyser: () => WorkerPort;
}

/** What an import works with, until it ends. */
interface Tools {
  readonly signal: AbortSignal;
  /** Started when it is first used. */
  readonly importer: PackImporter;
  readonly step: (step: ImportStep, progress?: Progress) => void;
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
    await this.#run(name, 'reading', async (tools) => {
      const dropped = await tools.importer.open(files);
      tools.signal.throwIfAborted();
      await this.#take(name, dropped, tools);
    });
  }

  /** Reads with a pack that is here already; what was under way is cancelled. Never rejects. */
  async use(ref: PackRef, name: string): Promise<void> {
    await this.#run(name, 'testing', async ({ step, signal }) => {
      await this.#parts.live.usePack(ref, (progress) => step('testing', progress), signal);
      // Whoever chose it from a list sees there that it reads.
      if (!signal.aborted) this.#state = { state: 'none' };
    });
  }

  /** Puts a head on a pack's encoder, and reads with both. Never rejects. */
  async attach(base: PackRef, { name, head }: BareHead): Promise<void> {
    await this.#run(name, 'making', async (tools) => {
      const made = await this.#make(tools, (maker) => maker.ofHead(base, head, name));
      if (made.kind === 'refused') this.#refuse(name, made.problems);
      else await this.#try(made.dropped, tools);
    });
  }

  /** Makes a pack of bare networks, and reads with it. Never rejects. */
  async answer(model: BareModel, answers: PackAnswers): Promise<void> {
    await this.#run(
      model.name,
      'making',
      async (tools) => {
        const made = await this.#make(tools, (maker) => maker.ofNetworks(model.files, answers));
        if (made.kind === 'refused') this.#ask(model, made.problems);
        else await this.#try(made.dropped, tools);
      },
      (problem) => {
        this.#ask(model, [problem]);
      },
    );
  }

  /** Makes a pack of bare networks, to be saved; null where that fails, which is said. Never rejects. */
  async zipOf(model: BareModel, answers: PackAnswers): Promise<Blob | null> {
    let zip: Blob | null = null;
    await this.#run(model.name, 'making', async (tools) => {
      const made = await this.#make(tools, (maker) => maker.ofNetworks(model.files, answers));
      if (made.kind === 'pack') zip = await tools.importer.zip(made.dropped.ref.files);
      this.#ask(model, made.kind === 'pack' ? [] : made.problems);
    });
    return zip;
  }

  /** A pack's files as a zip; null where they are not there any more, which is said. Never rejects. */
  async zipFiles(name: string, files: () => Promise<ReadonlyMap<string, PackBlob>>) {
    const importer = new PackImporter(this.#parts.spawnImporter(), () => undefined);
    try {
      return await importer.zip(await files());
    } catch (error) {
      this.#refuse(name, [problemOf(error)]);
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

  async #run(
    name: string,
    first: ImportStep,
    work: (tools: Tools) => Promise<void>,
    refuse = (problem: ImportProblem) => {
      this.#refuse(name, [problem]);
    },
  ) {
    this.#running.abort();
    const controller = (this.#running = new AbortController());
    const { signal } = controller;
    let current = first;
    const step = (next: ImportStep, progress: Progress = NO_PROGRESS) => {
      if (signal.aborted) return;
      current = next;
      this.#state = { state: 'busy', name, step: next, progress };
    };
    let importer = null as PackImporter | null;
    const open = () =>
      new PackImporter(this.#parts.spawnImporter(), (progress) => {
        step(current, progress);
      });
    signal.addEventListener('abort', () => importer?.close());
    const tools: Tools = {
      signal,
      step,
      get importer() {
        return (importer ??= open());
      },
    };
    step(first);
    try {
      await work(tools);
    } catch (error) {
      if (!signal.aborted) refuse(problemOf(error));
    } finally {
      importer?.close();
    }
  }

  async #take(name: string, dropped: Dropped, tools: Tools): Promise<void> {
    switch (dropped.kind) {
      case 'pack':
        return this.#try(dropped.dropped, tools);
      case 'refused':
        this.#refuse(name, dropped.problems);
        return;
      case 'graphs': {
        const { encoder, head } = sortGraphs(dropped.graphs);
        this.#ask({ name, encoder, head, files: networkFiles(dropped.graphs, dropped.files) }, []);
        return;
      }
      case 'head':
        this.#state = { state: 'head', head: { name: dropped.file, head: dropped.head } };
    }
  }

  /** Keeps it first, so that the analyser reads it from where it stays. */
  async #try(dropped: DroppedPack, { importer, signal, step }: Tools): Promise<void> {
    const { live, stored } = this.#parts;
    const { pack, ref } = dropped;
    step('keeping');
    const kept = await importer.keep(dropped).catch(async (error: unknown) => {
      await stored.removeUnfinished();
      throw error;
    });
    const { sha256 } = ref;
    try {
      signal.throwIfAborted();
      step('testing');
      const used: PackRef = kept === null ? ref : { kind: 'stored', sha256 };
      await live.usePack(used, (progress) => step('testing', progress), signal);
    } catch (error) {
      if (kept?.added === true) await stored.remove(sha256);
      throw error;
    }
    if (kept?.added === true) await stored.changed();
    // Somebody may have gone on to another model meanwhile.
    if (!signal.aborted) this.#state = { state: 'done', pack, kept: kept !== null };
  }

  async #make(
    { importer, signal }: Tools,
    work: (maker: PackMaker) => Promise<Made>,
  ): Promise<Made> {
    const maker = new PackMaker(importer, this.#parts.spawnAnalyser);
    const close = () => {
      maker.close();
    };
    signal.addEventListener('abort', close);
    try {
      const made = await work(maker);
      signal.throwIfAborted();
      return made;
    } finally {
      signal.removeEventListener('abort', close);
      close();
    }
  }

  #ask(model: BareModel, problems: readonly ImportProblem[]): void {
    this.#state = { state: 'networks', model, problems };
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
