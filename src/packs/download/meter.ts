import type { Progress } from '../../core/session/session.ts';
import type { FileSource } from './file-source.ts';

/** A report for every hundredth part is as fine as a progress bar can show. */
const STEPS = 100;

/** One progress over several files, wherever they are read. */
export class Meter {
  readonly #total: number;
  readonly #tell: (progress: Progress) => void;
  #loaded = 0;
  #reported = 0;

  /** @param tell hears how far all files are together, at once and with every hundredth part */
  constructor(files: readonly (FileSource | null)[], tell: (progress: Progress) => void) {
    this.#total = files.reduce((sum, file) => sum + (file?.bytes ?? 0), 0);
    this.#tell = tell;
    this.report();
  }

  /** Says once more how far it is. */
  report(): void {
    this.#reported = this.#loaded;
    this.#tell({ loaded: this.#loaded, total: this.#total });
  }

  add(bytes: number): void {
    this.#loaded += bytes;
    const news = this.#loaded - this.#reported;
    if (this.#loaded >= this.#total || news >= this.#total / STEPS) this.report();
  }
}
