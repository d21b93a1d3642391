import { readdir, rm, stat } from 'node:fs/promises';
import { MIGRATIONS, type Migration, stepsFrom } from '#shared/adapters/embedded/migrations.ts';
import { unlessMissing } from '#shared/adapters/embedded/missing-file.ts';
import { dataVersionOf, migrateDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { backUp } from './backup.ts';
import type { FolderPaths, Manifest } from './manifest.ts';

/** The copy of the older folder is kept for this time. It also has all data that was erased in the meantime. */
const KEPT_MS = 30 * DAY;

const COPY = /^before-data-version-\d+$/u;

/** A migration that was carried out. */
export interface Migrated {
  readonly from: number;
  readonly to: number;
  /** The backup of the older folder. */
  readonly copy: string;
}

/**
 * Carry the data folder of an earlier release to this version: back the folder up inside itself, then run all steps
 * in one transaction. Return undefined when the folder is new or of this version. After a crash the next start
 * begins over, because the manifest is written last.
 * @param given the key, when it is not in its file
 * @throws StoreError when the folder is damaged, or when a step is missing or fails
 */
export async function migrateFolder(
  folder: FolderPaths,
  manifest: Manifest | undefined,
  given?: Uint8Array,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<Migrated | undefined> {
  if (!manifest || !stepsFrom(manifest.dataVersion, migrations)?.length) return undefined;
  const path = folder.in('rida.db');
  const from = dataVersionOf(path);
  const to = stepsFrom(from, migrations)?.at(-1)?.to;
  if (to === undefined) return undefined;
  const copy = folder.in(`before-data-version-${to}`);
  await rm(copy, { recursive: true, force: true });
  try {
    await backUp(folder.in(), copy, given);
  } catch (error) {
    await rm(copy, { recursive: true, force: true });
    throw error;
  }
  migrateDatabase(path, migrations);
  return { from, to, copy };
}

/** Remove the backups of migrations whose time is over. */
export async function removeOldCopies(folder: FolderPaths, now: number): Promise<void> {
  for (const name of ((await unlessMissing(readdir(folder.in()))) ?? []).filter((one) => COPY.test(one))) {
    const { mtimeMs } = await stat(folder.in(name));
    if (mtimeMs < now - KEPT_MS) await rm(folder.in(name), { recursive: true });
  }
}
