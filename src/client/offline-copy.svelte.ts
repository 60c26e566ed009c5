import type { OfflineRequest } from '../offline/messages.ts';

/** As often as a page that is never left looks for a new version. */
const LOOK_EVERY_MS = 3_600_000;

export interface OfflineParts {
  /** Null where the browser has no service workers, or the page no secure address. */
  readonly container: ServiceWorkerContainer | null;
  /** Shows the page anew. */
  readonly reload: () => void;
}

/**
 * The copy of the page that a service worker keeps on this device. Nothing here rejects: where no
 * copy can be kept the page works as long as its server does.
 */
export class OfflineCopy {
  readonly #container: ServiceWorkerContainer | null;
  readonly #reload: () => void;
  readonly #closed = new AbortController();
  #registration: ServiceWorkerRegistration | null = null;
  #complete = $state.raw(false);
  #updateReady = $state.raw(false);
  #accepted = false;
  #allWanted = false;

  constructor({ container, reload }: OfflineParts) {
    this.#container = container;
    this.#reload = reload;
  }

  /** Whether all of the program is kept; the model's files are kept by the analyser. */
  get complete(): boolean {
    return this.#complete;
  }

  /** Whether a new version is on this device, whole, and waits to be taken. */
  get updateReady(): boolean {
    return this.#updateReady;
  }

  /** Starts the service worker, which keeps what the page has fetched so far. */
  async start(script: URL): Promise<void> {
    if (this.#container === null) return;
    const { signal } = this.#closed;
    try {
      // Another tab may have taken the new version: this one goes on with its own until asked.
      const controlled = this.#container.controller !== null;
      this.#container.addEventListener('controllerchange', () => this.#onTakenOver(controlled), {
        signal,
      });
      const registration = await this.#container.register(script, { updateViaCache: 'none' });
      if (signal.aborted) return;
      this.#registration = registration;
      this.#watch(registration);
      const timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
      signal.addEventListener('abort', () => clearInterval(timer));
      if (this.#allWanted) await this.keepAll();
    } catch {
      // Refused, or the server has no worker: there is no copy then.
    }
  }

  /** Looks whether the server has a new version. */
  async look(): Promise<void> {
    await this.#registration?.update().catch(() => undefined);
  }

  /** Keeps the rest of the program, or does once started: then all of it starts without a network. */
  async keepAll(): Promise<void> {
    this.#allWanted = true;
    if (this.#container === null || this.#registration === null) return;
    const { active } = await this.#container.ready;
    if (active === null) return;
    this.#complete = await new Promise<boolean>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<boolean>) => {
        port1.close();
        resolve(data);
      };
      ask(active, { type: 'keep-all' }, [port2]);
    });
  }

  /** Takes the new version, which shows the page anew. */
  takeUpdate(): void {
    this.#accepted = true;
    const waiting = this.#registration?.waiting ?? null;
    if (waiting === null) this.#reload();
    else ask(waiting, { type: 'take-over' });
  }

  close(): void {
    this.#closed.abort();
  }

  #watch(registration: ServiceWorkerRegistration): void {
    const { signal } = this.#closed;
    if (registration.waiting !== null) this.#updateReady = true;
    registration.addEventListener(
      'updatefound',
      () => {
        const { installing } = registration;
        installing?.addEventListener(
          'statechange',
          () => {
            // The first version has nobody to wait for.
            if (installing.state === 'installed' && registration.active !== null) {
              this.#updateReady = true;
            }
          },
          { signal },
        );
      },
      { signal },
    );
  }

  #onTakenOver(controlled: boolean): void {
    if (this.#accepted) this.#reload();
    else if (controlled) this.#updateReady = true;
  }
}

function ask(worker: ServiceWorker, request: OfflineRequest, transfer: Transferable[] = []): void {
  worker.postMessage(request, transfer);
}
