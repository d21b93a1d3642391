import type { SQLOutputValue } from 'node:sqlite';
import type { Item } from '#shared/adapters/table/item.ts';
import { StoreError } from '#shared/ports/store-error.ts';

const BINARY = '$base64';

const isBinary = (value: unknown): value is { readonly [BINARY]: string } =>
  typeof value === 'object' && value !== null && BINARY in value;

/** The attributes of an item that have no column of their own, as JSON; bytes as base64. */
export function toBody(item: Item, columns: readonly string[]): string {
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(item)) {
    if (columns.includes(name)) continue;
    body[name] = value instanceof Uint8Array ? { [BINARY]: Buffer.from(value).toString('base64') } : value;
  }
  return JSON.stringify(body);
}

/** The item of a row. */
export function fromBody(row: Readonly<Record<string, SQLOutputValue>>): Item {
  const pk = String(row.pk);
  const sk = String(row.sk);
  try {
    const body = JSON.parse(String(row.body)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(body)) {
      if (isBinary(value)) body[name] = new Uint8Array(Buffer.from(value[BINARY], 'base64'));
    }
    return { ...body, pk, sk };
  } catch (cause) {
    throw new StoreError('damaged', `item ${pk} ${sk}: its body is not JSON`, { cause });
  }
}
