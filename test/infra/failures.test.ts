import { describe, expect, it } from 'vitest';
import { Alarms } from '#infra/aws/alarms.ts';
import { fedQueues } from '#infra/tools/template/fed-queues.ts';
import { SETTINGS_NOT_VALID } from '#shared/settings/log-settings.ts';
import { type Resource, refersTo, synthesise } from './synthesise.ts';

const template = synthesise();
const { stack, resources, ofType } = template;
const queues = ofType('AWS::SQS::Queue');
const alarms = ofType('AWS::CloudWatch::Alarm');
const isDeadLetterQueue = ({ Properties }: Resource) => Properties.RedrivePolicy === undefined;

/** Return the alarms of a queue. */
const alarmsOf = (queue: string) =>
  alarms.filter(([, { Properties }]) => refersTo(Properties.Dimensions).includes(queue));

describe('failed work', () => {
  it('goes from every work queue to a dead-letter queue after five tries', () => {
    const work = queues.filter(([, queue]) => !isDeadLetterQueue(queue));
    expect(work.length).toBeGreaterThan(0);
    for (const [, { Properties }] of work) {
      const { deadLetterTargetArn, maxReceiveCount } = Properties.RedrivePolicy as Record<string, unknown>;
      const [target = ''] = refersTo(deadLetterTargetArn);
      const deadLetters = resources[target];
      expect(deadLetters?.Type).toBe('AWS::SQS::Queue');
      expect(deadLetters && isDeadLetterQueue(deadLetters)).toBe(true);
      expect(maxReceiveCount).toBe(5);
    }
  });

  it('wakes somebody: every queue has an alarm, a dead-letter queue at the first message', () => {
    for (const [id, queue] of queues) {
      const watching = alarmsOf(id).map(([, { Properties }]) => Properties);
      expect(watching, id).not.toHaveLength(0);
      if (isDeadLetterQueue(queue))
        expect(watching).toContainEqual(
          expect.objectContaining({ MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 1 }),
        );
    }
  });

  it('is told as what it means to a beneficiary', () => {
    for (const [id, { Properties }] of alarms) {
      const description = JSON.stringify(Properties.AlarmDescription);
      expect(description, id).toMatch(/[A-Z][^"]{30,}?\./u);
      expect(Properties.AlarmActions, id).toHaveLength(1);
      expect(Properties.OKActions, id).toHaveLength(1);
    }
  });

  it('cannot be left without that sentence', () => {
    const found = stack.node.findAll().find((construct) => construct instanceof Alarms);
    const metric = found?.topic.metricNumberOfMessagesPublished();
    if (!found || !metric) throw new Error('the stack has no alarms');
    expect(() =>
      found.add(stack, 'Mute', { metric, threshold: 1, cause: 'depth', impact: 'queue too deep' }),
    ).toThrow(/must be a sentence/u);
  });

  it('leaves every function an own role', () => {
    const functions = ofType('AWS::Lambda::Function');
    const roles = functions.map(([, { Properties }]) => refersTo(Properties.Role)[0]);
    expect(new Set(roles).size).toBe(functions.length);
    for (const [, { Properties }] of functions)
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogGroup: expect.anything() },
      });
  });

  it.each([
    ['read by one function', template],
    ['each read by Lambda', synthesise({ lambdaConcurrency: 1000 })],
  ])('stays hidden six times as long as it takes, and the time of gathering: queues %s', (_, made) => {
    const fed = fedQueues(made);
    expect(fed.length).toBe(queues.filter(([, queue]) => !isDeadLetterQueue(queue)).length);
    for (const { queue, worker, mapping } of fed) {
      const { VisibilityTimeout } = made.resources[queue]?.Properties ?? {};
      const working = 6 * Number(made.resources[worker]?.Properties.Timeout);
      if (mapping === undefined) {
        expect(VisibilityTimeout).toBeGreaterThanOrEqual(working);
        continue;
      }
      const { Properties } = made.resources[mapping] ?? {};
      expect(VisibilityTimeout).toBe(working + Number(Properties?.MaximumBatchingWindowInSeconds ?? 0));
      expect(Properties?.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    }
  });

  it('includes stored settings that are not valid, as the sweep’s log tells', () => {
    const pattern = `{ $.code = "${SETTINGS_NOT_VALID}" }`;
    const [, filter] =
      ofType('AWS::Logs::MetricFilter').find(([, { Properties }]) => Properties.FilterPattern === pattern) ??
      [];
    const [log = ''] = refersTo(filter?.Properties.LogGroupName);
    const writers = ofType('AWS::Lambda::Function').filter(([, { Properties }]) =>
      refersTo(Properties.LoggingConfig).includes(log),
    );
    expect(writers.map(([, { Metadata }]) => Metadata?.['rida:service'])).toEqual(['sla/sweep']);
    expect(filter?.Properties.MetricTransformations).toMatchObject([{ MetricName: SETTINGS_NOT_VALID }]);
    expect(alarms.map(([, { Properties }]) => Properties.MetricName)).toContain(SETTINGS_NOT_VALID);
  });

  it('notices when sweeps, or runs of the reader of all queues, no longer come at all', () => {
    const missing = alarms.filter(([, { Properties }]) => Properties.TreatMissingData === 'breaching');
    expect(missing.map(([, { Properties }]) => Properties.MetricName)).toEqual([
      'Invocations',
      'Invocations',
    ]);
  });
});
