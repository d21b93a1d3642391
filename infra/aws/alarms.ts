import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmStatusWidget,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { accept, exceptions } from './nag.ts';

export interface AlarmProps {
  readonly metric: IMetric;
  /** The alarm sounds at this value and above, or below it with `below`. */
  readonly threshold: number;
  readonly below?: boolean;
  readonly evaluationPeriods?: number;
  /** What silence means: nothing happened (the default), or the thing itself has stopped. */
  readonly silence?: 'fine' | 'alarming';
  /** What it means to a beneficiary, as a sentence: whoever is woken reads this first. */
  readonly impact: string;
  /** What to do, when there is one thing to do. */
  readonly remedy?: string;
}

const SENTENCE = /^[A-Z].{30,}\.$/u;

/** Where alarms go (one encrypted topic, by e-mail), and the dashboard that shows them all. */
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
    const undelivered = createDeadLetterQueue(this, 'Undelivered', key);
    this.topic.addSubscription(new EmailSubscription(email, { deadLetterQueue: undelivered }));
    this.dashboard = new Dashboard(this, 'Dashboard', { dashboardName: `rida-${name}` });
    this.dashboard.addWidgets(
      new AlarmStatusWidget({ title: 'Alarms', alarms: this.all, width: 24, height: 6 }),
    );
    this.add(this, 'UndeliveredAlarm', {
      metric: undelivered.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) }),
      threshold: 1,
      impact:
        'Nobody was told of an alarm, so beneficiaries may be waiting behind a fault no one is working on.',
    });
  }

  /**
   * An alarm that says what it means.
   *
   * @throws Error when the impact is not a sentence
   */
  add(scope: Construct, id: string, props: AlarmProps): Alarm {
    const { metric, threshold, below, evaluationPeriods = 1, silence, impact, remedy } = props;
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
    this.all.push(alarm);
    return alarm;
  }

  /** A graph on the dashboard. */
  show(title: string, ...metrics: readonly IMetric[]): void {
    this.dashboard.addWidgets(new GraphWidget({ title, left: [...metrics], width: 8 }));
  }
}

/** A queue where what failed waits 14 days for a person. Use `DeadLetters`, which adds the alarm. */
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
