import type { Context } from 'hono';

/** A file as it came with a form. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface SentForm {
  /** Every field by its name; one that is repeated counts as not sent. */
  readonly fields: Readonly<Record<string, string>>;
  /** What was chosen in the field `files`. */
  readonly files: readonly SentFile[];
}

/** A form as a browser sent it, with or without files. */
export async function sentForm(c: Context): Promise<SentForm> {
  const { files: chosen = [], ...sent } = await c.req.parseBody({ all: true });
  const files: SentFile[] = [];
  for (const file of Array.isArray(chosen) ? chosen : [chosen]) {
    // A browser sends a nameless, empty file where none was chosen.
    if (typeof file === 'string' || (file.name === '' && file.size === 0)) continue;
    files.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  const fields = Object.fromEntries(
    Object.entries(sent).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
  return { fields, files };
}
