import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { folderFailure, StartFailure } from './start-failure.ts';

/** Where everything of a centre lies, held against a second instance. */
export interface DataFolder {
  /** The path of something in the folder. */
  readonly in: (...parts: readonly string[]) => string;
  release(): void;
}

/** A lock that the operating system takes back when the process dies, however it dies. */
function lock(folder: string): DatabaseSync {
  const held = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  try {
    held.exec('BEGIN EXCLUSIVE');
    return held;
  } catch (cause) {
    held.close();
    throw new StartFailure(
      `--data ${folder}: another centre is running on this folder; stop it or choose another one`,
      { cause },
    );
  }
}

/**
 * Makes the data folder when it is not there and takes it for this process.
 * @throws StartFailure when it cannot be written or another centre has it
 */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw folderFailure(folder, cause);
  }
  const held = lock(folder);
  return { in: (...parts) => join(folder, ...parts), release: () => held.close() };
}
