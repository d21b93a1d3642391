/** An index and its two attributes. An item without them is not in the index. */
export interface IndexSchema {
  readonly name: string;
  readonly partition: string;
  readonly sort: string;
}
export type IndexName = 'owner' | 'due' | 'list' | 'assignee' | 'place';

/**
 * The table: its keys and its indexes, for the stack, the tests and SQLite. Every index projects only the
 * keys, so that a change of other attributes costs no index write.
 */
export const tableSchema = {
  partition: 'pk',
  sort: 'sk',
  projection: 'KEYS_ONLY',
  indexes: {
    owner: { name: 'by-owner', partition: 'ownerPartition', sort: 'ownerSort' },
    due: { name: 'by-due', partition: 'duePartition', sort: 'dueSort' },
    list: { name: 'by-list', partition: 'listPartition', sort: 'listSort' },
    place: { name: 'by-place', partition: 'placePartition', sort: 'placeSort' },
    assignee: { name: 'by-assignee', partition: 'assigneePartition', sort: 'assigneeSort' },
  },
} as const satisfies {
  partition: string;
  sort: string;
  projection: string;
  indexes: Record<IndexName, IndexSchema>;
};

/** The attribute with the time to live, in seconds since 1970. DynamoDB removes the item after it. */
export const EXPIRY = 'expiresAt';

/** The indexes as a list. */
export const indexSchemas: readonly IndexSchema[] = Object.values(tableSchema.indexes);

/** The index of the search table: the words of all cases, by their beginning. */
export const wordIndex = {
  name: 'by-word',
  partition: 'wordPartition',
  sort: 'wordSort',
} as const satisfies IndexSchema;
