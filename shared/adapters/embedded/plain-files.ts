import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ExportFiles } from '#shared/ports/export-files.ts';
import { syncFolder, writeDurably } from './durable-file.ts';
import { unlessMissing } from './missing-file.ts';

/** Return the path of a name. Its parts are plain words, so that it stays in the folder. */
const pathIn = (folder: string, name: string): string => {
  if (!/^(?:[\w=-][\w.=-]*\/)*[\w-][\w.=-]*$/u.test(name))
    throw new RangeError('this name is not a safe path');
  return join(folder, ...name.split('/'));
};

/**
 * Files under a folder as other programs read them: the content alone, under its own name. A file is written completely
 * or not at all. Their type is not stored; it is in the name.
 * @throws RangeError for a name that is not a safe path
 */
export const plainFiles = (folder: string): ExportFiles => ({
  async put(name, bytes) {
    await writeDurably(pathIn(folder, name), bytes);
  },
  async get(name) {
    const bytes = await unlessMissing(readFile(pathIn(folder, name)));
    return bytes && { bytes, contentType: 'application/octet-stream' };
  },
  async remove(names) {
    for (const name of names) {
      const path = pathIn(folder, name);
      await rm(path, { force: true });
      await unlessMissing(syncFolder(dirname(path)));
    }
  },
});
