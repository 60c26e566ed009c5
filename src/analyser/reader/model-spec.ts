import { isHeavy } from '../../core/pack/heavy.ts';
import type { HeadSpec, ModelPack } from '../../core/pack/schema.ts';
import { windowsFor } from '../clip/feature-windows.ts';
import type { Purpose } from '../messages.ts';
import { HeldFrames } from './held-frames.ts';
import { LateClips } from './late-clips.ts';
import { LateFrames } from './late-frames.ts';
import type { ModelSpec } from './model.ts';
import type { PacedReading } from './paced-reading.ts';
import { WholeClips } from './whole-clips.ts';

/** How a pack reads with one of its heads. The memory it has of frames outlives a model's networks. */
export function modelSpec(pack: ModelPack, head: HeadSpec | null, purpose: Purpose): ModelSpec {
  return {
    pack,
    head,
    windows: windowsFor(pack, purpose),
    pace: paceFor(pack, purpose),
    keepsVectors: purpose === 'evaluation' && head !== null && pack.temporal.kind !== 'frame',
  };
}

/** Null where each frame is read by itself while it waits, all of it. */
function paceFor(pack: ModelPack, purpose: Purpose): PacedReading | null {
  const { temporal } = pack;
  if (temporal.kind === 'clip') {
    return purpose === 'evaluation'
      ? new WholeClips(pack, temporal)
      : new LateClips(pack, temporal);
  }
  if (purpose === 'evaluation') return null;
  if (isHeavy(pack)) return new LateFrames();
  return temporal.kind === 'frame' ? new HeldFrames() : null;
}
