import type { Backend, DetectorRange } from '../core/session/backend.ts';
import { headFor } from '../core/pack/head.ts';
import type { AnalyserSetup, DetectionPolicy, LoadedReader } from '../analyser/messages.ts';
import { versions } from './versions.ts';

/** What results depend on beside the clips. */
export interface RunSettings {
  /** SHA-256 of the pack's manifest; null on an insecure origin, where browsers offer no hashing. */
  readonly packSha256: string | null;
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
  { backend, pack, packSha256 }: LoadedReader,
  { setup, every, detection }: RunChoices,
): RunSettings {
  const { range } = setup;
  const head = headFor(pack, setup.head)?.id ?? null;
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
