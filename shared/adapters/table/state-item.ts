import * as z from 'zod';
import type { Aggregates, Kind } from '#shared/ports/store.ts';
import { callFields } from './call-fields.ts';
import { callOutFields } from './call-out-fields.ts';
import { caseFields } from './case-fields.ts';
import { digestFields } from './digest-fields.ts';
import { text, whole } from './field-types.ts';
import { decodeWhole, encodeFields, type FieldTable, field } from './fields.ts';
import { indexKeys } from './index-keys.ts';
import type { Item } from './item.ts';
import { stateExpiry } from './kept.ts';
import { ownerOf, stateKey } from './keys.ts';
import { linesFields } from './lines-fields.ts';
import { personFields } from './person-fields.ts';
import { staffFields } from './staff-fields.ts';
import { taskFields } from './task-fields.ts';
import { frameFields, replicateFields, weekFields } from './week-fields.ts';
import type { ChangedAt } from './work-sort.ts';

/** The field tables of the aggregates. */
export const fieldTables: Readonly<Record<Kind, FieldTable>> = {
  case: caseFields,
  call: callFields,
  person: personFields,
  staff: staffFields,
  digest: digestFields,
  'call-out': callOutFields,
  lines: linesFields,
  week: weekFields,
  replicate: replicateFields,
  frame: frameFields,
  task: taskFields,
};

const kept = { version: field(whole), causes: field(z.array(text)) };

const stateFields: Readonly<Record<Kind, FieldTable>> = {
  case: { ...kept, ...caseFields },
  call: { ...kept, ...callFields },
  person: { ...kept, ...personFields },
  staff: { ...kept, ...staffFields },
  digest: { ...kept, ...digestFields },
  'call-out': { ...kept, ...callOutFields },
  lines: { ...kept, ...linesFields },
  week: { ...kept, ...weekFields },
  replicate: { ...kept, ...replicateFields },
  frame: { ...kept, ...frameFields },
  task: { ...kept, ...taskFields },
};

/**
 * Convert the state of an aggregate to an item, with its index attributes.
 * @param changed the last change of its entry in the list of work, in a store that reads the list by changes
 */
export function stateItem<K extends Kind>(
  kind: K,
  state: Aggregates[K],
  shards: number,
  changed?: ChangedAt,
): Item {
  const key = stateKey(kind, state.id);
  return {
    ...key,
    ...indexKeys(kind, state, shards, changed),
    ...encodeFields(stateFields[kind], state, `${key.pk} ${key.sk}`),
    ...stateExpiry(kind, state),
  };
}

/** Convert an item to a state. Throw a StoreError that names the item and the field. */
export function stateOf<K extends Kind>(item: Item): Aggregates[K] {
  const { kind, id } = ownerOf(item.pk);
  return { id, ...decodeWhole(stateFields[kind], item, `${item.pk} ${item.sk}`) } as unknown as Aggregates[K];
}
