import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ChosenFile } from './clips.ts';

/** A folder on disk with these files in it; it is gone when the test ends. */
export async function folderOf(files: readonly ChosenFile[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clips-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFiles(folder, files);
  return folder;
}

/** Their names may be paths. */
async function writeFiles(folder: string, files: readonly ChosenFile[]): Promise<void> {
  for (const { name, buffer } of files) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, buffer);
  }
}
