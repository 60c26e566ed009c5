import { inputLength } from '../../core/pack/lengths.ts';
import type { Model } from './model.ts';
import { openModel, type ModelParts, type OpenedModel } from './open-model.ts';

export interface FastestModel extends OpenedModel {
  /** Whether both were measured: not where one of them does not work. */
  readonly decided: boolean;
}

/** They take turns, so that whatever else the machine does slows both. An odd number has a winner. */
const ROUNDS = 9;

async function readingTime(model: Model, input: Float32Array): Promise<number> {
  const started = performance.now();
  await model.run(input, 1);
  return performance.now() - started;
}

/** Whether `model` reads one face in less time than `other`, more often than not. */
async function isFaster(model: Model, other: Model): Promise<boolean> {
  const input = new Float32Array(inputLength(model.pack));
  let won = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const time = await readingTime(model, input);
    if (time < (await readingTime(other, input))) won += 1;
  }
  return won > ROUNDS / 2;
}

/** The model on the backend that reads faster on this machine. */
export async function openFastest(parts: ModelParts): Promise<FastestModel> {
  const opened = await openModel(parts, 'webgpu');
  if (opened.model.backend.kind === 'wasm') return { ...opened, decided: false };
  const plain = await openModel(parts, 'wasm').catch(() => null);
  if (plain === null) return { ...opened, decided: false };
  const wins = await isFaster(opened.model, plain.model);
  await (wins ? plain : opened).model.release();
  return { ...(wins ? opened : plain), decided: true };
}
