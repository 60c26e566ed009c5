import { Analyser } from '../client/analyser-client.ts';
import type { PackImporter } from '../client/pack-importer.ts';
import type { PackRef } from '../core/pack/pack-ref.ts';
import type { WorkerPort } from '../messaging/request-bridge.ts';
import type { CheckpointHead } from '../packs/checkpoint/read-checkpoint.ts';
import { headDifference } from '../packs/checkpoint/write-head.ts';
import { HEAD_FILE } from '../packs/import/attach-head.ts';
import { computeGolden } from '../packs/import/compute-golden.ts';
import type { PackAnswers } from '../packs/import/draft-pack.ts';
import { ImportError } from '../packs/import/import-problem.ts';
import type { Made, NetworkFiles } from '../packs/import/make-pack.ts';

/** float32 sums of a few hundred products. */
const HEAD_TOLERANCE = 1e-4;

/** Makes packs of what is none by itself. It runs networks in a worker of its own; whoever made it closes it. */
export class PackMaker {
  readonly #importer: PackImporter;
  readonly #analyser: Analyser;

  /** @param spawn a worker that analyses */
  constructor(importer: PackImporter, spawn: () => WorkerPort) {
    this.#importer = importer;
    const unheard = () => undefined;
    this.#analyser = new Analyser(
      spawn(),
      { progress: unheard, notice: unheard },
      () => !document.hidden,
    );
  }

  /** Of another pack's encoder and a checkpoint's head, which must compute what its layers do. */
  async ofHead(base: PackRef, head: CheckpointHead, file: string): Promise<Made> {
    const made = await this.#importer.attach(base, head, file);
    const network = made.kind === 'pack' ? made.dropped.ref.files.get(HEAD_FILE) : undefined;
    if (network === undefined) return made;
    const difference = await headDifference(head.layers, (inputs) =>
      this.#analyser.run({
        file: network,
        outputName: null,
        inputs,
        dims: [1, head.layers[0]!.inputs],
      }),
    );
    if (difference <= HEAD_TOLERANCE) return made;
    return { kind: 'refused', problems: [{ kind: 'head-wrong', file, difference }] };
  }

  /** Of bare networks, and what the visitor has answered. */
  async ofNetworks(files: NetworkFiles, answers: PackAnswers): Promise<Made> {
    const drafted = await this.#importer.draft(files, answers);
    if (drafted.kind === 'problems') {
      const problems = drafted.problems.map((problem) => ({
        kind: 'answer-wrong' as const,
        ...problem,
      }));
      return { kind: 'refused', problems };
    }
    const { draft } = drafted;
    try {
      const computed = await computeGolden(draft, async (file, input, dims) => {
        const isEncoder = file === draft.encoder.file;
        const dropped = isEncoder ? files.encoder : files.head;
        const outputName = isEncoder ? answers.outputName : null;
        const [output] = await this.#analyser.run({
          file: dropped!.file,
          outputName,
          inputs: [input],
          dims,
        });
        return output!;
      });
      return await this.#importer.finish(files, draft, computed);
    } catch (error) {
      if (error instanceof ImportError) return { kind: 'refused', problems: [error.problem] };
      throw error;
    }
  }

  close(): void {
    this.#analyser.close();
  }
}
