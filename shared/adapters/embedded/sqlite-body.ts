import type { SQLOutputValue } from 'node:sqlite';
import type { Item } from '#shared/adapters/table/item.ts';
import { StoreError } from '#shared/adapters/table/store-error.ts';

const BINARY = '$base64';

const isBinary = (value: unknown): value is { readonly [BINARY]: string } =>
  typeof value === 'object' && value !== null && BINARY in value;

/** The attributes of an item that have no column of their own, as JSON; bytes as base64. */
export function toBody(item: Item, columns: readonly string[]): string {
  const rest = Object.entries(item).filter(([name]) => !columns.includes(name));
  return JSON.stringify(
    Object.fromEntries(
      rest.map(([name, value]) => [
        name,
        value instanceof Uint8Array ? { [BINARY]: Buffer.from(value).toString('base64') } : value,
      ]),
    ),
  );
}

/** The item of a row. */
export function fromBody(row: Readonly<Record<string, SQLOutputValue>>): Item {
  const pk = String(row.pk);
  const sk = String(row.sk);
  try {
    const body = Object.entries(JSON.parse(String(row.body)) as object).map(
      ([name, value]: [string, unknown]) => [
        name,
        isBinary(value) ? new Uint8Array(Buffer.from(value[BINARY], 'base64')) : value,
      ],
    );
    return { ...Object.fromEntries(body), pk, sk } as Item;
  } catch (cause) {
    throw new StoreError('damaged', `item ${pk} ${sk}: its body is not JSON`, { cause });
  }
}
