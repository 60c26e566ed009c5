import * as v from 'valibot';
import { REPORT_FORMAT, ReportSchema, type Report } from './schema.ts';

/** A report, or why a text is none. */
export type ParsedReport =
  | { readonly report: Report }
  /** Of a later version of the format. */
  | { readonly newer: string }
  | { readonly invalid: string };

const FORMAT_NAME = /^blendscope-report\/\d{1,6}$/;

/** The report that a text is, where its frames come in the order of their times. */
export function parseReport(text: string): ParsedReport {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { invalid: error instanceof Error ? error.message : String(error) };
  }
  const format = formatOf(value);
  if (format !== REPORT_FORMAT && FORMAT_NAME.test(format)) return { newer: format };
  const parsed = v.safeParse(ReportSchema, value, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return { invalid: `${v.getDotPath(issue) ?? 'report'}: ${issue.message}` };
  }
  const report = parsed.output;
  const late = report.frames.findIndex(({ at }, i) => at < (report.frames[i - 1]?.at ?? 0));
  return late === -1 ? { report } : { invalid: `frames.${late}.at: goes back in time` };
}

function formatOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('format' in value)) return '';
  return typeof value.format === 'string' ? value.format : '';
}
