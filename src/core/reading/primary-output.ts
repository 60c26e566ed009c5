import type { Analysis, FaceOutput } from './analysis.ts';

/** What a reader says of the primary face; null without one. */
export function primaryOutput(analysis: Analysis | null, reader = 0): FaceOutput | null {
  return analysis?.faces.find(({ primary }) => primary)?.outputs[reader] ?? null;
}

/** How long before the frame that was captured that was, of which a reader's last words are, in milliseconds. */
export function outputAge({ capturedAt }: Analysis, output: FaceOutput): number | null {
  return output.kind === 'read' ? Math.max(0, capturedAt - output.at) : null;
}
