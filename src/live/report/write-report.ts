import { strToU8, zipSync, type Zippable } from 'fflate';
import type { FaceOutput } from '../../core/reading/analysis.ts';
import { REPORT_FORMAT, type Report, type ReportFrame } from '../../core/report/schema.ts';
import { REPORT_FILE } from '../../sources/replay/report-file.ts';
import type { RecordedFrame } from './frame-recorder.ts';

/** All of a report but its frames. */
export type ReportHeading = Omit<Report, 'format' | 'frames'>;

/** A report as a zip. Throws what a picture throws that cannot be encoded. */
export async function writeReport(
  heading: ReportHeading,
  frames: readonly RecordedFrame[],
): Promise<Uint8Array<ArrayBuffer>> {
  const files: Zippable = {};
  const told: ReportFrame[] = [];
  const first = frames[0]?.analysis.capturedAt ?? 0;
  for (const [index, frame] of frames.entries()) {
    const { picture, analysis } = frame;
    const file = `pictures/${String(index + 1).padStart(4, '0')}.png`;
    if (picture !== null) {
      const png = await picture.png();
      files[file] = [new Uint8Array(await png.arrayBuffer()), { level: 0 }];
    }
    const toFrame = picture?.toFrame(analysis.size) ?? null;
    told.push(frameOf(frame, first, toFrame === null ? null : { file, toFrame }));
  }
  const report: Report = { format: REPORT_FORMAT, ...heading, frames: told };
  // First, for that is how it is known again.
  return zipSync({ [REPORT_FILE]: strToU8(`${JSON.stringify(report)}\n`), ...files });
}

function frameOf(
  { analysis, reading }: RecordedFrame,
  first: number,
  picture: ReportFrame['picture'],
): ReportFrame {
  return {
    at: analysis.capturedAt - first,
    size: { width: analysis.size.width, height: analysis.size.height },
    faces: analysis.faces.map(
      ({ face, primary, outputs: [output = { kind: 'pending', gathered: 1 }] }) => ({
        face: { id: face.id, box: face.box, keypoints: face.keypoints, score: face.score },
        primary,
        output: onClockOf(output, first),
      }),
    ),
    reading,
    picture,
  };
}

/** With times from the report's first frame. */
function onClockOf(output: FaceOutput, first: number): FaceOutput {
  return output.kind === 'read' ? { ...output, at: output.at - first } : output;
}
