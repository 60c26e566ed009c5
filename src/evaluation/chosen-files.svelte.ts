import { fileKind } from './inputs/file-kind.ts';
import { summaryOf, type InputSummary } from './inputs/input-summary.ts';
import { isUnmatched } from './inputs/unmatched.ts';
import { NO_INPUTS, readInputs, type Inputs } from './inputs/read-inputs.ts';

/** The files that were chosen so far, each once, and what they say together. */
export class ChosenFiles {
  #files: readonly File[] = [];
  #inputs = $state.raw<Inputs>(NO_INPUTS);
  readonly #summary = $derived.by(() => summaryOf(this.#inputs));

  get inputs(): Inputs {
    return this.#inputs;
  }

  get summary(): InputSummary {
    return this.#summary;
  }

  /**
   * Reads all files again, with more among them.
   *
   * @param unreadable names of files that were meant, too, and cannot be read
   * @returns whether `inputs` is of these files now; false where others were added meanwhile
   */
  async add(files: readonly File[], unreadable: readonly string[]): Promise<boolean> {
    const added = files.filter((file) => !this.#has(file));
    this.#files = [...this.#files.filter((file) => !this.#isCorrected(file, added)), ...added];
    const all = this.#files;
    const inputs = await readInputs(all);
    // More may have been added meanwhile: the newest reading is of everything.
    if (all !== this.#files) return false;
    const gone = unreadable.map((file) => ({ kind: 'file-unreadable', file }) as const);
    this.#inputs = { ...inputs, problems: [...inputs.problems, ...gone] };
    return true;
  }

  clear(): void {
    this.#files = [];
    this.#inputs = NO_INPUTS;
  }

  /** Whether a table or predictions file that had a fault is added anew, under the same name. */
  #isCorrected({ name }: File, added: readonly File[]): boolean {
    return (
      fileKind(name) !== 'clip' &&
      added.some((file) => file.name === name) &&
      this.#inputs.problems.some((problem) => problem.file === name && !isUnmatched(problem))
    );
  }

  /** The same file, chosen again. */
  #has(file: File): boolean {
    return this.#files.some(
      ({ name, size, lastModified }) =>
        name === file.name && size === file.size && lastModified === file.lastModified,
    );
  }
}

/** Whether there is any file among them that says something here. */
export function hasUses(files: readonly File[]): boolean {
  return files.some(({ name }) => fileKind(name) !== 'hidden');
}
