import type { Item, Key } from '#shared/adapters/table/item.ts';

/** When and how a mail arrived that is not processed yet or is kept for the administrator. */
export interface Arrival {
  readonly at: number;
  readonly envelopeFrom?: string;
  readonly recipients?: readonly string[];
}

/** The content under a key: a raw mail, a message, a file or a recording. Keys are those of a deployment's buckets. */
export interface StoredContent {
  readonly key: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly arrival?: Arrival;
}

/** All data of a centre, for an export. */
export interface CentreData {
  /** The key from which references, ids and links are derived. */
  readonly key: Uint8Array;
  /** How far the clock of the centre is ahead, in milliseconds. */
  readonly clockAheadMs: number;
  /** Return every item of the table, with its index attributes. */
  items(): AsyncIterable<Item>;
  /** Return the keys of the commits whose events some consumer may not have received. */
  unpublished(): Promise<readonly Key[]>;
  contents(): AsyncIterable<StoredContent>;
  close(): void;
}

/** The facts about an export that its target needs first. */
export interface ExportFacts {
  /** The fingerprint of the export. */
  readonly id: string;
  readonly key: Uint8Array;
  readonly clockAheadMs: number;
}

/** Whether a target stored something, or had it before. Nothing is overwritten. */
export type Stored = 'stored' | 'there';

/** An empty centre that an import fills. */
export interface EmptyCentre {
  /** The number of writes in process at a time. */
  readonly atOnce: number;
  /**
   * Check that the centre is empty, or that an earlier import of the same export was interrupted.
   * @throws Refusal when it has other data
   */
  begin(facts: ExportFacts): Promise<void>;
  addContent(content: StoredContent): Promise<Stored>;
  /** Store an item. The events of an unpublished commit are published afterwards. */
  addItem(item: Item, isUnpublished: boolean): Promise<Stored>;
  /** Mark the import as complete. */
  finish(): Promise<void>;
  close(): void;
}
