/** An index and the two attributes that make an item appear in it; an item without them is not in it. */
export interface IndexSchema {
  readonly name: string;
  readonly partition: string;
  readonly sort: string;
}
export type IndexName = 'beneficiary' | 'desk';

/**
 * The one table: its keys and its indexes, for whoever creates it (the stack, the tests, SQLite).
 * Every index projects the keys alone, so that a change of anything else costs no index write.
 */
export const tableSchema = {
  partition: 'pk',
  sort: 'sk',
  projection: 'KEYS_ONLY',
  indexes: {
    beneficiary: { name: 'by-beneficiary', partition: 'bp', sort: 'bs' },
    desk: { name: 'desk', partition: 'dp', sort: 'ds' },
  },
} as const satisfies {
  partition: string;
  sort: string;
  projection: string;
  indexes: Record<IndexName, IndexSchema>;
};

/** The indexes as a list. */
export const indexSchemas: readonly IndexSchema[] = Object.values(tableSchema.indexes);
