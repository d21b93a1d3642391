import type { Actor, Language, Preference } from '#events/vocabulary.ts';

/** An address or a number a beneficiary uses. */
export interface ContactPoint {
  readonly kind: 'email' | 'phone';
  /** As people write it; a number in E.164. */
  readonly value: string;
  /** The pseudonymous id cases under this address or number carry. */
  readonly beneficiaryId: string;
}

/**
 * What is known of a beneficiary beyond their cases: which addresses and numbers are theirs, and what they
 * asked not to get. Kept under the id of one of them; most beneficiaries need no record.
 */
export interface Person {
  readonly id: string;
  readonly version: number;
  readonly causes: readonly string[];
  readonly name?: string;
  readonly contacts: readonly ContactPoint[];
  /** Ids joined to this one; their cases are this beneficiary's too. */
  readonly joined: readonly string[];
  /** Set while this id is joined to another: the record there counts. */
  readonly into?: string;
  /** Addresses among theirs, lower-case, that take no mail of ours. */
  readonly failing?: readonly string[];
  /** What they asked not to get. */
  readonly optOuts: readonly Preference[];
  /** What they chose to be spoken to in on the telephone. */
  readonly language?: Language;
  readonly verified?: {
    readonly at: number;
    readonly by: Actor;
    readonly means: 'nafath' | 'document' | 'call-back';
  };
  readonly erasedAt?: number;
}
