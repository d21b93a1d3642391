import { type IRole, Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { accept, exceptions } from './nag.ts';

/**
 * The permission to send traces, as one managed policy for all functions. X-Ray does not support
 * resource-level permissions, so that a shared policy needs only one cdk-nag exception.
 */
export class Tracing extends Construct {
  private readonly policy: Policy;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.policy = new Policy(this, 'Policy', {
      statements: [
        new PolicyStatement({
          actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
          resources: ['*'],
        }),
      ],
    });
    accept(this.policy, [exceptions.tracing]);
  }

  allow(role: IRole): void {
    this.policy.attachToRole(role);
  }
}
