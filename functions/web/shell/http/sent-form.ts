import type { Context } from 'hono';
import { isDangerous } from '#shared/domain/mail/attached-file.ts';
import { FORM_LIMITS, type FormLimits } from './bounded-form.ts';

/**
 * Limit of the files of one form, in bytes. Lambda accepts 6 MB a request, and files arrive in base64, a third larger.
 * The local server has the same limit, so that both behave alike.
 */
export const MOST_FILE_BYTES = 4_000_000;
/** The most files of one form. */
export const MOST_FILES = 10;

/**
 * Limits of a form with files. A form slightly over the limit of its files is read, so that it can be shown again with
 * its texts. A larger one is rejected unread.
 */
export const FILE_LIMITS: FormLimits = {
  bytes: 2 * MOST_FILE_BYTES + FORM_LIMITS.bytes,
  fields: FORM_LIMITS.fields,
};

/** A file sent with a form. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface SentForm {
  /** The value of each field. A repeated field counts as absent. */
  readonly fields: Readonly<Record<string, string>>;
  /** The files of the field `files`. */
  readonly files: readonly SentFile[];
}

/** Parse a form sent by a browser, with or without files. */
export async function sentForm(c: Context): Promise<SentForm> {
  const { files: chosen = [], ...sent } = await c.req.parseBody({ all: true });
  const files: SentFile[] = [];
  for (const file of Array.isArray(chosen) ? chosen : [chosen]) {
    // A browser sends an empty file without a name if none was chosen.
    if (typeof file === 'string' || (file.name === '' && file.size === 0)) continue;
    files.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  const fields = Object.fromEntries(
    Object.entries(sent).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
  return { fields, files };
}

/** Return the problem of the files of a form. */
export function wrongFiles(
  files: readonly SentFile[],
): 'files.many' | 'files.large' | 'files.empty' | 'files.dangerous' | undefined {
  if (files.length > MOST_FILES) return 'files.many';
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > MOST_FILE_BYTES) return 'files.large';
  if (files.some(({ bytes }) => bytes.length === 0)) return 'files.empty';
  return files.some(({ name, bytes }) => isDangerous(name, bytes)) ? 'files.dangerous' : undefined;
}
