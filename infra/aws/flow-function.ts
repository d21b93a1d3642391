import { Aws, Duration } from 'aws-cdk-lib';
import { CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect';
import { Alias, CfnPermission, type IVersion } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { FlowFunctionName } from '#shared/runtime/function-name.ts';
import type { ConnectInstance } from './connect-instance.ts';
import type { Platform } from './platform.ts';
import { RidaFunction, type VariablesOf } from './rida-function.ts';

export interface FlowFunctionProps<N extends FlowFunctionName> {
  readonly instance: ConnectInstance;
  readonly service: N;
  readonly variables: VariablesOf<N>;
  /** The effect on callers when the function fails, as a sentence. */
  readonly impact: string;
}

const SLOW = Duration.millis(1_500);

/**
 * A function that a flow calls while a caller waits. The instance may invoke it, and an alarm watches its
 * duration.
 */
export class FlowFunction<N extends FlowFunctionName> extends Construct {
  readonly function: RidaFunction<N>;
  /** The ARN that flows invoke: the function, or its alias with started instances. */
  readonly arn: string;

  constructor(scope: Construct, id: string, platform: Platform, props: FlowFunctionProps<N>) {
    super(scope, id);
    const { instance, service, variables, impact } = props;
    const { alarms, stage } = platform;
    this.function = new RidaFunction(this, 'Function', platform, {
      service,
      variables,
      // CPU capacity grows with memory. A caller waits, and a flow times out after at most 4 seconds.
      memoryMiB: 1024,
      reserved: stage.callerConcurrency,
      timeout: Duration.seconds(4),
    });
    this.arn =
      stage.warmCallers === 0
        ? this.function.functionArn
        : new Alias(this, 'Warm', {
            aliasName: 'warm',
            // The type declarations of the CDK do not compile with exactOptionalPropertyTypes.
            version: this.function.currentVersion as IVersion,
            provisionedConcurrentExecutions: stage.warmCallers,
          }).functionArn;
    const permission = new CfnPermission(this, 'Permission', {
      action: 'lambda:InvokeFunction',
      functionName: this.arn,
      principal: 'connect.amazonaws.com',
      sourceAccount: Aws.ACCOUNT_ID,
      sourceArn: instance.arn,
    });
    const association = instance.inTurn(
      new CfnIntegrationAssociation(this, 'Association', {
        instanceId: instance.arn,
        integrationType: 'LAMBDA_FUNCTION',
        integrationArn: this.arn,
      }),
    );
    association.addResourceDependency(permission);
    const period = Duration.minutes(1);
    alarms.add(this, 'Fails', {
      metric: this.function.metricErrors({ period }),
      threshold: 1,
      cause: 'one request without an answer',
      impact,
    });
    alarms.add(this, 'Throttled', {
      metric: this.function.metricThrottles({ period }),
      threshold: 1,
      cause: 'one request while all executions of the account or of the reservation are in use',
      impact,
    });
    alarms.add(this, 'Slow', {
      metric: this.function.metricDuration({ period: Duration.minutes(5), statistic: 'p99' }),
      // Below the time limit of an answer (`ANSWER_WITHIN_MS`), at which the function gives up.
      threshold: SLOW.toMilliseconds(),
      cause: `a request of a caller that takes ${SLOW.toMilliseconds()} ms, one in a hundred`,
      impact: 'Callers wait in silence for more than one and a half seconds before the call continues.',
    });
    alarms.show(
      `${service}: duration of calls by flows in milliseconds`,
      this.function.metricDuration({ period, statistic: 'p50' }),
      this.function.metricDuration({ period, statistic: 'p99' }),
    );
  }
}
