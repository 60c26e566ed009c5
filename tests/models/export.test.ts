import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { test } from 'vitest';

/** Has what models/export/requirements.txt names; .ci/run makes it. */
const PYTHON = fileURLToPath(new URL('../../.cache/python/bin/python', import.meta.url));
const FOLDER = fileURLToPath(new URL('../../models/export', import.meta.url));

const there = existsSync(PYTHON);
const why = there ? '' : ' (skipped: there is no .cache/python, see models/export/README.md)';

test.skipIf(!there)(
  `the exporter's own tests pass${why}`,
  async () => {
    await promisify(execFile)(PYTHON, ['-m', 'unittest', 'discover', 'tests'], { cwd: FOLDER });
  },
  600_000,
);
