import { isHeavy } from '../../core/pack/heavy.ts';
import type { ModelPack } from '../../core/pack/schema.ts';
import type { Purpose } from '../messages.ts';
import type { OrtBuild } from '../networks/ort-runtime.ts';
import type { LoadEnvironment, Runtime } from './environment.ts';

type ReadProgram = () => Promise<Uint8Array<ArrayBuffer>>;

/** Where packs' networks run: light ones of all packs in this worker, those of a heavy pack in one of its own. */
export class Runtimes {
  readonly #environment: Pick<LoadEnvironment, 'openRuntime' | 'openBesideRuntime'>;
  readonly #build: OrtBuild;
  readonly #purpose: Purpose;
  #here: Promise<Runtime> | null = null;

  constructor(
    environment: Pick<LoadEnvironment, 'openRuntime' | 'openBesideRuntime'>,
    build: OrtBuild,
    purpose: Purpose,
  ) {
    this.#environment = environment;
    this.#build = build;
    this.#purpose = purpose;
  }

  /** @param program reads onnxruntime's WebAssembly. Throws a FailureError asset-…. */
  for(pack: ModelPack, program: ReadProgram): Promise<Pick<Runtime, 'networks'>> {
    if (isHeavy(pack)) return this.#environment.openBesideRuntime(this.#build, program());
    this.#here ??= this.#environment.openRuntime(this.#build, this.#purpose, program());
    return this.#here;
  }
}
