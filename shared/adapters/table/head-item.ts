import * as z from 'zod';
import { packCauses, unpackCauses } from '#shared/ports/processed-causes.ts';
import type { Aggregates, Kind } from '#shared/ports/store.ts';
import { callFields } from './call-fields.ts';
import { callOutFields } from './call-out-fields.ts';
import { caseFields } from './case-fields.ts';
import { digestFields } from './digest-fields.ts';
import { decodeWhole, encodeFields, type Field, type FieldTable } from './fields.ts';
import { indexKeys } from './index-keys.ts';
import type { Item } from './item.ts';
import { headKey, ownerOf } from './keys.ts';
import { linesFields } from './lines-fields.ts';
import { personFields } from './person-fields.ts';
import { staffFields } from './staff-fields.ts';

/** The field tables of what the store keeps under a version. */
export const fieldTables: Readonly<Record<Kind, FieldTable>> = {
  case: caseFields,
  call: callFields,
  person: personFields,
  staff: staffFields,
  digest: digestFields,
  'call-out': callOutFields,
  lines: linesFields,
};

const packedCauses = z.codec(z.string().regex(/^(?:[\w-]{12})*$/u), z.array(z.string()), {
  decode: unpackCauses,
  encode: packCauses,
});

const kept = {
  version: { short: 'v', schema: z.int() },
  causes: { short: 'cs', schema: packedCauses },
} satisfies Record<string, Field>;

const whole: Readonly<Record<Kind, FieldTable>> = {
  case: { ...kept, ...caseFields },
  call: { ...kept, ...callFields },
  person: { ...kept, ...personFields },
  staff: { ...kept, ...staffFields },
  digest: { ...kept, ...digestFields },
  'call-out': { ...kept, ...callOutFields },
  lines: { ...kept, ...linesFields },
};

/** A head as an item, with the attributes of its index entries. */
export function headItem<K extends Kind>(kind: K, state: Aggregates[K], shards: number): Item {
  const key = headKey(kind, state.id);
  return {
    ...key,
    ...indexKeys(kind, state, shards),
    ...encodeFields(whole[kind], state, `${key.pk} ${key.sk}`),
  };
}

/** The head an item holds. Throws a StoreError that names the item and the field. */
export function headOf<K extends Kind>(item: Item): Aggregates[K] {
  const { kind, id } = ownerOf(item.pk);
  return { id, ...decodeWhole(whole[kind], item, `${item.pk} ${item.sk}`) } as unknown as Aggregates[K];
}
