import { Aws, Duration } from 'aws-cdk-lib';
import { CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { FlowFunctionName } from '#shared/runtime/function-name.ts';
import type { ConnectInstance } from './connect-instance.ts';
import { DeadLetters } from './dead-letters.ts';
import type { Platform } from './platform.ts';
import { RidaFunction, type VariablesOf } from './rida-function.ts';

export interface FlowFunctionProps<N extends FlowFunctionName> {
  readonly instance: ConnectInstance;
  readonly service: N;
  readonly variables: VariablesOf<N>;
  /** What a caller hears when it fails, as a sentence. */
  readonly impact: string;
}

/**
 * A function a caller waits for: Connect may call it, for the one instance, and knows it; and it is watched
 * by the time a caller waits.
 */
export class FlowFunction<N extends FlowFunctionName> extends Construct {
  readonly function: RidaFunction<N>;

  constructor(scope: Construct, id: string, foundation: Platform, props: FlowFunctionProps<N>) {
    super(scope, id);
    const { instance, service, variables, impact } = props;
    const { alarms } = foundation;
    this.function = new RidaFunction(this, 'Function', foundation, {
      service,
      variables,
      // A caller waits: processor time comes with memory, and a flow gives up after 4 seconds at most.
      memoryMiB: 1024,
      timeout: Duration.seconds(4),
      deadLetters: new DeadLetters(this, 'DeadLetters', foundation, { impact }),
    });
    this.function.addPermission('Connect', {
      principal: new ServicePrincipal('connect.amazonaws.com'),
      sourceAccount: Aws.ACCOUNT_ID,
      sourceArn: instance.arn,
    });
    instance.inTurn(
      new CfnIntegrationAssociation(this, 'Association', {
        instanceId: instance.arn,
        integrationType: 'LAMBDA_FUNCTION',
        integrationArn: this.function.functionArn,
      }),
    );
    const period = Duration.minutes(1);
    alarms.add(this, 'Fails', { metric: this.function.metricErrors({ period }), threshold: 1, impact });
    alarms.add(this, 'Throttled', {
      metric: this.function.metricThrottles({ period }),
      threshold: 1,
      impact,
    });
    alarms.add(this, 'Slow', {
      metric: this.function.metricDuration({ period: Duration.minutes(5), statistic: 'p99' }),
      threshold: 2_000,
      impact: 'Callers wait in silence for more than two seconds before the line goes on.',
    });
    alarms.show(
      `${service}: milliseconds a caller waits`,
      this.function.metricDuration({ period, statistic: 'p50' }),
      this.function.metricDuration({ period, statistic: 'p99' }),
    );
  }
}
