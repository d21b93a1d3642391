import type { Actor, Language, Preference, VerificationMeans } from '#events/vocabulary.ts';
import type { Asking } from '#shared/domain/surveys/asking.ts';

/** A mail address or telephone number of a beneficiary. */
export interface ContactPoint {
  readonly kind: 'email' | 'phone';
  /** As written by people; numbers in E.164. */
  readonly value: string;
  /** The pseudonymous id of cases under this address or number. */
  readonly beneficiaryId: string;
}

/**
 * Data of a beneficiary beyond their cases: addresses, numbers, opt-outs, and when they were last asked for an opinion.
 * Stored under one of their ids. Many beneficiaries have no record.
 */
export interface Person {
  readonly id: string;
  readonly version: number;
  readonly causes: readonly string[];
  readonly name?: string;
  readonly contacts: readonly ContactPoint[];
  /** Ids joined to this one. Their cases belong to this beneficiary too. */
  readonly joined: readonly string[];
  /** Id of the primary record. Set while this record is joined to another. */
  readonly into?: string;
  /** Addresses of the beneficiary that permanently reject mail, lower-case. */
  readonly failing?: readonly string[];
  /** The beneficiary's opt-outs. */
  readonly optOuts: readonly Preference[];
  /** When they were last asked for their opinion, on any channel. The only source of the cool-down. */
  readonly asked?: Asking;
  /** The language chosen on the telephone. */
  readonly language?: Language;
  readonly verified?: {
    readonly at: number;
    readonly by: Actor;
    readonly means: VerificationMeans;
  };
  readonly erasedAt?: number;
}
