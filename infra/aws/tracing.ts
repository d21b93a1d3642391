import { type IManagedPolicy, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { accept, exceptions } from './nag.ts';

/**
 * The permission to send traces, as one managed policy for all functions. X-Ray does not support
 * resource-level permissions, so that a shared policy needs only one cdk-nag exception.
 *
 * Lambda checks the permission when it creates a function. A role names its managed policies, so that the
 * policy exists before the role, and the role before the function.
 */
export class Tracing extends Construct {
  readonly policy: IManagedPolicy;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.policy = new ManagedPolicy(this, 'Policy', {
      description: 'Rida: send traces to X-Ray',
      statements: [
        new PolicyStatement({
          actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
          resources: ['*'],
        }),
      ],
    });
    accept(this.policy, [exceptions.tracing]);
  }
}
