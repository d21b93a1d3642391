import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DATA_VERSION } from '#shared/adapters/embedded/data-version.ts';
import { unlessMissing } from '#shared/adapters/embedded/missing-file.ts';
import type { Item } from '#shared/adapters/table/item.ts';
import { Refusal } from '../tool-command.ts';
import type { StoredContent } from './centre-data.ts';
import {
  type ContentLine,
  contentLine,
  contentPath,
  EXPORT_FORM,
  type ExportSummary,
  FILES,
  fromItemLine,
  hashOf,
  keyLine,
  summarySchema,
  versionsSchema,
} from './export-form.ts';

/** The number of damaged files that are named. */
const NAMED = 10;

/** An export whose files are all there and unchanged. */
export interface CheckedExport {
  readonly id: string;
  readonly key: Uint8Array;
  readonly summary: ExportSummary;
  /** The names of the unpublished commits: `keyName` of their keys. */
  readonly unpublished: ReadonlySet<string>;
  items(): AsyncIterable<Item>;
  contents(): AsyncIterable<StoredContent>;
}

/** The name of an item's key in a set. */
export const keyName = ({ pk, sk }: { readonly pk: string; readonly sk: string }): string => `${pk}\n${sk}`;

async function readSummary(folder: string): Promise<{ id: string; summary: ExportSummary }> {
  const text = await unlessMissing(readFile(join(folder, FILES.summary), 'utf8'));
  if (text === undefined)
    throw new Refusal(`${folder}: ${FILES.summary} is missing; this is not a complete export`);
  const damaged = (cause: unknown) => new Refusal(`${folder}: ${FILES.summary} is damaged`, { cause });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw damaged(cause);
  }
  const versions = versionsSchema.safeParse(parsed);
  if (!versions.success) throw damaged(versions.error);
  const { form, dataVersion } = versions.data;
  if (form !== EXPORT_FORM || dataVersion !== DATA_VERSION) {
    const isLater = form > EXPORT_FORM || dataVersion > DATA_VERSION;
    const both = `form ${form}, data version ${dataVersion} instead of ${EXPORT_FORM} and ${DATA_VERSION}`;
    throw new Refusal(
      `${folder}: ${isLater ? 'a later' : 'an earlier'} version of Rida wrote this export (${both}); import it with that version`,
    );
  }
  const summary = summarySchema.safeParse(parsed);
  if (!summary.success) throw damaged(summary.error);
  return { id: hashOf(text).slice(0, 16), summary: summary.data };
}

/** Return the hash of a file, or undefined when it is missing. */
async function hashOfFile(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  const read = async (): Promise<string> => {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  };
  return unlessMissing(read());
}

async function* linesOf<T>(path: string, read: (line: unknown) => T): AsyncGenerator<T> {
  const input = createReadStream(path);
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    try {
      yield read(JSON.parse(line));
    } catch (cause) {
      throw new Refusal(`${path}: line ${number} is damaged`, { cause });
    }
  }
}

/** Return the names of files that are missing or changed, each with its fault. */
async function faultsOf(folder: string, { files, keySha256 }: ExportSummary): Promise<string[]> {
  const faults: string[] = [];
  const compare = async (name: string, path: string, expected: string): Promise<void> => {
    const found = await hashOfFile(path);
    if (found !== expected) faults.push(`${name} is ${found === undefined ? 'missing' : 'damaged'}`);
  };
  await compare(FILES.key, join(folder, FILES.key), keySha256);
  for (const [name, { sha256 }] of Object.entries(files)) await compare(name, join(folder, name), sha256);
  if (faults.some((fault) => fault.startsWith(FILES.contents))) return faults;
  for await (const { key, sha256 } of linesOf(join(folder, FILES.contents), contentLine.parse)) {
    const path = contentPath(folder, sha256);
    await compare(`${path.slice(folder.length + 1)} (${key})`, path, sha256);
  }
  return faults;
}

async function* contentsOf(folder: string): AsyncGenerator<StoredContent> {
  for await (const line of linesOf(join(folder, FILES.contents), contentLine.parse)) {
    const { key, contentType, arrival } = line;
    const bytes = await readFile(contentPath(folder, line.sha256));
    yield { key, contentType, bytes, ...(arrival && { arrival: arrivalOf(arrival) }) };
  }
}

const arrivalOf = ({ at, envelopeFrom, recipients }: NonNullable<ContentLine['arrival']>) => ({
  at: Date.parse(at),
  ...(envelopeFrom !== undefined && { envelopeFrom }),
  ...(recipients && { recipients }),
});

/**
 * Open an export and compare every file with the summary before anything is imported.
 * @throws Refusal that names the damaged files
 */
export async function readExport(folder: string): Promise<CheckedExport> {
  const { id, summary } = await readSummary(folder);
  const faults = await faultsOf(folder, summary);
  if (faults.length > 0) {
    const more = faults.length > NAMED ? `; and ${faults.length - NAMED} more` : '';
    throw new Refusal(`${folder}: ${faults.slice(0, NAMED).join('; ')}${more}; nothing was imported`);
  }
  const unpublished = new Set<string>();
  for await (const key of linesOf(join(folder, FILES.unpublished), keyLine.parse))
    unpublished.add(keyName(key));
  return {
    ...{ id, summary, unpublished, key: await readFile(join(folder, FILES.key)) },
    items: () => linesOf(join(folder, FILES.items), fromItemLine),
    contents: () => contentsOf(folder),
  };
}
