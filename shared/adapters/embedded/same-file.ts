import { fstatSync, statSync } from 'node:fs';
import { StoreError } from '#shared/ports/store-error.ts';

/** Identifies a file on disk. */
export interface FileIdentity {
  readonly device: bigint;
  readonly inode: bigint;
}

const identityOf = ({ dev, ino }: { readonly dev: bigint; readonly ino: bigint }): FileIdentity => ({
  device: dev,
  inode: ino,
});

/** Return the identity of the file that a path names, or of an open file. */
export const fileIdentity = (file: string | number): FileIdentity =>
  identityOf(typeof file === 'number' ? fstatSync(file, { bigint: true }) : statSync(file, { bigint: true }));

/**
 * Check that a path still names the file that was opened. A process that continues to write
 * into a deleted file gets no error, and its data is lost when it ends.
 * @throws StoreError `unwritable`
 */
export function checkSameFile(path: string, opened: FileIdentity): void {
  let found: FileIdentity | undefined;
  try {
    found = fileIdentity(path);
  } catch (cause) {
    throw new StoreError('unwritable', `file ${path}: it was removed while the centre runs`, { cause });
  }
  if (found.inode !== opened.inode || found.device !== opened.device)
    throw new StoreError('unwritable', `file ${path}: another file is in its place while the centre runs`);
}
