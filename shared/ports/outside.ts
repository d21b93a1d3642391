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
  /** Writes a blob unless there is one under the key; false, and nothing changed, when there is. */
  putOnce(key: string, bytes: Uint8Array, contentType: string): Promise<boolean>;
  get(key: string): Promise<Blob | undefined>;
  /** Takes blobs away for good, under keys and under whatever begins with a prefix ending in `/`. */
  remove(keys: readonly string[]): Promise<void>;
}

export interface OutgoingMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly messageId: string;
  readonly raw: Uint8Array;
  /** What a provider that renames mails gives back when it reports on one: letters, digits and hyphens. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** An address the provider would not take a mail for; `permanent` when it says that there is no such mailbox. */
export interface RefusedRecipient {
  readonly address: string;
  readonly permanent: boolean;
  /** Enhanced status code (RFC 3463), when one was said. */
  readonly status?: string;
}

export interface SentOut {
  readonly providerId?: string;
  /** Recipients that did not get it, while the others did. */
  readonly refused?: readonly RefusedRecipient[];
}

/** Sends a finished mail; throws when the provider took it for nobody and another try or a person is needed. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<SentOut>;
}

/** Copies of mail that went out, where they are kept. */
export interface SentCopies {
  /** Takes copies away for good, by Message-ID. */
  forget(messageIds: readonly string[]): Promise<void>;
}

/** Puts events on the bus; answers the ids of those the bus did not take. */
export interface Publisher {
  publish(events: readonly RidaEvent[]): Promise<readonly string[]>;
}

/** Work handed on: the timers that came due. */
export interface WorkQueue<T> {
  send(items: readonly T[]): Promise<void>;
}

/** How a model would register what somebody wrote; 0 ≤ `confidence` ≤ 1. */
export interface Suggestion {
  readonly type: CaseType;
  readonly category: string;
  readonly confidence: number;
}

/**
 * A model that proposes and decides nothing. Undefined when it has nothing to say; rejects when it fails or
 * `signal` says that nobody waits any more.
 */
export interface Suggester {
  suggest(subject: string, text: string, signal?: AbortSignal): Promise<Suggestion | undefined>;
}

/** The rules in force: settings as data, compiled. */
export interface RulesSource {
  current(): Promise<Rules>;
}

/** Keyed one-way ids and seals; the key never leaves the adapter. */
export interface Keys {
  /** A number 0 ≤ n < `below` that nobody without the key can foretell. */
  number(purpose: string, of: string, below: number): Promise<number>;
  /** A seal over a text, base64url. */
  seal(purpose: string, of: string): Promise<string>;
  /** Whether a seal is right, compared in constant time. */
  holds(purpose: string, of: string, seal: string): Promise<boolean>;
}
