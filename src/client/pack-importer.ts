import type { Progress } from '../core/session/session.ts';
import { RequestBridge, type WorkerPort } from '../messaging/request-bridge.ts';
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

  /** A kept pack as a zip. Throws a FailureError where it is not there any more. */
  async zip(sha256: string): Promise<Blob> {
    return (await this.#bridge.ask({ type: 'zip', sha256 }, 'zipped')).zip;
  }

  close(): void {
    this.#bridge.close({ kind: 'analyser-crashed', reason: 'closed' });
  }
}
