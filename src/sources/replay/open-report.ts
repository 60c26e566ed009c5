import { FileProblemError } from '../../core/media/file-problem.ts';
import { parseReport } from '../../core/report/parse.ts';
import { MOST_FRAMES, type Report } from '../../core/report/schema.ts';
import { ImportError } from '../../packs/import/import-problem.ts';
import { openArchive, type Archive, type ArchiveLimits } from '../../packs/import/read-archive.ts';
import { REPORT_FILE } from './report-file.ts';

const MIB = 2 ** 20;
/** A picture for each frame, and the report; far more than one of ours takes. */
const REPORT_LIMITS: ArchiveLimits = {
  files: MOST_FRAMES + 1,
  fileBytes: 32 * MIB,
  totalBytes: 256 * MIB,
};

export interface OpenedReport {
  readonly report: Report;
  /** A picture that the report names, as a PNG. Throws a FileProblemError where it is damaged. */
  readonly picture: (file: string) => Blob;
}

/**
 * The report in a zip; null where it holds none. Throws a FileProblemError where it holds one that
 * cannot be taken, be it made to do harm.
 */
export async function openReport(file: Blob): Promise<OpenedReport | null> {
  if (file.size > REPORT_LIMITS.totalBytes) return null;
  const archive = archiveIn(new Uint8Array(await file.arrayBuffer()));
  if (archive?.entries.has(REPORT_FILE) !== true) return null;
  const report = translated(() => reportIn(archive));
  return { report, picture: (path) => translated(() => new Blob([archive.read(path)], PNG)) };
}

/** Null where it is some other archive, or none. */
function archiveIn(bytes: Uint8Array<ArrayBuffer>): Archive | null {
  try {
    return openArchive(bytes, 'report.zip', REPORT_LIMITS);
  } catch (error) {
    if (error instanceof ImportError) return null;
    throw error;
  }
}

const PNG = { type: 'image/png' } as const;

function reportIn(archive: Archive): Report {
  const parsed = parseReport(new TextDecoder().decode(archive.read(REPORT_FILE)));
  if ('newer' in parsed) throw new FileProblemError({ kind: 'report-newer' });
  if ('invalid' in parsed) throw invalid(parsed.invalid);
  const missing = parsed.report.frames.find(
    ({ picture }) => picture !== null && !archive.entries.has(picture.file),
  );
  if (missing?.picture) throw invalid(`${missing.picture.file} is missing`);
  return parsed.report;
}

function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof ImportError) throw invalid(reasonOf(cause), cause);
    throw cause;
  }
}

function reasonOf({ problem }: ImportError): string {
  return 'reason' in problem ? problem.reason : problem.kind;
}

function invalid(reason: string, cause?: unknown): FileProblemError {
  return new FileProblemError({ kind: 'report-invalid', reason }, { cause });
}
