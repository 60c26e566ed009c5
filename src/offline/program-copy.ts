import { KEPT } from '../core/session/kept-places.ts';
import type { OfflineFiles, ProgramFile } from './files.ts';

/** What a copy is made with; a test has its own. */
export interface Network {
  readonly caches: Pick<CacheStorage, 'open'>;
  fetch(address: string, init?: RequestInit): Promise<Response>;
}

/** Headers of how a body travelled: it is kept decoded. */
const OF_TRANSPORT = ['content-encoding', 'content-length', 'transfer-encoding'];

/**
 * The program in Cache Storage, each file under its address and its SHA-256: versions lie side by
 * side, and what did not change is not fetched again.
 */
export class ProgramCopy {
  readonly #network: Network;
  readonly #scope: string;
  readonly #headers: OfflineFiles['headers'];
  readonly #byPath: ReadonlyMap<string, ProgramFile>;

  /** @param scope the page's own address, with a slash at its end */
  constructor(network: Network, scope: string, { program, headers }: OfflineFiles) {
    this.#network = network;
    this.#scope = scope;
    this.#headers = headers;
    this.#byPath = new Map(program.map((file) => [file.path, file]));
  }

  /** The file of the program that lies at an address; null where there is none. */
  fileAt(address: string): ProgramFile | null {
    if (!address.startsWith(this.#scope)) return null;
    const [path] = address.slice(this.#scope.length).split(/[?#]/);
    return this.#byPath.get(path === 'index.html' ? '' : (path ?? '')) ?? null;
  }

  /**
   * Fetches a file, unless it is kept already, and keeps it.
   * Rejects where it does not arrive whole and as it was built, or there is no room for it.
   */
  async keep(file: ProgramFile): Promise<void> {
    const cache = await this.#open();
    const key = this.#keyOf(file);
    if ((await cache.match(key)) === undefined) await cache.put(key, await this.#fetch(file));
  }

  /** A file as it is kept, or as it arrives: then it is kept, if there is room. Rejects as `keep`. */
  async answer(file: ProgramFile): Promise<Response> {
    const cache = await this.#open();
    const key = this.#keyOf(file);
    const kept = await cache.match(key);
    if (kept !== undefined) return kept;
    const response = await this.#fetch(file);
    await cache.put(key, response.clone()).catch(() => undefined);
    return response;
  }

  async keepAll(files: readonly ProgramFile[] = [...this.#byPath.values()]): Promise<void> {
    await Promise.all(files.map((file) => this.keep(file)));
  }

  /** Deletes what belongs to other versions of the page at this address. */
  async prune(): Promise<void> {
    const cache = await this.#open();
    const own = new Set([...this.#byPath.values()].map((file) => this.#keyOf(file)));
    const old = (await cache.keys()).filter(
      ({ url }) => url.startsWith(this.#scope) && !own.has(url),
    );
    await Promise.all(old.map((request) => cache.delete(request)));
  }

  /** Rejects where it does not arrive whole and as it was built. */
  async #fetch(file: ProgramFile): Promise<Response> {
    const response = await this.#network.fetch(this.#scope + file.path, {
      integrity: file.integrity,
      // The browser's own copy of a file whose name has a hash is good; of others the server knows.
      cache: file.path.startsWith('assets/') ? 'default' : 'no-cache',
    });
    if (!response.ok) throw new Error(`${file.path} was answered with status ${response.status}`);
    return this.#complete(response);
  }

  #open(): Promise<Cache> {
    return this.#network.caches.open(KEPT.program.name);
  }

  #keyOf({ path, integrity }: ProgramFile): string {
    return `${this.#scope}${path}?${encodeURIComponent(integrity)}`;
  }

  /** A response with the security headers, also where the host sends none. */
  #complete(response: Response): Response {
    const headers = new Headers(response.headers);
    for (const name of OF_TRANSPORT) headers.delete(name);
    for (const [name, value] of Object.entries(this.#headers)) {
      if (!headers.has(name)) headers.set(name, value);
    }
    return new Response(response.body, { status: response.status, headers });
  }
}
