import type { Language } from '#events/vocabulary.ts';
import type { UsedService } from '#shared/domain/outreach/call-out.ts';
import { listBlobs } from '#shared/domain/outreach/frame.ts';
import type { ListIssue } from '#shared/domain/outreach/listed-call.ts';
import type { BlobStore } from '#shared/ports/outside.ts';

/** A right row of a list, as it is stored. */
export interface StoredTransaction {
  readonly phone: string;
  readonly service: UsedService;
  readonly language: Language;
}

/** The fields of a stored row: number, id of the service or nothing, its name, day, language. */
type Row = readonly [string, string, string, string, Language];
/** The fields of a stored fault: line, fault, written text. */
type Issue = readonly [number, ListIssue['fault'], string];

export const JSON_LINES = 'application/x-ndjson';
/** Write values as lines of JSON. */
export const encodeLines = (rows: readonly unknown[]): Uint8Array =>
  new TextEncoder().encode(rows.map((one) => JSON.stringify(one)).join('\n'));

/** Read the lines of JSON of a blob. A missing blob has none. */
export async function decodeLines<T>(blobs: BlobStore, key: string): Promise<readonly T[]> {
  const blob = await blobs.get(key);
  if (blob === undefined || blob.bytes.byteLength === 0) return [];
  const lines = new TextDecoder().decode(blob.bytes).split('\n');
  return lines.map((line): T => JSON.parse(line));
}

export const putRows = (
  blobs: BlobStore,
  list: string,
  part: number,
  rows: readonly StoredTransaction[],
): Promise<void> =>
  blobs.put(
    listBlobs(list).part(part),
    encodeLines(
      rows.map(({ phone, service: { id = '', name, on }, language: spoken }) => [
        phone,
        id,
        name,
        on,
        spoken,
      ]),
    ),
    JSON_LINES,
  );

export const putIssues = (
  blobs: BlobStore,
  list: string,
  part: number,
  issues: readonly ListIssue[],
): Promise<void> =>
  blobs.put(
    listBlobs(list).issues(part),
    encodeLines(issues.map(({ line, fault, given }) => [line, fault, given])),
    JSON_LINES,
  );

/** Read a part of the right rows of a list. A removed part has none. */
export async function getRows(blobs: BlobStore, list: string, part: number): Promise<StoredTransaction[]> {
  const rows = await decodeLines<Row>(blobs, listBlobs(list).part(part));
  return rows.map(([phone, id, name, on, spoken]) => ({
    ...{ phone, language: spoken },
    service: { ...(id !== '' && { id }), name, on },
  }));
}

/** Read a part of the faulty rows of a list. */
export async function getIssues(blobs: BlobStore, list: string, part: number): Promise<ListIssue[]> {
  const issues = await decodeLines<Issue>(blobs, listBlobs(list).issues(part));
  return issues.map(([line, fault, given]) => ({ line, fault, given }));
}
