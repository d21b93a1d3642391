import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import type { RidaEvent } from '#events/registry.ts';
import { eventBridgePublisher } from '#shared/adapters/aws/eventbridge-publisher.ts';

const bridge = mockClient(EventBridgeClient);
const publisher = eventBridgePublisher(new EventBridgeClient({ region: 'eu-central-1' }), 'rida');
beforeEach(() => void bridge.reset());

const eventAt = (n: number, contactId = 'c'): RidaEvent => ({
  id: String(n).padStart(26, '0'),
  type: 'rida.call.started.v1',
  source: 'rida.intake',
  subject: 'c',
  subjectVersion: 1,
  time: '2026-11-24T06:00:00.000Z',
  recordedTime: '2026-11-24T06:00:00.000Z',
  correlationId: 'c',
  causationId: 'c',
  data: { contactId, initiationMethod: 'INBOUND' },
});
const events = (count: number): RidaEvent[] => Array.from({ length: count }, (_, n) => eventAt(n));
const none = { failed: [], rejected: [] };
const sizes = (): unknown[] =>
  bridge.commandCalls(PutEventsCommand).map(({ args }) => args[0].input.Entries?.length);

test('events go out in tens, whole in the detail', async () => {
  bridge.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [] });
  expect(await publisher.publish(events(23))).toEqual(none);
  expect(sizes()).toEqual([10, 10, 3]);
  expect(bridge.commandCalls(PutEventsCommand)[0]?.args[0].input.Entries?.[1]).toEqual({
    EventBusName: 'rida',
    Source: 'rida.intake',
    DetailType: 'rida.call.started.v1',
    Detail: JSON.stringify(eventAt(1)),
    Time: new Date('2026-11-24T06:00:00.000Z'),
  });
});

test('nothing is sent when there is nothing', async () => {
  expect(await publisher.publish([])).toEqual(none);
  expect(sizes()).toEqual([]);
});

test('a request stays below 256 KB, counted in bytes', async () => {
  bridge.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [] });
  await publisher.publish([0, 1, 2].map((n) => eventAt(n, 'ر'.repeat(50_000))));
  expect(sizes()).toEqual([2, 1]);
});

test('the ids of entries that were not taken are answered', async () => {
  bridge.on(PutEventsCommand).resolves({
    FailedEntryCount: 2,
    Entries: [
      { EventId: 'x' },
      { ErrorCode: 'ThrottlingException' },
      { EventId: 'y' },
      { ErrorCode: 'InternalFailure' },
    ],
  });
  expect(await publisher.publish(events(4))).toEqual({
    failed: [eventAt(1).id, eventAt(3).id],
    rejected: [],
  });
});

test.each([
  ['InternalFailure', 'failed'],
  ['ThrottlingException', 'failed'],
  // Wrong permissions concern every event, and succeed after a repair.
  ['AccessDeniedException', 'failed'],
  ['NotAuthorizedForSourceException', 'failed'],
  ['InvalidArgument', 'rejected'],
  ['MalformedDetail', 'rejected'],
])('an entry with %s is %s', async (ErrorCode, as) => {
  bridge
    .on(PutEventsCommand)
    .resolves({ FailedEntryCount: 1, Entries: [{ EventId: 'x' }, { ErrorCode }, { EventId: 'y' }] });
  expect(await publisher.publish(events(3))).toEqual({ ...none, [as]: [eventAt(1).id] });
});

test('an event that is too large is rejected without a request, and the others are sent', async () => {
  bridge.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [] });
  const large = eventAt(1, 'x'.repeat(256 * 1024));
  expect(await publisher.publish([eventAt(0), large, eventAt(2)])).toEqual({ ...none, rejected: [large.id] });
  expect(sizes()).toEqual([2]);
});

test('a batch that does not get through fails whole, and the next is tried', async () => {
  bridge
    .on(PutEventsCommand)
    .rejectsOnce(new Error('out of reach'))
    .resolves({ FailedEntryCount: 0, Entries: [] });
  expect(await publisher.publish(events(12))).toEqual({
    failed: events(10).map(({ id }) => id),
    rejected: [],
  });
  expect(sizes()).toEqual([10, 2]);
});

test('when nothing gets through the reason is thrown', async () => {
  bridge.on(PutEventsCommand).rejects(new Error('out of reach'));
  await expect(publisher.publish(events(12))).rejects.toThrow('out of reach');
});
