import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { connectAgentEvent } from '#events/inbound/connect-agent-event.ts';
import { connectContactEvent } from '#events/inbound/connect-contact-event.ts';
import { connectContactRecord } from '#events/inbound/connect-contact-record.ts';
import { connectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import { recordContactEvent } from '#functions/telephone/contact-events.ts';
import { recordContactRecord } from '#functions/telephone/contact-records.ts';
import { callSummary } from '#shared/domain/telephone/call-summary.ts';
import { rulesOf } from '#test/builders/shipped-rules.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { testKeys } from '#test/doubles/test-keys.ts';

const sample = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../../../events/samples/inbound/${name}.json`, import.meta.url), 'utf8'));

const payloads: readonly (readonly [string, z.ZodType, readonly string[]])[] = [
  ['connect-contact-event', connectContactEvent, ['detail', 'contactId']],
  ['connect-contact-record', connectContactRecord, ['ContactId']],
  ['connect-flow-request', connectFlowRequest, ['Details', 'ContactData', 'ContactId']],
  ['connect-agent-event', connectAgentEvent, []],
];

/** Return every path into a value. */
const pathsOf = (value: unknown, path: readonly string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => [[...path, key], ...pathsOf(part, [...path, key])])
    : [];

function withValue(whole: object, path: readonly string[], value: unknown): object {
  const copy = structuredClone(whole);
  const [last = '', ...up] = path.toReversed();
  const holder = up
    .toReversed()
    .reduce<Record<string, unknown>>(
      (at, key) => at[key] as Record<string, unknown>,
      copy as Record<string, unknown>,
    );
  holder[last] = value;
  return copy;
}

describe.each(payloads)('%s', (name, schema, needed) => {
  const whole = sample(name);
  /** A payload without its contact, or without the objects around it, belongs to nothing. */
  const isNeeded = (path: readonly string[]): boolean => needed.slice(0, path.length).join() === path.join();

  it.each([[7], [true], [null], [{ a: 1 }], [['x']], ['?']])('is read with %j in any field', (odd) => {
    const rejected = pathsOf(whole).filter(
      (path) => !isNeeded(path) && !schema.safeParse(withValue(whole, path, odd)).success,
    );
    expect(rejected).toEqual([]);
  });

  it('is read with unknown fields', () => {
    expect(schema.safeParse({ ...whole, next: { year: 1 } }).success).toBe(true);
  });
});

const desk = () => ({
  ...{ store: new MemoryStore(), rules: rulesOf(), keys: testKeys },
  clock: fixedClock(Date.UTC(2026, 10, 23, 6, 16)),
});

describe('an enumeration in other letters', () => {
  it.each(['Voice', 'voice', ' VOICE '])('is a call, written %j', async (channel) => {
    const record = connectContactRecord.parse({ ...sample('connect-contact-record'), Channel: channel });
    expect(await recordContactRecord(desk(), record)).toBe('committed');
    const event = connectContactEvent.parse(
      withValue(sample('connect-contact-event'), ['detail', 'channel'], channel),
    );
    expect(await recordContactEvent(desk(), event)).toBe('committed');
  });
});

describe('a leg of', () => {
  const withLeg = async (InitiationMethod: string) => {
    const here = desk();
    const first = { ...sample('connect-contact-record'), ContactId: 'c-1', Agent: null, Queue: null };
    await recordContactRecord(here, connectContactRecord.parse(first));
    const leg = { ContactId: 'c-2', InitialContactId: 'c-1', InitiationMethod, Attributes: {} };
    await recordContactRecord(
      here,
      connectContactRecord.parse({ ...sample('connect-contact-record'), ...leg }),
    );
    const call = await here.store.load('call', 'c-1');
    return call && callSummary(call);
  };

  it.each(['MONITOR', 'BARGE', 'EXTERNAL_OUTBOUND', 'AGENT_REPLY', 'FLOW', 'WHATEVER_COMES', 'Monitor'])(
    '%s makes no call served and adds no time',
    async (method) => {
      expect(await withLeg(method)).toMatchObject({
        outcome: 'machine',
        talkMs: 0,
        holds: 0,
        afterWorkMs: 0,
      });
    },
  );

  it.each(['TRANSFER', 'QUEUE_TRANSFER', 'CALLBACK', 'DISCONNECT', 'Transfer'])(
    '%s is with the caller',
    async (method) => {
      expect(await withLeg(method)).toMatchObject({ outcome: 'served', talkMs: 142_000 });
    },
  );
});
