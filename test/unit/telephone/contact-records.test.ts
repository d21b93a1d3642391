import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ConnectContactRecord, connectContactRecord } from '#events/inbound/connect-contact-record.ts';
import { eraseStoredData } from '#functions/cases/erase.ts';
import { factsOfRecord, recordContactRecord } from '#functions/telephone/contact-records.ts';
import { answerInboundFlow } from '#functions/telephone/inbound-flow.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { callSummary } from '#shared/domain/telephone/call-summary.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { aRingingCallOut } from '#test/builders/a-call-out.ts';
import { aCase } from '#test/builders/a-case.ts';
import { rulesOf } from '#test/builders/shipped-rules.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { searchInMemory } from '#test/doubles/search-in-memory.ts';
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

const search = searchInMemory();

describe('a contact record', () => {
  it('in Rida’s terms has times, agent, queue, holds and keys of recordings', () => {
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

describe('the work that failed while the caller waited', () => {
  const asks = (intent: string, more = {}) =>
    aRecord({ Agent: null, Attributes: { intent, language: 'ar', ...more } });

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
    await recordContactRecord(desk, asks('-', { callback: 'asked' }));
    await recordContactRecord(desk, asks('-', { callback: 'asked', again: 'yes' }));
    const [caseRef = ''] = (await only(desk)).caseRefs;
    const supportCase = await desk.store.load('case', caseRef);
    expect(supportCase?.promise?.dueAt).toBeGreaterThanOrEqual(NOW + HOUR);
    expect(typesOf(desk)).toEqual(['rida.case.opened.v1', 'rida.promise.made.v1']);
  });

  it('is nothing when nothing was asked', async () => {
    const desk = aDesk();
    await recordContactRecord(desk, asks('-'));
    expect(typesOf(desk)).toEqual([]);
  });

  it('calls the number that a caller entered who withholds their own', async () => {
    const desk = aDesk();
    const wish = { callback: 'asked', callbackNumber: '+966512345678' };
    await recordContactRecord(desk, { ...asks('-', wish), CustomerEndpoint: null });
    const [caseRef = ''] = (await only(desk)).caseRefs;
    expect((await desk.store.load('case', caseRef))?.beneficiary.phone).toBe('+966512345678');
  });

  it('is not a promise to call a caller whom an agent has served', async () => {
    const desk = aDesk();
    const wish = { callback: 'asked' };
    const Agent = { Username: 'huda', ConnectedToAgentTimestamp: '2026-11-23T06:11:00Z' };
    await recordContactRecord(desk, { ...asks('-', wish), Agent });
    expect(typesOf(desk)).toEqual([]);
  });
});

describe('a spoken message', () => {
  const left = (more = {}, recording: object | null = spoken) =>
    aRecord({
      Attributes: { message: 'wanted', ...more },
      Agent: null,
      Recordings: recording && [recording],
    });

  it('opens the case of a caller who hung up instead of pressing a key, and belongs to it', async () => {
    const desk = aDesk();
    await recordContactRecord(desk, left({ caseType: 'report' }));
    expect(typesOf(desk)).toEqual(['rida.case.opened.v1', 'rida.message.spoken.v1']);
    expect(await only(desk)).toMatchObject({ outcome: 'message', message: true });
    await recordContactRecord(desk, left({ caseType: 'report', again: 'yes' }));
    expect(typesOf(desk)).toHaveLength(2);
  });

  it('belongs to the case that the call registered, which was noted only', async () => {
    const desk = aDesk();
    await recordContactRecord(desk, left({ intent: 'register:report', caseType: 'report' }));
    expect(typesOf(desk)).toEqual(['rida.case.opened.v1', 'rida.message.spoken.v1']);
  });

  it('is news to a case that was under way', async () => {
    const desk = aDesk();
    const supportCase = aCase({ status: 'pending-beneficiary' });
    desk.store.seed(supportCase);
    await recordContactRecord(
      desk,
      left({ messageFor: supportCase.id, caseRef: supportCase.id, proven: supportCase.id }),
    );
    expect(typesOf(desk)).toEqual([
      'rida.message.spoken.v1',
      'rida.message.received.v1',
      'rida.case.status-changed.v1',
    ]);
  });

  it('about a case that takes none any more opens another', async () => {
    const desk = aDesk();
    const supportCase = aCase({ status: 'closed', closing: { reason: 'spam', at: NOW - HOUR } });
    desk.store.seed(supportCase);
    await recordContactRecord(desk, left({ caseRef: supportCase.id }));
    expect(typesOf(desk)).toEqual(['rida.case.opened.v1', 'rida.message.spoken.v1']);
  });

  describe('of a call whose case was erased before its record', () => {
    const ERASED = Date.parse('2026-11-23T06:10:30Z');
    const around = (start: string, stop: string) => ({
      ...spoken,
      StartTimestamp: `2026-11-23T06:${start}Z`,
      StopTimestamp: `2026-11-23T06:${stop}Z`,
    });
    /** The case of the call is opened and erased while the caller is on the line; then the record arrives. */
    const erasedMeanwhile = async (recording: object) => {
      const desk = aDesk();
      const removed: string[] = [];
      const attributes = { intent: 'register:report', caseType: 'report' };
      await recordContactRecord(desk, aRecord({ Attributes: attributes, Agent: null }));
      const [id = ''] = (await only(desk)).caseRefs;
      const handled = { id, cause: 'erase', by: 'agent:huda', correlationId: 'x', causationId: 'x' } as const;
      const command = { do: 'erase', because: 'request', by: 'agent:huda' } as const;
      const rules = await desk.rules.current();
      const done = await handleCommand(
        { ...desk, rules },
        { ...handled, command, at: ERASED, recordedAt: ERASED },
      );
      expect(done.outcome).toBe('committed');
      const record = aRecord({
        ...{ Attributes: { ...attributes, message: 'wanted' }, Agent: null, Recordings: [recording] },
        LastUpdateTimestamp: '2026-11-23T06:59:00Z',
      });
      const recordings = { remove: async (keys: readonly string[]) => void removed.push(...keys) };
      for (const _ of [1, 2]) {
        await recordContactRecord(desk, record);
        for (const event of desk.store.commits.flatMap(toEnvelopes))
          if (event.type === 'rida.case.erased.v1')
            await eraseStoredData({ ...desk, blobs: new MemoryBlobs(), search, recordings }, event);
      }
      const cases = (await desk.store.live(0, { limit: 10 })).items;
      return { desk, id, removed, cases };
    };

    it('belongs to a new case, when it was spoken after the erasure', async () => {
      const { id, removed, cases } = await erasedMeanwhile(around('10:40', '11:00'));
      expect(removed).toEqual([]);
      const later = cases.filter((one) => one.id !== id && !one.erased);
      expect(later).toHaveLength(1);
    });

    it('is deleted when it was spoken before the erasure and reported after it', async () => {
      const { id, removed, cases } = await erasedMeanwhile(around('10:00', '10:20'));
      expect(new Set(removed)).toEqual(new Set(['calls/ivr/c-1.wav']));
      expect(cases.filter((one) => one.id !== id)).toEqual([]);
    });

    it('goes with the next erasure of the person', async () => {
      const { desk, id, cases } = await erasedMeanwhile(around('10:40', '11:00'));
      const [later] = cases.filter((one) => one.id !== id && !one.erased);
      const removed: string[] = [];
      const rules = await desk.rules.current();
      const at = NOW + HOUR;
      const handled = {
        id: later?.id ?? '',
        cause: 'erase later',
        by: 'agent:huda',
        correlationId: 'y',
        causationId: 'y',
      } as const;
      const command = { do: 'erase', because: 'request', by: 'agent:huda' } as const;
      await handleCommand({ ...desk, rules }, { ...handled, command, at, recordedAt: at });
      const recordings = { remove: async (keys: readonly string[]) => void removed.push(...keys) };
      for (const event of desk.store.commits.flatMap(toEnvelopes))
        if (event.type === 'rida.case.erased.v1' && event.subject === later?.id)
          await eraseStoredData({ ...desk, blobs: new MemoryBlobs(), search, recordings }, event);
      expect(removed).toContain('calls/ivr/c-1.wav');
    });
  });

  it('with a recording that is stored later is found then', async () => {
    const desk = aDesk();
    await recordContactRecord(desk, left({}, null));
    expect(typesOf(desk)).toEqual([]);
    await recordContactRecord(desk, { ...left(), LastUpdateTimestamp: '2026-11-23T06:16:30Z' });
    expect(typesOf(desk)).toEqual(['rida.case.opened.v1', 'rida.message.spoken.v1']);
  });

  it.each([
    ['of no length', { StopTimestamp: spoken.StartTimestamp }],
    ['that ends at the tone', { StopTimestamp: '2026-11-23T06:10:21Z' }],
    ['that was deleted', { Status: 'DELETED' }],
    ['that is only a key in the flow', undefined],
  ])('with a recording %s is not a message, and a wish for a call back is kept', async (_, over) => {
    const desk = aDesk();
    const recording = over && { ...spoken, ...over };
    await recordContactRecord(desk, left({ callback: 'asked' }, recording ?? null));
    expect(typesOf(desk)).toEqual(['rida.case.opened.v1', 'rida.promise.made.v1']);
    expect(await only(desk)).toMatchObject({ outcome: 'callback', message: false });
  });

  it('is absent when the caller did not want to leave one', async () => {
    const desk = aDesk();
    await recordContactRecord(desk, { ...left(), Attributes: {} });
    expect(typesOf(desk)).toEqual([]);
  });
});

it('the score of a caller who hung up before the second question stays with the call', async () => {
  const desk = aDesk();
  await recordContactRecord(desk, aRecord({ Attributes: { score: '2' } }));
  expect((await desk.store.load('call', 'c-1'))?.facts?.answers.score?.value).toBe('2');
});

describe('an outbound call that ended before Rida answered', () => {
  const called = async (attributes: object, more: object = {}) => {
    const desk = aDesk();
    await desk.store.commit({
      ...{ kind: 'call-out', id: 'call-out-1', cause: 'plan', by: 'agent:salem', at: NOW, recordedAt: NOW },
      ...{ correlationId: 'p', causationId: 'p', events: [], before: undefined },
      after: aRingingCallOut(),
    });
    const record = aRecord({
      ...{ ContactId: 'contact-1', InitiationMethod: 'API', Agent: null },
      Attributes: { callOutId: 'call-out-1', attempt: '1', language: 'ar', ...attributes },
      ...more,
    });
    await recordContactRecord(desk, record);
    await recordContactRecord(desk, { ...record, LastUpdateTimestamp: '2026-11-23T06:17:00Z' });
    const callOut = await desk.store.load('call-out', 'call-out-1');
    return { desk, report: callOut?.attempts[0]?.report };
  };

  it.each([
    [{ intent: 'never' }, { never: true }],
    [{ intent: 'refused' }, { refused: true }],
    [{ intent: 'wrong-number' }, { wrongNumber: true }],
    [{ intent: 'not-user' }, { notUser: true }],
    [{ intent: 'later:1' }, { later: expect.any(Number) }],
  ])('of which %j was asked keeps %j', async (attributes, report) => {
    expect((await called(attributes)).report).toMatchObject(report);
  });

  it('opens the case that was asked for, once', async () => {
    const { desk, report } = await called({ intent: 'register:report' });
    expect(typesOf(desk)).toEqual(['rida.case.opened.v1']);
    expect(report?.registered).toBeDefined();
  });

  it('keeps a remark that a recording proves, and adds it to no case', async () => {
    const spokenRemark = await called({ message: 'wanted' }, { Recordings: [spoken] });
    expect(spokenRemark.report).toMatchObject({ remark: true });
    expect(typesOf(spokenRemark.desk)).toEqual([]);
    expect((await called({ message: 'wanted' })).report?.remark).toBeUndefined();
  });

  it('asks nothing of a missing outbound call', async () => {
    const desk = aDesk();
    const Attributes = { callOutId: 'gone', attempt: '1', intent: 'never' };
    expect(await recordContactRecord(desk, aRecord({ Attributes }))).toBe('committed');
  });
});
