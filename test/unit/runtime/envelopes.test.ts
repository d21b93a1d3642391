import { expect, test } from 'vitest';
import { registrationOf } from '#events/registry.ts';
import type { Commit } from '#shared/ports/store.ts';
import { toEnvelopes, UnpublishableEvent } from '#shared/runtime/envelopes.ts';
import { eventId } from '#shared/runtime/ids.ts';

const commit: Commit = {
  kind: 'case',
  id: '4K7-R2M-0385',
  version: 3,
  cause: 'cause-1',
  by: 'agent:noura',
  at: Date.UTC(2026, 10, 24, 6),
  recordedAt: Date.UTC(2026, 10, 24, 6, 0, 1),
  correlationId: '<mail-1@example.sa>',
  causationId: 'cause-1',
  events: [
    { type: 'rida.case.status-changed.v1', data: { from: 'new', to: 'open', by: 'agent:noura' } },
    { type: 'rida.call.started.v1', data: { contactId: 'c-1', initiationMethod: 'INBOUND' } },
  ],
  patch: {},
};

test('each event gets the envelope its contract asks for', () => {
  const [first, second] = toEnvelopes(commit);
  expect(first).toEqual({
    id: eventId('case', '4K7-R2M-0385', 'cause-1', 0),
    type: 'rida.case.status-changed.v1',
    source: 'rida.desk',
    subject: '4K7-R2M-0385',
    subjectVersion: 3,
    time: '2026-11-24T06:00:00.000Z',
    recordedTime: '2026-11-24T06:00:01.000Z',
    correlationId: '<mail-1@example.sa>',
    causationId: 'cause-1',
    data: { from: 'new', to: 'open', by: 'agent:noura' },
  });
  expect(second).toMatchObject({ id: eventId('case', commit.id, 'cause-1', 1), source: 'rida.intake' });
  for (const event of toEnvelopes(commit))
    expect(registrationOf(event.type)?.event.schema.safeParse(event).success).toBe(true);
});

test('the same commit gives the same events', () => {
  expect(toEnvelopes(commit)).toEqual(toEnvelopes(structuredClone(commit)));
});

test('a type that is not in the registry is refused by name', () => {
  const unknown = { ...commit, events: [{ type: 'rida.case.lost.v1', data: {} }] } as unknown as Commit;
  expect(() => toEnvelopes(unknown)).toThrow(UnpublishableEvent);
  expect(() => toEnvelopes(unknown)).toThrow('rida.case.lost.v1 is not in the registry');
});

test('data that breaks its contract is refused by its place, without its value', () => {
  const events = [{ type: 'rida.case.status-changed.v1', data: { from: 'canary', to: 'open', by: 'rida' } }];
  const broken = { ...commit, events } as unknown as Commit;
  expect(() => toEnvelopes(broken)).toThrow(
    'rida.case.status-changed.v1 does not match its contract at data.from',
  );
  expect(() => toEnvelopes(broken)).not.toThrow('canary');
});
