import type { RidaEvent } from '#events/registry.ts';
import type { CaseType } from '#events/vocabulary.ts';
import type { Rules } from '#shared/domain/rules.ts';

/** The only clock: epoch milliseconds. */
export interface Clock {
  now(): number;
}

export interface Blob {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** Large or binary content: raw mail, messages, attachments. Keys are paths without `..`. */
export interface BlobStore {
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Store a blob unless the key exists. Return false, without a change, when it exists. */
  putOnce(key: string, bytes: Uint8Array, contentType: string): Promise<boolean>;
  get(key: string): Promise<Blob | undefined>;
  /** Delete blobs permanently, by key, or by prefix when a key ends in `/`. */
  remove(keys: readonly string[]): Promise<void>;
}

/** The ids of the events that are not on the bus. */
export interface Unpublished {
  /** A later attempt may succeed. */
  readonly failed: readonly string[];
  /** The bus rejects the event itself. An unchanged event is rejected again. */
  readonly rejected: readonly string[];
}

/** Puts events on the bus. */
export interface Publisher {
  publish(events: readonly RidaEvent[]): Promise<Unpublished>;
}

/** A queue of due timers. */
export interface WorkQueue<T> {
  send(items: readonly T[]): Promise<void>;
}

/** A model's suggested classification; 0 ≤ `confidence` ≤ 1. */
export interface Suggestion {
  readonly type: CaseType;
  readonly category: string;
  readonly confidence: number;
}

/**
 * A model that suggests a classification. A suggestion decides nothing. Return undefined without a
 * suggestion. Reject when the model fails or `signal` aborts.
 */
export interface Suggester {
  suggest(subject: string, text: string, signal?: AbortSignal): Promise<Suggestion | undefined>;
}

/** The rules in force: compiled settings. */
export interface RulesSource {
  current(): Promise<Rules>;
}

/** Keyed one-way ids and seals. The key never leaves the adapter. */
export interface Keys {
  /** Derive a number 0 ≤ n < `below` that cannot be predicted without the key. */
  number(purpose: string, of: string, below: number): Promise<number>;
  /** Compute a seal over a text, base64url. */
  seal(purpose: string, of: string): Promise<string>;
  /** Verify a seal in constant time. */
  holds(purpose: string, of: string, seal: string): Promise<boolean>;
  /** Compute the first 22 characters of a seal, 132 bits, for short links (RFC 2104 §5). */
  shortSeal(purpose: string, of: string): Promise<string>;
  /** Verify a short seal in constant time. */
  holdsShort(purpose: string, of: string, seal: string): Promise<boolean>;
}
