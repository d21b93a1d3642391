import type { Context } from 'hono';

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
