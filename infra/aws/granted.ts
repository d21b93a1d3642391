import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Exception } from './nag.ts';

/**
 * The value of an environment variable with the permissions that its use needs. A function therefore cannot
 * receive one without the other.
 */
export interface Granted {
  readonly value: string;
  readonly statements: readonly PolicyStatement[];
  /** The cdk-nag findings that these permissions cause, with reasons. */
  readonly exceptions?: readonly Exception[];
}
