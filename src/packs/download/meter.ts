import type { Progress } from '../../core/session/session.ts';
import type { FileSource } from './file-source.ts';

/** A report for every hundredth part is as fine as a progress bar can show. */
const STEPS = 100;

/** One progress over several files, wherever they are read. */
export class Meter {
  /** Null until it is known. */
  #total: number | null = null;
  readonly #tell: (progress: Progress) => void;
  #loaded = 0;
  #reported = 0;

  /** @param tell hears how far all files are together, with every hundredth part */
  constructor(tell: (progress: Progress) => void) {
    this.#tell = tell;
  }

  /** Says which files it is over, those included of which some has come; nothing is told before. */
  expect(files: readonly (FileSource | null)[]): void {
    this.#total = files.reduce((sum, file) => sum + (file?.bytes ?? 0), 0);
    this.report();
  }

  /** Says once more how far it is. */
  report(): void {
    if (this.#total === null) return;
    this.#reported = this.#loaded;
    this.#tell({ loaded: this.#loaded, total: this.#total });
  }

  add(bytes: number): void {
    this.#loaded += bytes;
    if (this.#total === null) return;
    const news = this.#loaded - this.#reported;
    if (this.#loaded >= this.#total || news >= this.#total / STEPS) this.report();
  }
}
