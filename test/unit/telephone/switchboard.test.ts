import { describe, expect, it } from 'vitest';
import { aSwitchboard } from '#test/builders/a-switchboard.ts';

const CALLER = '+966500000001';

/** Sign in an available agent. */
async function aFreeAgent(of: ReturnType<typeof aSwitchboard>, user = 'salem'): Promise<void> {
  await of.switchboard.desk.signOn(user, user);
  await of.switchboard.desk.available(user);
}

const press = async (of: ReturnType<typeof aSwitchboard>, key: string, caller = CALLER) => {
  const { id } = await of.switchboard.call(caller);
  await of.switchboard.find(id)?.press(key);
  return id;
};

describe('a call through the desk', () => {
  it('tells each step once, with holds, survey and work afterwards in its record', async () => {
    const of = aSwitchboard();
    const { desk } = of.switchboard;
    const id = await press(of, '1');
    await of.pass(30_000);
    await aFreeAgent(of);
    await desk.answer('salem');
    await of.pass(60_000);
    await desk.hold('salem');
    await of.pass(20_000);
    expect(of.switchboard.find(id)?.view.state).toBe('on-hold');
    await desk.resume('salem');
    await of.pass(40_000);
    await desk.end('salem');
    expect(of.switchboard.find(id)?.view.state).toBe('waiting-for-input');
    await of.pass(5_000);
    await of.switchboard.find(id)?.press('5');
    expect(of.typesOf(id).filter((type) => type !== 'CONTACT_DATA_UPDATED')).toEqual([
      ...['INITIATED', 'QUEUED', 'CONNECTED_TO_AGENT', 'DISCONNECTED'],
    ]);
    expect(of.records).toEqual([]);
    await of.pass(25_000);
    await desk.finish('salem');
    expect(of.typesOf(id).at(-1)).toBe('COMPLETED');
    expect(of.records).toHaveLength(1);
    expect(of.records[0]).toMatchObject({
      ContactId: id,
      InitialContactId: null,
      InitiationMethod: 'INBOUND',
      DisconnectReason: 'CONTACT_FLOW_DISCONNECT',
      CustomerEndpoint: { Address: CALLER },
      SystemEndpoint: { Address: '+966920000940' },
      Attributes: { language: 'ar' },
      AgentConnectionAttempts: 1,
      Queue: { Name: 'general', Duration: 30 },
      Agent: {
        ...{ Username: 'salem', NumberOfHolds: 1, CustomerHoldDuration: 20, LongestHoldDuration: 20 },
        ...{ AgentInteractionDuration: 100, AfterContactWorkDuration: 30 },
      },
    });
  });

  it('ends by the caller too, and the agent works on it afterwards', async () => {
    const of = aSwitchboard();
    const id = await press(of, '1');
    await aFreeAgent(of);
    await of.switchboard.desk.answer('salem');
    await of.switchboard.find(id)?.hangUp();
    expect(of.switchboard.desk.view('salem').me?.doing).toBe('after-call');
    expect(of.typesOf(id)).not.toContain('COMPLETED');
    await of.switchboard.desk.finish('salem');
    expect(of.records[0]).toMatchObject({ DisconnectReason: 'CUSTOMER_DISCONNECT' });
  });

  it('rings at another when the first does not answer, and keeps its place', async () => {
    const of = aSwitchboard();
    const { desk } = of.switchboard;
    const id = await press(of, '1');
    await aFreeAgent(of, 'salem');
    await of.pass(1_000);
    await aFreeAgent(of, 'huda');
    expect(desk.view('huda').me?.doing).toBe('available');
    await of.pass(19_000);
    expect(desk.view('salem').me).toMatchObject({ doing: 'away', missed: true });
    expect(desk.view('huda').me?.doing).toBe('offered');
    await desk.decline('huda');
    await desk.available('salem');
    await desk.answer('salem');
    expect(of.switchboard.find(id)?.leg.contact).toMatchObject({ attempts: 3, agent: { user: 'salem' } });
  });

  it('lets an agent plan to be away or gone after the call, and take that back', async () => {
    const of = aSwitchboard();
    const { desk } = of.switchboard;
    await aFreeAgent(of);
    for (const [plan, then] of [
      ['away', 'away'],
      ['available', 'available'],
      ['signOff', undefined],
    ] as const) {
      await press(of, '1');
      await desk.available('salem');
      await desk.answer('salem');
      await desk.away('salem');
      await desk[plan]('salem');
      await desk.end('salem');
      await desk.finish('salem');
      expect(desk.view('salem').me?.doing).toBe(then);
    }
  });
});

describe('the order of callers', () => {
  it('priority goes before time, time added counts as waited, and investors first', async () => {
    const of = aSwitchboard();
    const { desk } = of.switchboard;
    const ids = [await press(of, '1')];
    await of.pass(60_000);
    ids.push(await press(of, '5'));
    await of.pass(60_000);
    ids.push(await press(of, '2'));
    const order = [];
    await aFreeAgent(of);
    for (const _ of ids) {
      order.push(desk.view('salem').call?.id);
      await desk.answer('salem');
      await desk.end('salem');
      await desk.finish('salem');
    }
    expect(order).toEqual([ids[2], ids[1], ids[0]]);
  });

  it('shows each caller their place, and supervisors every queue', async () => {
    const of = aSwitchboard();
    const [first, second] = [await press(of, '1'), await press(of, '1')];
    await of.pass(90_000);
    const place = (id: string) => of.switchboard.find(id)?.view.place;
    expect([place(first), place(second)]).toEqual([1, 2]);
    const general = of.switchboard.desk.view(undefined).queues.find(({ queue }) => queue === 'general');
    expect(general).toMatchObject({ waiting: 2, longestSeconds: 90 });
    await of.switchboard.find(first)?.hangUp();
    expect(place(second)).toBe(1);
  });
});

describe('a transfer', () => {
  it('to a queue is a contact of its own, which says what it follows', async () => {
    const of = aSwitchboard();
    const { desk } = of.switchboard;
    const id = await press(of, '1');
    await aFreeAgent(of);
    await desk.answer('salem');
    await of.pass(10_000);
    expect(await desk.transfer('salem', { queue: 'staff' })).toEqual({ ok: true });
    const next = of.switchboard.find(id)?.leg.contact;
    expect(next).toMatchObject({
      ...{ method: 'TRANSFER', previousId: id, initialId: id, customer: CALLER },
      ...{ queue: { name: 'staff' }, attributes: { language: 'ar' } },
    });
    await desk.finish('salem');
    expect(of.records[0]).toMatchObject({ ContactId: id, NextContactId: next?.id });
    expect(of.events.find(({ detail }) => detail.contactId === next?.id)?.detail).toMatchObject({
      ...{ initialContactId: id, previousContactId: id, initiationMethod: 'TRANSFER' },
    });
  });

  it('to an agent waits for that agent alone; to an unknown agent it is refused', async () => {
    const of = aSwitchboard();
    const { desk } = of.switchboard;
    const id = await press(of, '1');
    await aFreeAgent(of);
    await desk.answer('salem');
    expect(await desk.transfer('salem', { agent: 'huda' })).toEqual({ ok: false, why: 'no-such-target' });
    await desk.signOn('huda', 'هدى');
    await desk.transfer('salem', { agent: 'huda' });
    await desk.finish('salem');
    expect(desk.view('salem').me?.doing).toBe('available');
    await desk.available('huda');
    expect(desk.view('huda')).toMatchObject({ me: { doing: 'offered' }, call: { id, queue: 'agent/huda' } });
  });

  it('a waiting caller moves to another queue as a new contact', async () => {
    const of = aSwitchboard();
    const id = await press(of, '1');
    await of.switchboard.find(id)?.press('2');
    expect(of.switchboard.find(id)?.leg.contact).toMatchObject({
      ...{ method: 'QUEUE_TRANSFER', previousId: id, queue: { name: 'staff' } },
    });
    expect(of.typesOf(id).slice(-2)).toEqual(['DISCONNECTED', 'COMPLETED']);
  });
});

describe('a call back', () => {
  it('waits its turn, rings at the caller once an agent took it, and is one more contact of the call', async () => {
    const of = aSwitchboard();
    const { desk } = of.switchboard;
    const id = await press(of, '1');
    await of.switchboard.find(id)?.press('1');
    expect(of.switchboard.find(id)?.view.state).toBe('ended');
    await of.pass(6_000);
    const [back] = of.switchboard.calls();
    expect(back).toMatchObject({ state: 'expected', caller: CALLER, queue: 'general' });
    await aFreeAgent(of);
    await desk.answer('salem');
    expect(desk.view('salem')).toMatchObject({ me: { doing: 'calling' }, call: { state: 'ringing' } });
    await of.pass(8_000);
    await of.switchboard.pickUp(back?.id ?? '', 'person');
    expect(desk.view('salem')).toMatchObject({ me: { doing: 'talking' }, call: { state: 'with-agent' } });
    await desk.end('salem');
    await of.switchboard.find(back?.id ?? '')?.press('5');
    await desk.finish('salem');
    expect(of.typesOf(back?.id ?? '').filter((type) => type !== 'CONTACT_DATA_UPDATED')).toEqual([
      ...['INITIATED', 'QUEUED', 'CONNECTED_TO_AGENT', 'CONNECTED_TO_SYSTEM', 'DISCONNECTED', 'COMPLETED'],
    ]);
    expect(of.records.at(-1)).toMatchObject({
      ...{ InitiationMethod: 'CALLBACK', InitialContactId: id, PreviousContactId: id },
    });
  });

  it('is tried as often as the flow says without an answer', async () => {
    const of = aSwitchboard();
    const { desk } = of.switchboard;
    await press(of, '4');
    await of.pass(6_000);
    await aFreeAgent(of);
    for (const refusal of ['unanswered', 'declined']) {
      await desk.answer('salem');
      const { call } = desk.view('salem');
      if (refusal === 'declined') await of.switchboard.decline(call?.id ?? '');
      else await of.pass(45_000);
      expect(of.switchboard.find(call?.id ?? '')?.leg.contact.reason).toBe(
        refusal === 'declined' ? 'TELECOM_BUSY' : 'TELECOM_UNANSWERED',
      );
      await desk.finish('salem');
      await of.pass(600_000);
    }
    expect(desk.view('salem').me?.doing).toBe('available');
    expect(of.switchboard.calls().filter(({ state }) => state === 'ended')).toHaveLength(3);
  });
});

describe('a call out', () => {
  it('rings, is answered by a person or a machine, and runs its flow with what it was given', async () => {
    const of = aSwitchboard();
    for (const by of ['person', 'machine'] as const) {
      const dialled = await of.dial(by, { attributes: { purpose: 'evaluation' } });
      const id = 'contactId' in dialled ? dialled.contactId : '';
      expect(of.switchboard.find(id)?.view).toMatchObject({ state: 'ringing', ringing: 'call-out' });
      const view = await of.switchboard.pickUp(id, by);
      expect(view?.lines.at(-1)).toMatchObject({ who: 'centre', text: '🙂' });
      await of.switchboard.find(id)?.press('1');
      expect(await of.exchange.attributes(id)).toMatchObject({ purpose: 'evaluation' });
      expect(of.records.at(-1)).toMatchObject({
        ...{ ContactId: id, InitiationMethod: 'API' },
        AnsweringMachineDetectionStatus: by === 'person' ? 'HUMAN_ANSWERED' : 'VOICEMAIL_BEEP',
      });
    }
  });

  it.each([
    ['declined', 'TELECOM_BUSY'],
    ['unanswered', 'TELECOM_UNANSWERED'],
    ['stopped', 'OTHER'],
  ])('that is %s ends as %s', async (how, reason) => {
    const of = aSwitchboard();
    const dialled = await of.dial('t');
    const id = 'contactId' in dialled ? dialled.contactId : '';
    if (how === 'declined') await of.switchboard.decline(id);
    else if (how === 'stopped') expect(await of.exchange.stop(id)).toBe(true);
    else await of.pass(30_000);
    expect(of.typesOf(id)).toEqual(['INITIATED', 'DISCONNECTED', 'COMPLETED']);
    expect(await of.exchange.describe(id)).toMatchObject({ reason });
    expect(await of.switchboard.pickUp(id, 'person')).toMatchObject({ state: 'ended' });
  });

  it('is not placed for a flow that is not there', async () => {
    const of = aSwitchboard();
    await expect(of.dial('t', { flow: 'outbound/none' })).rejects.toThrow('outbound/none');
    expect(of.events).toEqual([]);
  });
});

describe('recordings', () => {
  it('is what the page sends, and what people typed; where neither was, none is claimed', async () => {
    const of = aSwitchboard();
    const id = await press(of, '3');
    expect(of.switchboard.find(id)?.view.recording).toEqual({ segment: 0, kind: 'automated' });
    await of.switchboard.find(id)?.say('caller', 'الإنارة مطفأة');
    await of.pass(12_000);
    await of.switchboard.find(id)?.press('#');
    expect(await of.switchboard.find(id)?.keepSound(0, 'audio/webm', Uint8Array.of(1, 2))).toBe(true);
    expect(await of.switchboard.find(id)?.keepSound(1, 'audio/webm', Uint8Array.of(1, 2))).toBe(false);
    const stem = `calls/ivr/2026/01/04/${id}_20260104T070000_UTC`;
    expect([...of.blobs.blobs.keys()]).toEqual([`${stem}.txt`, `${stem}.webm`]);
    expect(new TextDecoder().decode((await of.blobs.get(`${stem}.txt`))?.bytes)).toBe(
      'caller: الإنارة مطفأة\n',
    );
    // The sound arrived after the end: the record is published again, as in Connect.
    expect(of.records.map(({ Recordings }) => Recordings.map(({ Location }) => Location))).toEqual([
      [`this-computer/${stem}.txt`],
      [`this-computer/${stem}.txt`, `this-computer/${stem}.webm`],
    ]);
    const silent = await press(of, '3');
    await of.switchboard.find(silent)?.hangUp();
    expect(of.records.at(-1)).toMatchObject({ ContactId: silent, Recordings: [] });
  });

  it('pauses while the caller is on hold', async () => {
    const of = aSwitchboard();
    const id = await press(of, '1');
    await aFreeAgent(of);
    await of.switchboard.desk.answer('salem');
    const view = () => of.switchboard.find(id)?.view.recording;
    expect(view()).toEqual({ segment: 0, kind: 'agent' });
    await of.switchboard.desk.hold('salem');
    expect(view()).toBeUndefined();
    await of.switchboard.desk.resume('salem');
    expect(view()).toEqual({ segment: 1, kind: 'agent' });
  });
});
