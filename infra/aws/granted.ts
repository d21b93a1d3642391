import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Exception } from './nag.ts';

/**
 * The value of an environment variable and the permissions that make it worth having. They travel
 * together, so that a function can neither be told of something it may not use nor the reverse.
 */
export interface Granted {
  readonly value: string;
  readonly statements: readonly PolicyStatement[];
  /** Findings of cdk-nag these permissions cause, with the reason they are right. */
  readonly exceptions?: readonly Exception[];
}
