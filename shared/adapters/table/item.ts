/** Where an item lies. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** An item as it is stored: its key and its attributes by their short names. */
export type Item = Key & Readonly<Record<string, unknown>>;
