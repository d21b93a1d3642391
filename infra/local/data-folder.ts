import { access, chmod, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteError } from '#shared/adapters/embedded/sqlite-error.ts';
import { folderFailure, StartFailure } from './start-failure.ts';

const OWNER_ONLY = 0o700;

/** The data folder of a centre, locked against a second instance. */
export interface DataFolder {
  /** Return a path in the folder. */
  readonly in: (...parts: readonly string[]) => string;
  release(): void;
}

/** Take a lock that the operating system releases when the process ends for any reason. */
function lock(folder: string): DatabaseSync {
  let held: DatabaseSync | undefined;
  try {
    held = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
    held.exec('BEGIN EXCLUSIVE');
    return held;
  } catch (cause) {
    held?.close();
    const isHeld = sqliteError('lock', cause).code === 'locked';
    const reason = isHeld
      ? 'another centre is running on this folder; stop it or choose another one'
      : 'its file lock is damaged; remove that file and start again';
    throw new StartFailure(`--data ${folder}: ${reason}`, { cause });
  }
}

/**
 * Create the data folder if it does not exist, and lock it for this process.
 * @throws StartFailure when the folder is not writable or another centre uses it
 */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  try {
    await mkdir(folder, { recursive: true, mode: OWNER_ONLY });
    // The folder holds what people wrote: other users of this computer must not read it.
    await chmod(folder, OWNER_ONLY);
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw folderFailure(folder, cause);
  }
  const held = lock(folder);
  return { in: (...parts) => join(folder, ...parts), release: () => held.close() };
}
