/** How much is kept under one name. */
export interface Amount {
  readonly items: number;
  readonly bytes: number;
}

/** One of the browser's ways to keep things. Both calls reject where the browser keeps nothing. */
export interface StorageArea {
  measure(name: string): Promise<Amount>;
  clear(name: string): Promise<void>;
}
