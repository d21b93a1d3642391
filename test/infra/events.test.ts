import { describe, expect, it } from 'vitest';
import { consumerNames, registry, typesFor } from '#events/registry.ts';
import { fedQueues } from '#infra/tools/template/fed-queues.ts';
import { list, type Resource, refersTo, statementsOf, synthesise } from './synthesise.ts';

const template = synthesise();
const { resources, ofType } = template;
const serviceOf = ({ Metadata }: Resource): string => String(Metadata?.['rida:service']);
const functions = ofType('AWS::Lambda::Function');
const mappings = ofType('AWS::Lambda::EventSourceMapping');
const onTheBus = ofType('AWS::Events::Rule').filter(([, { Properties }]) => Properties.EventBusName);

/** Return the function of the queue to which a rule sends. */
function consumerOf({ Properties }: Resource): string | undefined {
  const [target] = Properties.Targets as readonly { Arn: unknown }[];
  const [queue] = refersTo(target?.Arn);
  const worker = resources[fedQueues(template).find((fed) => fed.queue === queue)?.worker ?? ''];
  return worker && serviceOf(worker);
}

describe('the wiring of events', () => {
  it('is the registry: each consumer has one rule with exactly its events, and there is no other rule', () => {
    const deployed = Object.fromEntries(
      onTheBus.map(([, rule]) => [consumerOf(rule), rule.Properties.EventPattern]),
    );
    expect(deployed).toEqual(
      Object.fromEntries(consumerNames.map((name) => [name, { 'detail-type': typesFor(name) }])),
    );
    expect(onTheBus).toHaveLength(consumerNames.length);
  });

  it('reaches somebody with every event, or the event says that it is only kept', () => {
    const delivered = new Set(
      onTheBus.flatMap(
        ([, { Properties }]) => (Properties.EventPattern as { 'detail-type': string[] })['detail-type'],
      ),
    );
    const silent = registry.filter(({ event }) => !delivered.has(event.type));
    expect(silent.map(({ consumers }) => consumers)).toEqual(silent.map(() => 'audit only'));
  });

  it('keeps what a rule cannot deliver, and tries for a day', () => {
    for (const [, { Properties }] of ofType('AWS::Events::Rule')) {
      for (const target of Properties.Targets as readonly object[])
        expect(target).toMatchObject({
          DeadLetterConfig: { Arn: expect.anything() },
          RetryPolicy: { MaximumEventAgeInSeconds: 86_400 },
        });
    }
  });

  it('delivers a commit to the relay until the stream forgets it, however short the pauses between attempts', () => {
    const [source] = ofType('AWS::Lambda::EventSourceMapping').filter(([, { Properties }]) =>
      JSON.stringify(Properties.EventSourceArn).includes('StreamArn'),
    );
    expect(source?.[1].Properties.MaximumRetryAttempts).toBeUndefined();
    expect(source?.[1].Properties.MaximumRecordAgeInSeconds).toBeGreaterThan(20 * 3_600);
  });

  it('allows only the relay to publish, and what it sets aside', () => {
    const policies = statementsOf(resources)
      .filter(([, { Action }]) => list(Action).some((action) => action.startsWith('events:Put')))
      .map(([id]) => id);
    const roles = policies.flatMap((id) => refersTo(resources[id]?.Properties.Roles));
    const publishers = functions
      .filter(([, { Properties }]) => roles.some((role) => refersTo(Properties.Role).includes(role)))
      .map(([, resource]) => serviceOf(resource));
    expect(publishers.sort()).toEqual(['relay/relay', 'relay/republish']);
  });

  it('feeds the relay with new commits alone, in halves when a batch fails', () => {
    const [stream] = mappings.filter(([, { Properties }]) => Properties.FilterCriteria !== undefined);
    const filter = { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'commit#' }] } } } };
    expect(stream?.[1].Properties).toMatchObject({
      FilterCriteria: { Filters: [{ Pattern: JSON.stringify(filter) }] },
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    });
  });

  it('tells an operator of the first commit that is set aside, and what to do', () => {
    const [filter] = ofType('AWS::Logs::MetricFilter').filter(([, { Properties }]) =>
      JSON.stringify(Properties.FilterPattern).includes('commit-set-aside'),
    );
    const relayFunction = functions.find(([, resource]) => serviceOf(resource) === 'relay/relay');
    const logged = relayFunction?.[1].Properties.LoggingConfig as { readonly LogGroup: unknown } | undefined;
    expect(refersTo(filter?.[1].Properties.LogGroupName)).toEqual(refersTo(logged?.LogGroup));
    const alarms = ofType('AWS::CloudWatch::Alarm').filter(
      ([, { Properties }]) => Properties.MetricName === 'commit-set-aside',
    );
    expect(alarms).toHaveLength(1);
    expect(alarms[0]?.[1].Properties).toMatchObject({
      Threshold: 1,
      AlarmDescription: expect.stringContaining('redrive the dead-letter queue of relay/republish'),
    });
  });

  it('sends what the relay sets aside to the queue of relay/republish', () => {
    const variables = functions.find(([, resource]) => serviceOf(resource) === 'relay/relay')?.[1].Properties
      .Environment as { Variables: Record<string, unknown> };
    const [queue] = refersTo(variables.Variables.ASIDE_QUEUE_URL);
    const { worker = '' } = fedQueues(template).find((fed) => fed.queue === queue) ?? {};
    expect(serviceOf(resources[worker] as Resource)).toBe('relay/republish');
  });
});
