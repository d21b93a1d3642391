import { Duration } from 'aws-cdk-lib';
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { type ConsumerName, typesFor } from '#events/registry.ts';
import type { AlarmCode } from '#shared/runtime/log-codes.ts';
import { loggedCode } from './logged-code.ts';
import type { Platform } from './platform.ts';
import { RidaFunction, type VariablesOf } from './rida-function.ts';
import { SqsWorkQueue } from './work-queue.ts';

export interface EventConsumerProps<C extends ConsumerName> {
  readonly bus: EventBus;
  /** The consumer name in the event registry, which determines its events. */
  readonly consumer: C;
  readonly variables: VariablesOf<C>;
  /** The impact on beneficiaries when this consumer fails, as a sentence. */
  readonly impact: string;
  readonly memoryMiB?: number;
  readonly batchSize?: number;
  readonly maxConcurrency?: number;
  /** How long events are collected into one batch. Larger batches cost less. */
  readonly gather?: Duration;
  /** Whether the function may hide a message until SES or Connect accepts requests again. */
  readonly postpones?: boolean;
  /** A log code that raises an alarm, with the impact as a sentence. */
  readonly alarmOn?: { readonly code: AlarmCode; readonly impact: string; readonly remedy?: string };
}

const TIMEOUT = Duration.seconds(30);

/** A consumer of events: a rule on the bus, a queue with a dead-letter queue, a function, and alarms. */
export class EventConsumer<C extends ConsumerName> extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, props: EventConsumerProps<C>) {
    super(scope, id);
    const { bus, consumer, variables, impact } = props;
    const { memoryMiB = 512, batchSize = 10, maxConcurrency = 5, gather, postpones = false, alarmOn } = props;
    const gathering = gather && { gather };
    const work = new SqsWorkQueue(this, 'Work', platform, { impact, workTimeout: TIMEOUT, ...gathering });
    new Rule(this, 'Rule', {
      eventBus: bus,
      description: `Events for ${consumer}`,
      eventPattern: { detailType: typesFor(consumer) },
      targets: [work.target()],
    });
    const worker = new RidaFunction(this, 'Function', platform, {
      service: consumer,
      variables,
      memoryMiB,
      timeout: TIMEOUT,
    });
    work.feed(worker, { batchSize, maxConcurrency, postpones, ...gathering });
    if (alarmOn) {
      const { code, ...alarm } = alarmOn;
      const metric = loggedCode(this, 'Logged', platform, { logGroup: worker.logGroup, code });
      platform.alarms.add(this, 'LoggedAlarm', {
        metric,
        threshold: 1,
        cause: `one line with the code ${code}`,
        ...alarm,
      });
    }
  }
}
