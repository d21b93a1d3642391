/** The primary key of an item. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** A stored item: its key and its attributes. */
export type Item = Key & Readonly<Record<string, unknown>>;
