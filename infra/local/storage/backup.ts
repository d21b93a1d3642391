import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { writeDurably } from '#shared/adapters/embedded/durable-file.ts';
import { unlessMissing } from '#shared/adapters/embedded/missing-file.ts';
import { openMovableClock } from '#shared/adapters/embedded/movable-clock.ts';
import { dataVersionOf, openDatabaseToCheck, quickCheck } from '#shared/adapters/embedded/sqlite-database.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import {
  checkKey,
  checkManifest,
  FILE_FOLDERS,
  type FolderPaths,
  rejectForeign,
  writeManifest,
} from './manifest.ts';

const pathsIn = (folder: string): FolderPaths => ({ in: (...parts) => join(folder, ...parts) });

/**
 * Check a data folder without changing it, also while a centre has it open: the manifest, the key, the clock and
 * the structure of the database. A folder of an earlier release is checked like one of this version.
 * Return the data version of the folder.
 * @param given the key, when it is not in its file
 * @throws StoreError with the first thing that is wrong
 */
export async function checkDataFolder(folder: string, given?: Uint8Array): Promise<number> {
  const paths = pathsIn(folder);
  const manifest = await checkManifest(paths, given);
  rejectForeign(manifest);
  checkKey(given ?? (await readFile(paths.in('key'))), manifest);
  await openMovableClock(paths.in('clock.json'), systemClock);
  const database = openDatabaseToCheck(paths.in('rida.db'));
  try {
    quickCheck(database);
  } finally {
    database.close();
  }
  return dataVersionOf(paths.in('rida.db'));
}

async function copyFolders(from: string, to: string): Promise<void> {
  for (const name of FILE_FOLDERS) {
    // A file that an erasure removes in this moment belongs in no copy.
    await unlessMissing(cp(join(from, name), join(to, name), { recursive: true }));
  }
}

/**
 * Copy a data folder to an empty one while a centre may have it open. Mail that arrives in the meantime may be
 * missing, but everything that the copy contains is complete: files are copied before the database, for the work
 * that waits in it, and once more afterwards, for the work that was done.
 * @param given the key, when it is not in its file
 * @throws StoreError when the folder is damaged
 */
export async function backUp(folder: string, target: string, given?: Uint8Array): Promise<void> {
  const dataVersion = await checkDataFolder(folder, given);
  await mkdir(target, { recursive: true, mode: 0o700 });
  await copyFolders(folder, target);
  const database = new DatabaseSync(join(folder, 'rida.db'), { readOnly: true });
  try {
    await backup(database, join(target, 'rida.db'));
  } finally {
    database.close();
  }
  await copyFolders(folder, target);
  const key = given ?? (await readFile(join(folder, 'key')));
  await writeDurably(join(target, 'key'), key, 0o600);
  for (const name of ['clock.json', 'example.json', 'staff.json']) {
    const file = await unlessMissing(readFile(join(folder, name)));
    if (file) await writeDurably(join(target, name), file);
  }
  await writeManifest(pathsIn(target), key, false, dataVersion);
  await checkDataFolder(target);
}

/** Return whether a folder is missing or empty. */
export const isFree = async (folder: string): Promise<boolean> =>
  ((await unlessMissing(readdir(folder))) ?? []).length === 0;
