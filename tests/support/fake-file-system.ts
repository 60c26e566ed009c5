/** The browser's own file system in memory, as much of it as is used. */
export class FakeFolder {
  readonly kind = 'directory';
  readonly name: string;
  readonly #entries = new Map<string, FakeFolder | FakeFile>();
  /** How many bytes may still be written, here and in folders made here. */
  readonly #room: { bytes: number };

  constructor(name: string, room = { bytes: Infinity }) {
    this.name = name;
    this.#room = room;
  }

  getDirectoryHandle(name: string, { create = false } = {}): Promise<FakeFolder> {
    return this.#entry(name, FakeFolder, create, () => new FakeFolder(name, this.#room));
  }

  getFileHandle(name: string, { create = false } = {}): Promise<FakeFile> {
    return this.#entry(name, FakeFile, create, () => new FakeFile(name, this.#room));
  }

  removeEntry(name: string): Promise<void> {
    return this.#entries.delete(name) ? Promise.resolve() : Promise.reject(notFound());
  }

  /** As another tab would have written it. */
  put(name: string, bytes: Uint8Array<ArrayBuffer>): void {
    this.#entries.set(name, new FakeFile(name, this.#room, bytes));
  }

  async *values(): AsyncGenerator<FakeFolder | FakeFile> {
    yield* await Promise.resolve([...this.#entries.values()]);
  }

  async *keys(): AsyncGenerator<string> {
    yield* await Promise.resolve([...this.#entries.keys()]);
  }

  #entry<T extends FakeFolder | FakeFile>(
    name: string,
    type: abstract new (...args: never[]) => T,
    create: boolean,
    make: () => T,
  ): Promise<T> {
    const found = this.#entries.get(name);
    if (found instanceof type) return Promise.resolve(found);
    if (found !== undefined || !create) return Promise.reject(notFound());
    const made = make();
    this.#entries.set(name, made);
    return Promise.resolve(made);
  }
}

class FakeFile {
  readonly kind = 'file';
  readonly name: string;
  readonly #room: { bytes: number };
  #bytes: Uint8Array<ArrayBuffer>;

  constructor(name: string, room: { bytes: number }, bytes = new Uint8Array()) {
    this.name = name;
    this.#room = room;
    this.#bytes = bytes;
  }

  getFile(): Promise<File> {
    return Promise.resolve(new File([this.#bytes], this.name));
  }

  createSyncAccessHandle() {
    return Promise.resolve({
      write: (piece: ArrayBuffer, { at }: { at: number }) => {
        const length = Math.min(piece.byteLength, this.#room.bytes);
        this.#room.bytes -= length;
        const grown = new Uint8Array(Math.max(this.#bytes.length, at + length));
        grown.set(this.#bytes);
        grown.set(new Uint8Array(piece, 0, length), at);
        this.#bytes = grown;
        return length;
      },
      flush: () => undefined,
      close: () => undefined,
    });
  }
}

function notFound(): DOMException {
  return new DOMException('', 'NotFoundError');
}
