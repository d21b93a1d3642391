import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { DATA_VERSION } from '#shared/adapters/embedded/data-version.ts';
import { writeDurably } from '#shared/adapters/embedded/durable-file.ts';
import { stepsFrom } from '#shared/adapters/embedded/migrations.ts';
import { unlessMissing } from '#shared/adapters/embedded/missing-file.ts';
import { faultOfLog } from '#shared/adapters/embedded/synced-log.ts';
import { StoreError } from '#shared/ports/store-error.ts';

/** A new folder draws 32 bytes. The key of a deployment is longer. */
const SHORTEST_KEY = 32;

/** The folders of files beside the database. Files are written once, and removed by an erasure only. */
export const FILE_FOLDERS = ['mail', 'blobs'] as const;

/** The files of a data folder. */
const PLAIN_FILES = [
  'centre.json',
  'rida.db',
  'rida.db-wal',
  'rida.db-synced',
  'key',
  'clock.json',
  'staff.json',
];

/** The manifest of a data folder. With it, a start notices a part that is missing or belongs to another folder. */
const manifestSchema = z.strictObject({
  dataVersion: z.int().positive(),
  /** The beginning of the SHA-256 of the key. It identifies the key and does not reveal it. */
  keyFingerprint: z.string(),
  /** True from the start of a centre to its orderly end. Then the database has a log beside it. */
  isOpen: z.boolean(),
  /** The folders of files that were there. Missing in folders of earlier versions. */
  folders: z.array(z.enum(FILE_FOLDERS)).default([]),
});
export type Manifest = z.output<typeof manifestSchema>;

/** The paths of a data folder. */
export interface FolderPaths {
  readonly in: (...parts: readonly string[]) => string;
}

const fingerprintOf = (key: Uint8Array): string =>
  createHash('sha256').update(key).digest('hex').slice(0, 16);

const damaged = (reason: string, cause?: unknown): StoreError =>
  new StoreError('damaged', `${reason}; restore a backup (npm run data -- restore), or name another folder`, {
    cause,
  });

async function readManifest({ in: path }: FolderPaths): Promise<Manifest | undefined> {
  const text = await unlessMissing(readFile(path('centre.json'), 'utf8'));
  if (text === undefined) return undefined;
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw damaged('centre.json is damaged', cause);
  }
}

/** Return whether a database file is in WAL mode, by its header (sqlite.org/fileformat.html, offset 18). */
function hasLog(path: string): boolean {
  const header = Buffer.alloc(20);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, header.length, 0);
  } finally {
    closeSync(file);
  }
  return header[18] === 2;
}

function checkFiles(
  { in: path }: FolderPaths,
  { isOpen, folders }: Manifest,
  given: Uint8Array | undefined,
): void {
  for (const name of given ? ['rida.db'] : ['rida.db', 'key'])
    if (!existsSync(path(name))) throw damaged(`the file ${name} is missing`);
  for (const name of folders) if (!existsSync(path(name))) throw damaged(`the folder ${name} is missing`);
  if (statSync(path('rida.db')).size === 0) throw damaged('the file rida.db is empty');
  const fault = isOpen && hasLog(path('rida.db')) ? faultOfLog(path('rida.db')) : undefined;
  if (fault)
    throw damaged(`the centre was not stopped in order, and rida.db-wal with its newest work is ${fault}`);
}

/**
 * Check a data folder before anything opens it. Return undefined for a new folder.
 * @param given the key, when it is not in its file
 * @throws StoreError `damaged` when a part is missing or does not belong to the rest
 */
export async function checkManifest(folder: FolderPaths, given?: Uint8Array): Promise<Manifest | undefined> {
  for (const name of PLAIN_FILES) {
    const found = statSync(folder.in(name), { throwIfNoEntry: false });
    if (found && !found.isFile()) throw damaged(`${name} is not a file`);
  }
  const manifest = await readManifest(folder);
  if (!manifest) return undefined;
  // The parts of other versions are unknown. Their data version is rejected with the database.
  if (stepsFrom(manifest.dataVersion)) checkFiles(folder, manifest, given);
  return manifest;
}

/**
 * Check the key of a folder against its manifest.
 * @throws StoreError `damaged` for a key that is too short or of another folder
 */
export function checkKey(key: Uint8Array, manifest: Manifest | undefined): void {
  if (key.length < SHORTEST_KEY)
    throw damaged(`the key file has ${key.length} bytes instead of ${SHORTEST_KEY} or more`);
  if (manifest && manifest.keyFingerprint !== fingerprintOf(key))
    throw damaged('the key is not the one with which this folder was written');
}

/** Write that a centre opened the folder, or closed it in order. */
export const writeManifest = (
  { in: path }: FolderPaths,
  key: Uint8Array,
  isOpen: boolean,
  dataVersion = DATA_VERSION,
): Promise<void> => {
  const manifest: Manifest = {
    ...{ dataVersion, keyFingerprint: fingerprintOf(key), isOpen },
    folders: FILE_FOLDERS.filter((name) => existsSync(path(name))),
  };
  return writeDurably(path('centre.json'), Buffer.from(`${JSON.stringify(manifest)}\n`), 0o600);
};

/**
 * Reject a database that was in the folder before its manifest.
 * @throws StoreError `damaged`
 */
export function rejectForeign(manifest: Manifest | undefined): void {
  if (!manifest) throw damaged('centre.json is missing beside the database');
}
