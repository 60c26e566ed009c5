import type { Backend, DetectorRange } from '../core/session/backend.ts';
import type { HeadSpec, ModelPack } from '../core/pack/schema.ts';
import type { Loaded } from '../client/analyser-client.ts';
import type { AnalyserSetup, DetectionPolicy } from '../analyser/messages.ts';
import { versions } from './versions.ts';

/** What results depend on beside the clips. */
export interface RunSettings {
  /** SHA-256 of the pack's manifest. */
  readonly packSha256: string;
  /** Null where the pack's head is fused into its encoder. */
  readonly head: string | null;
  readonly backend: Backend['kind'];
  readonly range: DetectorRange;
  readonly detection: DetectionPolicy;
  /** Every frame is analysed, or every n-th. */
  readonly every: number;
}

/** What is chosen before a run. */
export interface RunChoices {
  readonly setup: AnalyserSetup;
  readonly detection: DetectionPolicy;
  /** Every frame is analysed, or every n-th. */
  readonly every: number;
}

export function runSettings(
  { backend, pack }: Loaded,
  { setup, every, detection }: RunChoices,
  packSha256: string,
): RunSettings {
  const { range } = setup;
  const head = usedHead(pack, setup.head)?.id ?? null;
  return { packSha256, head, backend: backend.kind, range, detection, every };
}

/** What results depend on beside the clip, in one text; `backend` is the one that made them. */
export function resultKey(
  { packSha256, head, range, detection, every }: RunSettings,
  backend: Backend['kind'],
): string {
  const parts = [packSha256, head, backend, range, detection, every];
  return JSON.stringify([...parts, ...Object.values(versions())]);
}

/** The head the worker takes: the wanted one, else the first; null where there is none. */
export function usedHead({ heads }: ModelPack, wanted: string | null): HeadSpec | null {
  return heads.find(({ id }) => id === wanted) ?? heads[0] ?? null;
}
