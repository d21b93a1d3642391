/** The primary key of an item. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** An item as it is stored: its key and its attributes. */
export type Item = Key & Readonly<Record<string, unknown>>;
