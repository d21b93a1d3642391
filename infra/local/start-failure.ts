import { KeyExposed } from '#shared/adapters/embedded/file-key.ts';
import { StoreError } from '#shared/ports/store-error.ts';

/** The centre cannot start. The message is one line with the reason and what to do. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}

const codeOf = (error: unknown): string | undefined => {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : undefined;
};

/** Return why the server cannot listen on a port, in one line. */
export function portFailure(option: string, port: number, cause: unknown): StartFailure {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: 'another program listens there; choose another one',
    EACCES: 'this user may not listen there; choose one above 1023',
  };
  const reason = reasons[codeOf(cause) ?? ''] ?? `it cannot be listened on (${codeOf(cause) ?? 'unknown'})`;
  return new StartFailure(`--${option} ${port}: ${reason}`, { cause });
}

/** Return why the data folder cannot be used, in one line. */
export function folderFailure(folder: string, cause: unknown): StartFailure {
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'this user may not write there',
    EPERM: 'this user may not write there',
    EROFS: 'the disk is read-only',
    ENOTDIR: 'a file is in the way',
    EEXIST: 'a file is in the way',
    ENOSPC: 'the disk is full',
  };
  const reason = reasons[codeOf(cause) ?? ''] ?? `it cannot be used (${codeOf(cause) ?? 'unknown'})`;
  return new StartFailure(`--data ${folder}: ${reason}`, { cause });
}

/** Return why the database in the data folder cannot be used, and what to do when another version wrote it. */
function databaseFailure(folder: string, cause: StoreError): StartFailure {
  const remedies: Readonly<Record<string, string>> = {
    older:
      'an earlier version of Rida wrote this folder, and no migration leads from it to this version; move it away, or name another one',
    newer: 'a later version of Rida wrote this folder; start that version, or name another folder',
  };
  return new StartFailure(`--data ${folder}: ${remedies[cause.code] ?? cause.message}`, { cause });
}

/**
 * Return why a data folder cannot be opened: a damage, a file that cannot be read, or a key that others can read.
 * Return other errors as they are.
 */
export function openFailure(folder: string, cause: unknown): unknown {
  if (cause instanceof StoreError) return databaseFailure(folder, cause);
  if (!(cause instanceof Error)) return cause;
  if (cause instanceof KeyExposed) return new StartFailure(`--data ${folder}: ${cause.message}`, { cause });
  const { syscall, path, code } = cause as NodeJS.ErrnoException;
  if (syscall === undefined) return cause;
  const reason = `${path ?? 'a file'} cannot be read or written (${code ?? 'unknown'})`;
  return new StartFailure(`--data ${folder}: ${reason}; restore a backup, or name another folder`, { cause });
}

/** Return the text to print for a failed start: the line of a known failure, otherwise the stack. */
export const explainStartFailure = (error: unknown): string =>
  error instanceof StartFailure
    ? error.message
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error);
