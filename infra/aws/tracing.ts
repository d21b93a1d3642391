import { type IRole, Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { accept, exceptions } from './nag.ts';

/**
 * The right to send traces, in one policy for all functions: X-Ray knows no resources, and apart from
 * the rest it needs one exception instead of one a function.
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
