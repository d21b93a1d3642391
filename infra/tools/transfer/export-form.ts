import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { fromDynamoJson, toDynamoJson } from '#shared/adapters/aws/dynamo-json.ts';
import type { Item } from '#shared/adapters/table/item.ts';

/** The version of the form of an export. Increase it when earlier exports cannot be read any more. */
export const EXPORT_FORM = 1;

/** The files of an export. Each line of a `.jsonl` file is one JSON object. */
export const FILES = {
  /** Written last: an export without it is incomplete. */
  summary: 'export.json',
  key: 'key',
  items: 'items.jsonl',
  unpublished: 'unpublished.jsonl',
  contents: 'contents.jsonl',
} as const;

const sha256 = z.string().regex(/^[\da-f]{64}$/u);
const summaryOfFile = z.strictObject({ lines: z.int().nonnegative(), sha256 });

/** The versions of an export, which are read first. */
export const versionsSchema = z.object({ form: z.int().positive(), dataVersion: z.int().positive() });

export const summarySchema = versionsSchema.extend({
  exportedAt: z.iso.datetime(),
  clockAheadMs: z.int().nonnegative(),
  keySha256: sha256,
  files: z.strictObject({
    [FILES.items]: summaryOfFile,
    [FILES.unpublished]: summaryOfFile,
    [FILES.contents]: summaryOfFile,
  }),
});
export type ExportSummary = z.output<typeof summarySchema>;

/** An item in the form of DynamoDB's own exports to S3 (developer guide, "Table export output format"). */
const itemLine = z.object({ Item: z.record(z.string(), z.unknown()) });
const itemKeys = z.looseObject({ pk: z.string().min(1), sk: z.string().min(1) });

export const keyLine = z.strictObject({ pk: z.string().min(1), sk: z.string().min(1) });

export const contentLine = z.strictObject({
  key: z.string().min(1),
  contentType: z.string(),
  bytes: z.int().nonnegative(),
  sha256,
  arrival: z
    .strictObject({
      at: z.iso.datetime(),
      envelopeFrom: z.string().optional(),
      recipients: z.array(z.string()).optional(),
    })
    .optional(),
});
export type ContentLine = z.output<typeof contentLine>;

export const toItemLine = (item: Item): object => ({ Item: toDynamoJson(item) });
export const fromItemLine = (line: unknown): Item =>
  itemKeys.parse(fromDynamoJson(itemLine.parse(line).Item));

export const hashOf = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Return the path of a content in an export. Equal contents are one file. */
export const contentPath = (folder: string, hash: string): string =>
  join(folder, 'contents', hash.slice(0, 2), hash);
