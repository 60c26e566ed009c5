import type { FrameOptions } from '../analyser/messages.ts';
import type { Settings } from '../core/session/settings.ts';

/** What is asked of each frame. @param only faces that may be read, by id; all of them where not given */
export function frameOptions(
  { detection, everyone, showCrop }: Settings,
  only?: readonly number[],
): FrameOptions {
  return { detection, everyone, crops: showCrop, ...(only !== undefined && { only }) };
}
