import type { PackBlob, PackRef } from '../core/pack/pack-ref.ts';
import type { Progress } from '../core/session/session.ts';
import { RequestBridge, type WorkerPort } from '../messaging/request-bridge.ts';
import type { CheckpointHead } from '../packs/checkpoint/read-checkpoint.ts';
import type { Computed, Drafted, PackAnswers, PackDraft } from '../packs/import/draft-pack.ts';
import type { Made, NetworkFiles } from '../packs/import/make-pack.ts';
import type { ImportAnswer, ImportRequest } from '../packs/import/messages.ts';
import type { Dropped, DroppedFile } from '../packs/import/open-dropped.ts';
import type { DroppedPack } from '../packs/import/read-pack.ts';
import type { Kept } from '../packs/stored/keep-pack.ts';

/** A worker that reads, checks and keeps what a visitor brings. Closing it cancels what it does. */
export class PackImporter {
  readonly #bridge: RequestBridge<ImportRequest, ImportAnswer, Progress>;

  constructor(worker: WorkerPort, progress: (progress: Progress) => void) {
    const accepts = (_: ImportRequest, open: readonly ImportRequest[]) => open.length === 0;
    this.#bridge = new RequestBridge(worker, { name: 'importer', accepts, progress });
  }

  /** What is found among files. Throws a FailureError where the worker breaks down. */
  async open(files: readonly DroppedFile[]): Promise<Dropped> {
    return (await this.#bridge.ask({ type: 'open', files }, 'opened')).dropped;
  }

  /** Copies a pack to this device; null where the browser keeps no files, or has no room. */
  async keep(dropped: DroppedPack): Promise<Kept | null> {
    return (await this.#bridge.ask({ type: 'keep', dropped }, 'kept')).kept;
  }

  /** A pack's files as a zip. Throws a FailureError where they are not there any more. */
  async zip(files: ReadonlyMap<string, PackBlob>): Promise<Blob> {
    return (await this.#bridge.ask({ type: 'zip', files }, 'zipped')).zip;
  }

  /** A pack of another's encoder and a head. Throws a FailureError where that pack cannot be had. */
  async attach(pack: PackRef, head: CheckpointHead, file: string): Promise<Made> {
    return (await this.#bridge.ask({ type: 'attach', pack, head, file }, 'made')).made;
  }

  /** The beginning of a pack of bare networks, or the answers that do not fit them. */
  async draft(files: NetworkFiles, answers: PackAnswers): Promise<Drafted> {
    return (await this.#bridge.ask({ type: 'draft', files, answers }, 'drafted')).drafted;
  }

  /** The pack, once it is known what its networks compute. */
  async finish(files: NetworkFiles, draft: PackDraft, computed: Computed): Promise<Made> {
    return (await this.#bridge.ask({ type: 'finish', files, draft, computed }, 'made')).made;
  }

  close(): void {
    this.#bridge.close({ kind: 'analyser-crashed', reason: 'closed' });
  }
}
