import type { ModelPack } from '../core/pack/schema.ts';
import type { Progress } from '../core/session/session.ts';
import type { CheckpointHead } from '../packs/checkpoint/read-checkpoint.ts';
import type { ImportProblem } from '../packs/import/import-problem.ts';
import type { NetworkFiles } from '../packs/import/make-pack.ts';
import type { OnnxGraph } from '../packs/onnx/read-graph.ts';

/** What is being done with a model that a visitor brings. */
export type ImportStep = 'reading' | 'making' | 'keeping' | 'testing';

/** Bare networks, of which the files do not say how to feed them. */
export interface BareModel {
  readonly name: string;
  readonly encoder: OnnxGraph;
  readonly head: OnnxGraph | null;
  readonly files: NetworkFiles;
}

/** A head, which needs an encoder. */
export interface BareHead {
  readonly name: string;
  readonly head: CheckpointHead;
}

/** Where an import stands; `name` is what was dropped. */
export type ImportState =
  | { readonly state: 'none' }
  | {
      readonly state: 'busy';
      readonly name: string;
      readonly step: ImportStep;
      readonly progress: Progress;
    }
  /** The visitor is asked how to feed the networks; `problems` are those of the last answers. */
  | {
      readonly state: 'networks';
      readonly model: BareModel;
      readonly problems: readonly ImportProblem[];
    }
  /** The visitor is asked for the encoder. */
  | { readonly state: 'head'; readonly head: BareHead }
  | {
      readonly state: 'refused';
      readonly name: string;
      readonly problems: readonly ImportProblem[];
    }
  /** It reads now. */
  | {
      readonly state: 'done';
      readonly pack: ModelPack;
      /** Whether it is kept on this device, or gone with the tab. */
      readonly kept: boolean;
    };
