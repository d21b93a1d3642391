import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { DATA_VERSION } from '#shared/adapters/embedded/data-version.ts';
import { syncFolder, writeDurably, writeOnce } from '#shared/adapters/embedded/durable-file.ts';
import type { Arrival, CentreData, StoredContent } from './centre-data.ts';
import {
  type ContentLine,
  contentPath,
  EXPORT_FORM,
  type ExportSummary,
  FILES,
  hashOf,
  toItemLine,
} from './export-form.ts';

/** The characters that are collected before they are written. */
const WRITTEN_AT_ONCE = 1024 * 1024;

/** Write one JSON object a line. Return the number of lines and the hash of the file. */
async function writeLines(path: string, lines: AsyncIterable<object> | Iterable<object>) {
  const file = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  let [count, text] = [0, ''];
  const flush = async (): Promise<void> => {
    hash.update(text);
    await file.writeFile(text);
    text = '';
  };
  try {
    for await (const line of lines) {
      text += `${JSON.stringify(line)}\n`;
      count += 1;
      if (text.length >= WRITTEN_AT_ONCE) await flush();
    }
    await flush();
    await file.sync();
  } finally {
    await file.close();
  }
  return { lines: count, sha256: hash.digest('hex') };
}

const arrivalLine = ({ at, envelopeFrom, recipients }: Arrival): NonNullable<ContentLine['arrival']> => ({
  at: new Date(at).toISOString(),
  ...(envelopeFrom !== undefined && { envelopeFrom }),
  ...(recipients && { recipients: [...recipients] }),
});

const lineOf = ({ key, contentType, bytes, arrival }: StoredContent): ContentLine => ({
  ...{ key, contentType, bytes: bytes.byteLength, sha256: hashOf(bytes) },
  ...(arrival && { arrival: arrivalLine(arrival) }),
});

async function* storedIn(
  folder: string,
  contents: AsyncIterable<StoredContent>,
): AsyncGenerator<ContentLine> {
  for await (const content of contents) {
    const line = lineOf(content);
    await writeOnce(contentPath(folder, line.sha256), content.bytes);
    yield line;
  }
}

/**
 * Write all data of a centre to an empty folder that only its owner can read. The summary is written last, so that an
 * interrupted export is not taken for a complete one.
 */
export async function writeExport(data: CentreData, folder: string, now: number): Promise<ExportSummary> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const items = async function* () {
    for await (const item of data.items()) yield toItemLine(item);
  };
  const files = {
    [FILES.items]: await writeLines(join(folder, FILES.items), items()),
    [FILES.unpublished]: await writeLines(join(folder, FILES.unpublished), await data.unpublished()),
    [FILES.contents]: await writeLines(join(folder, FILES.contents), storedIn(folder, data.contents())),
  };
  await writeDurably(join(folder, FILES.key), data.key);
  const summary: ExportSummary = {
    ...{ form: EXPORT_FORM, dataVersion: DATA_VERSION, exportedAt: new Date(now).toISOString() },
    ...{ clockAheadMs: data.clockAheadMs, keySha256: hashOf(data.key), files },
  };
  await writeDurably(join(folder, FILES.summary), Buffer.from(`${JSON.stringify(summary, null, 2)}\n`));
  await syncFolder(folder);
  return summary;
}
