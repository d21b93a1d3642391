import { StoreError, type StoreErrorCode } from '#shared/ports/store-error.ts';

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const REASON: Readonly<Record<number, readonly [StoreErrorCode, string]>> = {
  5: ['locked', 'another process has locked it'],
  6: ['locked', 'another process has locked it'],
  8: ['unwritable', 'it is read-only'],
  10: ['unwritable', 'the disk failed'],
  11: ['damaged', 'the file is damaged'],
  13: ['unwritable', 'the disk is full'],
  14: ['unwritable', 'the file cannot be opened'],
  26: ['damaged', 'the file is not a database'],
};

/** Convert an error of SQLite to one line that names the file. */
export function sqliteError(path: string, cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const errcode: unknown = cause instanceof Error ? Reflect.get(cause, 'errcode') : undefined;
  const matched = typeof errcode === 'number' ? REASON[errcode & 0xff] : undefined;
  const message = cause instanceof Error ? cause.message.split('\n', 1)[0] : String(cause);
  const [code, reason] = matched ?? ['failed', message ?? ''];
  return new StoreError(code, `database ${path}: ${reason}`, { cause });
}
