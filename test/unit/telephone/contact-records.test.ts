import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ConnectContactRecord, connectContactRecord } from '#events/inbound/connect-contact-record.ts';
import { factsOfRecord, recordContactRecord } from '#functions/telephone/contact-records.ts';
import { answerInboundFlow } from '#functions/telephone/inbound-flow.ts';
import { updateCall } from '#shared/application/telephone/update-call.ts';
import { callSummary } from '#shared/domain/telephone/call-summary.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { aCase } from '#test/builders/a-case.ts';
import { rulesOf } from '#test/builders/shipped-rules.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { testKeys } from '#test/doubles/test-keys.ts';

/** Shortly after the times in the sample. */
const NOW = Date.UTC(2026, 10, 23, 6, 16);
const sample: object = JSON.parse(
  readFileSync(
    new URL('../../../events/samples/inbound/connect-contact-record.json', import.meta.url),
    'utf8',
  ),
);
const aRecord = (over: object = {}): ConnectContactRecord =>
  connectContactRecord.parse({ ...sample, ContactId: 'c-1', Attributes: {}, Recordings: null, ...over });
const spoken = {
  Location: 'bucket/calls/ivr/c-1.wav',
  StartTimestamp: '2026-11-23T06:10:20Z',
  StopTimestamp: '2026-11-23T06:10:40Z',
};
const aDesk = () => ({
  ...{ store: new MemoryStore(), rules: rulesOf(), keys: testKeys, clock: fixedClock(NOW) },
  ...{
    queues: { placeOf: async () => undefined },
    logger: createLogger({ service: 'test', write: () => {} }),
  },
});
const only = async ({ store }: ReturnType<typeof aDesk>) => {
  const call = await store.load('call', 'c-1');
  if (!call) throw new Error('there is no call');
  return callSummary(call);
};
const typesOf = ({ store }: ReturnType<typeof aDesk>) =>
  store.commits.flatMap(({ kind, events }) => (kind === 'case' ? events.map(({ type }) => type) : []));

describe('a contact record', () => {
  it('in Rida’s terms has times, agent, queue, holds and where recordings lie', () => {
    expect(factsOfRecord(connectContactRecord.parse(sample))).toMatchObject({
      source: 'record',
      queue: 'general',
      queueMs: 18_000,
      agent: 'huda',
      holds: 1,
      holdMs: 34_000,
      talkMs: 142_000,
      afterWorkMs: 45_000,
      language: 'ar',
      recording: 'on',
      caseRef: '4K7-2M9-0382',
      recordings: [{ kind: 'agent', key: expect.stringMatching(/^calls\/2026\/11\/23\/.+\.wav$/u) }],
    });
  });

  it('is kept once, nothing personal of it', async () => {
    const desk = aDesk();
    expect(await recordContactRecord(desk, aRecord())).toBe('committed');
    expect(await recordContactRecord(desk, aRecord())).toBe('duplicate');
    expect(JSON.stringify(desk.store.commits)).not.toContain('+966500000001');
    expect(await recordContactRecord(desk, aRecord({ Channel: 'CHAT' }))).toBe('not-a-call');
  });

  it('of 32 KB of attributes keeps Rida’s own words', async () => {
    const desk = aDesk();
    const Attributes = { note: 'x'.repeat(32_000), language: 'en', line: 'nobody', verified: 7 };
    await recordContactRecord(desk, aRecord({ Attributes }));
    expect(await only(desk)).toMatchObject({ language: 'en', line: 'general' });
    expect(JSON.stringify(desk.store.commits).length).toBeLessThan(3_000);
  });

  it('of which nothing but the contact is readable is still a call', async () => {
    const desk = aDesk();
    const odd = { Agent: 'huda', Queue: 7, Recordings: {}, Attributes: [], LastUpdateTimestamp: 4 };
    expect(await recordContactRecord(desk, aRecord({ ...odd, InitiationTimestamp: 'soon' }))).toBe(
      'committed',
    );
  });

  it('of a later leg belongs to the call it came from', async () => {
    const desk = aDesk();
    await recordContactRecord(
      desk,
      aRecord({ ContactId: 'c-2', InitialContactId: 'c-1', InitiationMethod: 'TRANSFER' }),
    );
    await recordContactRecord(desk, aRecord({ NextContactId: 'c-2' }));
    expect(await only(desk)).toMatchObject({ transfers: 1, legs: [{}, {}] });
  });
});

describe('what Rida could not do while the caller waited', () => {
  const asks = (intent: string, more = {}) => aRecord({ Attributes: { intent, language: 'ar', ...more } });

  it('is done from the record, and is the same case when the flow comes late', async () => {
    const desk = aDesk();
    await recordContactRecord(desk, asks('register:report'));
    await recordContactRecord(desk, asks('register:report', { again: 'yes' }));
    const [caseRef = ''] = (await only(desk)).caseRefs;
    expect(await desk.store.load('case', caseRef)).toMatchObject({ type: 'report', channel: 'phone' });
    const ContactData = {
      ...{ ContactId: 'c-1', Channel: 'VOICE', InitiationMethod: 'INBOUND', Attributes: {} },
      CustomerEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+966500000001' },
    };
    const Parameters = { step: 'register', type: 'report' };
    const answer = await answerInboundFlow(desk, { Details: { ContactData, Parameters } });
    expect(answer).toMatchObject({ reference: caseRef });
    expect(typesOf(desk).filter((type) => type === 'rida.case.opened.v1')).toHaveLength(1);
  });

  it('is a promise to call where a call-back was asked for', async () => {
    const desk = aDesk();
    await recordContactRecord(desk, asks('callback'));
    await recordContactRecord(desk, asks('callback', { again: 'yes' }));
    const [caseRef = ''] = (await only(desk)).caseRefs;
    const supportCase = await desk.store.load('case', caseRef);
    expect(supportCase?.promise?.dueAt).toBeGreaterThanOrEqual(NOW + HOUR);
    expect(typesOf(desk)).toEqual(['rida.case.opened.v1', 'rida.promise.made.v1']);
  });

  it('is nothing when nothing was asked, and of calls out never', async () => {
    const desk = aDesk();
    await recordContactRecord(desk, asks('-'));
    await recordContactRecord(desk, asks('register:report', { callOutId: 'o-1', ContactId: 'c-3' }));
    expect(typesOf(desk)).toEqual([]);
  });
});

describe('a spoken message', () => {
  const left = (more = {}) =>
    aRecord({ Attributes: { message: 'yes', ...more }, Agent: null, Recordings: [spoken] });

  it('lies with the case that the call opened', async () => {
    const desk = aDesk();
    await recordContactRecord(desk, left({ intent: 'message', caseType: 'report' }));
    expect(typesOf(desk)).toEqual(['rida.case.opened.v1', 'rida.message.spoken.v1']);
    await recordContactRecord(desk, left({ intent: 'message', caseType: 'report', again: 'yes' }));
    expect(typesOf(desk)).toHaveLength(2);
  });

  it('is news to a case that was under way', async () => {
    const desk = aDesk();
    const supportCase = aCase({ status: 'pending-beneficiary' });
    desk.store.seed(supportCase);
    await recordContactRecord(desk, left({ caseRef: supportCase.id }));
    expect(typesOf(desk)).toEqual([
      'rida.message.spoken.v1',
      'rida.message.received.v1',
      'rida.case.status-changed.v1',
    ]);
  });

  it('waits for its case', async () => {
    const desk = aDesk();
    await recordContactRecord(desk, left());
    expect(typesOf(desk)).toEqual([]);
    const supportCase = aCase();
    desk.store.seed(supportCase);
    const facts = { caseRef: supportCase.id };
    await updateCall(desk.store, { id: 'c-1', cause: 'late', at: NOW, recordedAt: NOW, facts });
    await recordContactRecord(desk, aRecord({ ...left(), LastUpdateTimestamp: '2026-11-23T06:16:30Z' }));
    expect(typesOf(desk)).toContain('rida.message.spoken.v1');
  });
});
