import { ArnFormat, Duration, Fn, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { FUNCTIONS_AT_A_TIME } from './concurrency.ts';
import { DeadLetters } from './dead-letters.ts';
import type { Platform } from './platform.ts';
import { RidaFunction } from './rida-function.ts';
import { Schedule } from './schedule.ts';

const IMPACT = 'Work of all queues waits: new mail, replies, deadlines and notices are processed late.';

/**
 * Reads all queues with one function, which invokes the functions behind them, so that background work leaves most of
 * the concurrent executions of a new account to callers and pages.
 */
export class QueueReader extends Construct {
  constructor(scope: Construct, id: string, platform: Platform) {
    super(scope, id);
    const { feeds, keys } = platform;
    const queues = feeds.map(({ queue }) => queue.queueArn);
    const statements = [
      new PolicyStatement({ actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'], resources: queues }),
      keys.use(keys.transit, 'kms:Decrypt'),
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: feeds.map(({ worker }) => worker.functionArn),
      }),
    ];
    const missed = new DeadLetters(this, 'Missed', platform, {
      impact: IMPACT,
      remedy:
        'The next run, within a minute, does the same work. Fix the function, then delete the messages.',
    });
    const reader = new RidaFunction(this, 'Function', platform, {
      service: 'relay/deliver',
      variables: {
        FEEDS: feeds
          .map(({ queue, worker, batchSize }) => `${queue.queueName} ${worker.functionName} ${batchSize}`)
          .join(','),
        FUNCTIONS_AT_A_TIME: String(FUNCTIONS_AT_A_TIME),
        QUEUES_ARN: Stack.of(this).formatArn({
          ...{ service: 'sqs', resource: '', arnFormat: ArnFormat.NO_RESOURCE_NAME },
        }),
        QUEUES_URL: addressBefore(feeds[0]?.queue.queueUrl ?? ''),
      },
      memoryMiB: 256,
      // A run ends before the next one begins.
      timeout: Duration.seconds(59),
      deadLetters: missed,
      statements,
    });
    // A failed run is not repeated: the next one starts within a minute.
    new Schedule(this, 'EveryMinute', {
      calls: reader,
      at: 'rate(1 minute)',
      description: 'reads all queues',
      missed,
    });
    platform.alarms.add(this, 'NoRuns', {
      metric: reader.metricInvocations({ period: Duration.minutes(5) }),
      threshold: 3,
      below: true,
      silence: 'alarming',
      cause: 'fewer than three runs in five minutes',
      impact: IMPACT,
      remedy: 'Check that the schedule is enabled and that its role may invoke relay/deliver.',
    });
  }
}

/** Return the address of a queue without its name: `https://HOST/ACCOUNT/`. */
function addressBefore(url: string): string {
  const part = (at: number) => Fn.select(at, Fn.split('/', url));
  return `${part(0)}//${part(2)}/${part(3)}/`;
}
