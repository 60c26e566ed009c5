import { isHeavy } from '../../core/pack/heavy.ts';
import type { PackRef } from '../../core/pack/pack-ref.ts';
import type { HeadSpec } from '../../core/pack/schema.ts';
import { download, type DownloadOptions } from '../../packs/download/download.ts';
import type { FileSource } from '../../packs/download/file-source.ts';
import type { ResolvedPack } from '../../packs/resolve-pack.ts';
import type { OpenNetworks } from '../networks/network.ts';
import type { LoadEnvironment, Runtime } from './environment.ts';
import { networkFiles, networkSources, type LoadPlan } from './plan.ts';

/** A pack that is to be opened, with one of its heads. */
export interface WantedPack {
  readonly ref: PackRef;
  readonly resolved: ResolvedPack;
  readonly head: HeadSpec | null;
}

const unwatched = { signal: new AbortController().signal, received: () => undefined };

/** Where packs' networks run: light ones of all packs in this worker, those of a heavy pack in one of its own. */
export class Runtimes {
  readonly #environment: Pick<LoadEnvironment, 'openRuntime' | 'openBeside' | 'programs'>;
  readonly #plan: LoadPlan;
  #here: Promise<Runtime> | null = null;

  constructor(
    environment: Pick<LoadEnvironment, 'openRuntime' | 'openBeside' | 'programs'>,
    plan: LoadPlan,
  ) {
    this.#environment = environment;
    this.#plan = plan;
  }

  /** The files that `opener` or its first call reads. */
  filesOf({ resolved, head }: WantedPack): readonly (FileSource | null)[] {
    const networks = Object.values(networkSources(resolved, head));
    const started = this.#here !== null && !isHeavy(resolved.pack);
    return started ? networks : [this.#program, ...networks];
  }

  /**
   * How a pack's networks are opened, once its files are there; those of a heavy pack are read by
   * the worker in which they run, each time that they are opened.
   * @throws FailureError asset-…; the signal's reason when aborted
   */
  async opener(wanted: WantedPack, options: DownloadOptions): Promise<OpenNetworks> {
    const { resolved, head } = wanted;
    if (isHeavy(resolved.pack)) return this.#beside(wanted, options);
    this.#here ??= this.#openHere(options);
    const contents = download(networkSources(resolved, head), options);
    const [runtime, files] = await Promise.all([this.#here, networkFiles(resolved.pack, contents)]);
    return runtime.networks(files, this.#plan.setup.backend);
  }

  get #program(): FileSource {
    return this.#environment.programs.ort[this.#plan.build];
  }

  #openHere({ signal, meter, line }: DownloadOptions): Promise<Runtime> {
    const program = this.#program.read({
      signal,
      line,
      received: (bytes) => {
        meter.add(bytes);
      },
    });
    const { build, setup } = this.#plan;
    return this.#environment.openRuntime(build, setup.purpose, program).catch((error: unknown) => {
      this.#here = null;
      throw error;
    });
  }

  #beside({ ref: pack, resolved, head }: WantedPack, options: DownloadOptions): OpenNetworks {
    const { build, setup } = this.#plan;
    const { encoder } = resolved.pack;
    const { signal, meter } = options;
    const received = (bytes: number) => {
      meter.add(bytes);
    };
    let events = { signal, received };
    return (kind) => {
      const watched = events;
      // The load hears of the first time. Later ones are recoveries, which nobody calls off.
      events = unwatched;
      return this.#environment.openBeside(
        { build, pack, encoder, head, choice: setup.backend, kind },
        watched,
      );
    };
  }
}
