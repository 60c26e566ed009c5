import { relaxedFacesOf } from '../core/reading/relaxed-faces.ts';
import type { ChosenFiles } from './chosen-files.svelte.ts';
import type { Runner } from './runner.svelte.ts';
import type { Scored } from './scoring.svelte.ts';

/** What is scored of the chosen files by what the runner has found out; reactive as they are. */
export function scoredOf(runner: Runner, chosen: ChosenFiles): Scored {
  return {
    get entries() {
      return chosen.inputs.entries;
    },
    get clips() {
      return runner.clips;
    },
    get active() {
      return runner.active;
    },
    get thresholds() {
      const { pack } = runner;
      return pack && { alpha: pack.decision.alpha, beta: pack.decision.beta };
    },
    get relaxedFaces() {
      const { pack } = runner;
      return pack && relaxedFacesOf(pack.decision);
    },
  };
}
