import { Aws, Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EventInvokeConfig, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { DeadLetters } from './dead-letters.ts';
import { accept, exceptions } from './nag.ts';

export interface ScheduleProps {
  readonly calls: IFunction;
  /** An EventBridge Scheduler expression, such as `rate(1 minute)`. */
  readonly at: string;
  readonly zone?: string;
  readonly description: string;
  readonly missed: DeadLetters;
  /** How often a failed run is repeated. Default: never. */
  readonly retries?: 0 | 1 | 2;
}

/** Invokes a function on a schedule, with a role that has no other permission. */
export class Schedule extends Construct {
  constructor(scope: Construct, id: string, props: ScheduleProps) {
    super(scope, id);
    const { calls, at, zone, description, missed, retries = 0 } = props;
    // The scheduler invokes asynchronously: Lambda itself would repeat a failed run twice, also with `retries: 0`.
    const invocation = new EventInvokeConfig(this, 'Invocation', {
      function: calls,
      retryAttempts: retries,
      maxEventAge: Duration.minutes(retries === 0 ? 5 : 60),
    });
    accept(invocation, [exceptions.failedRun]);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
      description: `Rida: ${description}`,
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [calls.functionArn] }),
    );
    for (const statement of missed.sending()) role.addToPolicy(statement);
    const schedule = new CfnSchedule(this, 'Schedule', {
      description: `Rida: ${description}`,
      scheduleExpression: at,
      ...(zone !== undefined && { scheduleExpressionTimezone: zone }),
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: calls.functionArn,
        roleArn: role.roleArn,
        input: '{}',
        deadLetterConfig: { arn: missed.queue.queueArn },
        retryPolicy: { maximumEventAgeInSeconds: retries === 0 ? 60 : 3600, maximumRetryAttempts: retries },
      },
    });
    // A schedule that starts before its role may call the function fills the dead-letter queue.
    schedule.node.addDependency(role);
  }
}
