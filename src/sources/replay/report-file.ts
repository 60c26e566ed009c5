/** A report's own file in its archive; it comes first, and by that a report is known. */
export const REPORT_FILE = 'report.json';

/** Where the name of an archive's first file stands. */
const FIRST_NAME_AT = 30;

/** Whether a file begins as a report does. */
export function beginsReport(head: Uint8Array): boolean {
  const end = FIRST_NAME_AT + REPORT_FILE.length;
  const name = String.fromCharCode(...head.subarray(FIRST_NAME_AT, end));
  return head[0] === 0x50 && head[1] === 0x4b && name === REPORT_FILE;
}
