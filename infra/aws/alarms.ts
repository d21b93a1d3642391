import { Aws, Duration } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmStatusWidget,
  type CfnAlarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { accept, exceptions } from './nag.ts';

export interface AlarmProps {
  readonly metric: IMetric;
  /** The alarm triggers at this value and above, or below it with `below`. */
  readonly threshold: number;
  readonly below?: boolean;
  readonly evaluationPeriods?: number;
  /**
   * How missing data is treated: `fine` (default) means that nothing happened, `alarming` that the source has
   * stopped.
   */
  readonly silence?: 'fine' | 'alarming';
  /** The input that reaches the threshold. It is a column of ALARMS.md. */
  readonly cause: string;
  /** The impact on beneficiaries, as a sentence. It comes first in the alarm description. */
  readonly impact: string;
  /** The action of the operator, if there is a specific one. */
  readonly remedy?: string;
}

const SENTENCE = /^[A-Z].{30,}\.$/u;

/** The encrypted SNS topic that mails alarms to operators, and the dashboard with all alarms. */
export class Alarms extends Construct {
  readonly topic: Topic;
  private readonly all: Alarm[] = [];
  private readonly dashboard: Dashboard;

  constructor(
    scope: Construct,
    id: string,
    { email, key, name }: { email: string; key: IKey; name: string },
  ) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { masterKey: key, enforceSSL: true, displayName: `Rida ${name}` });
    // A topic policy replaces the default one, and `enforceSSL` adds only a Deny.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    const undelivered = createDeadLetterQueue(this, 'Undelivered', key);
    this.topic.addSubscription(new EmailSubscription(email, { deadLetterQueue: undelivered }));
    this.dashboard = new Dashboard(this, 'Dashboard', { dashboardName: `rida-${name}` });
    this.dashboard.addWidgets(
      new AlarmStatusWidget({ title: 'Alarms', alarms: this.all, width: 24, height: 6 }),
    );
    this.add(this, 'UndeliveredAlarm', {
      metric: undelivered.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) }),
      threshold: 1,
      cause: 'an address for alarms that SNS cannot reach',
      impact:
        'An alarm notification could not be delivered. Beneficiaries may be affected by a fault that no operator has seen.',
    });
  }

  /**
   * Create an alarm with its impact in the description.
   *
   * @throws Error when the impact is not a sentence
   */
  add(scope: Construct, id: string, props: AlarmProps): Alarm {
    const { metric, threshold, below, evaluationPeriods = 1, silence, cause, impact, remedy } = props;
    if (!SENTENCE.test(impact))
      throw new Error(`${scope.node.path}/${id}: the impact must be a sentence, not "${impact}"`);
    const alarm = new Alarm(scope, id, {
      metric,
      threshold,
      evaluationPeriods,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: silence === 'alarming' ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: remedy === undefined ? impact : `${impact} ${remedy}`,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
    (alarm.node.defaultChild as CfnAlarm).addMetadata('rida:cause', cause);
    this.all.push(alarm);
    return alarm;
  }

  /** Add a graph to the dashboard. */
  show(title: string, ...metrics: readonly IMetric[]): void {
    this.dashboard.addWidgets(new GraphWidget({ title, left: [...metrics], width: 8 }));
  }
}

/** Create a queue that keeps failed messages for 14 days. Use `DeadLetters`, which adds the alarm. */
export function createDeadLetterQueue(scope: Construct, id: string, key: IKey): IQueue {
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: key,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  accept(queue, exceptions.deadLetters);
  return queue;
}
