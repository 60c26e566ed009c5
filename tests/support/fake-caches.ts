/** Cache Storage in memory, as far as it is used: by address, with the search or without. */
export class FakeCaches {
  readonly #stores = new Map<string, Map<string, Response>>();
  /** Fails every `put` while true, as where there is no room. */
  full = false;

  has(name: string): Promise<boolean> {
    return Promise.resolve(this.#stores.has(name));
  }

  delete(name: string): Promise<boolean> {
    return Promise.resolve(this.#stores.delete(name));
  }

  open(name: string): Promise<Cache> {
    const store = this.#stores.get(name) ?? new Map<string, Response>();
    this.#stores.set(name, store);
    const addressOf = (request: RequestInfo | URL): string =>
      request instanceof Request ? request.url : new URL(request, 'https://page.example/').href;
    const cache: Pick<Cache, 'match' | 'put' | 'delete' | 'keys'> = {
      match: (request) => Promise.resolve(store.get(addressOf(request))?.clone()),
      put: (request, response) => {
        if (this.full) return Promise.reject(new DOMException('', 'QuotaExceededError'));
        store.set(addressOf(request), response);
        return Promise.resolve();
      },
      delete: (request) => Promise.resolve(store.delete(addressOf(request))),
      keys: (request, options) => {
        const all = [...store.keys()];
        const path = (address: string) => address.split('?')[0];
        const wanted =
          request === undefined
            ? all
            : all.filter((address) =>
                options?.ignoreSearch === true
                  ? path(address) === path(addressOf(request))
                  : address === addressOf(request),
              );
        return Promise.resolve(wanted.map((address) => new Request(address)));
      },
    };
    return Promise.resolve(cache as Cache);
  }

  /** The addresses under one name. */
  addresses(name: string): string[] {
    return [...(this.#stores.get(name)?.keys() ?? [])];
  }
}
