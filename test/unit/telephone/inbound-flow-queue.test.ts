import { describe, expect, it } from 'vitest';
import { updateCall } from '#shared/application/telephone/update-call.ts';
import type { CallReport } from '#shared/domain/telephone/leg-facts.ts';
import { WAITED_MINUTES } from '#shared/domain/telephone/waited.ts';
import { HOUR, MINUTE, SECOND } from '#shared/domain/time/instant.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { DeskLine, NUMBER, OTHER_NUMBER } from './desk-line.ts';

describe('a caller who waits', () => {
  it('hears place and time, and after a minute may be called back', async () => {
    const desk = new DeskLine();
    desk.place = async () => ({ position: 3, waitSeconds: 230 });
    const first = await desk.ask({ step: 'place', queuedAt: '-', language: 'ar' });
    expect(first).toEqual({
      ...{ queuedAt: String(T), waited: '0', hasPlace: 'true', offer: 'false' },
      ...{ hours: 'open', closes: 'اليوم الساعة الثانية والنصف ظهرًا', opens: expect.stringMatching(/^غدًا/u) },
      place: 'ترتيبك في الانتظار هو الثالث. والوقت المتوقع نحو أربع دقائق.',
    });
    desk.clock.advance(61 * SECOND);
    const later = await desk.ask({ step: 'place', queuedAt: first.queuedAt ?? '', language: 'en' });
    expect(later).toMatchObject({ queuedAt: String(T), waited: '2', offer: 'true' });
    expect(later.place).toBe('You are 3rd in the queue. We expect to answer in about 4 minutes.');
  });

  it.each<[string, () => Promise<undefined>]>([
    ['knows nothing', async () => undefined],
    ['fails', () => Promise.reject(new Error('throttled +966500000001'))],
    ['does not answer', () => new Promise(() => undefined)],
  ])('is told that they wait when the telephone system %s', async (_, place) => {
    const desk = new DeskLine();
    desk.place = place;
    expect(await desk.ask({ step: 'place', queuedAt: '' })).toMatchObject({ place: '-', hasPlace: 'false' });
    expect(desk.logged.join()).not.toContain('9665');
  });

  it.each(['', '-', 'yesterday', '99999999999999', String(T + MINUTE)])(
    'since %j waits since now',
    async (queuedAt) => {
      const desk = new DeskLine();
      expect(await desk.ask({ step: 'place', queuedAt })).toMatchObject({ queuedAt: String(T), waited: '0' });
    },
  );

  it('keeps a place no worse than theirs, however long they wait', async () => {
    const desk = new DeskLine();
    for (const minutes of [1, 7, 59, 61, 600]) {
      desk.clock.set(T + minutes * MINUTE);
      const { waited } = await desk.ask({ step: 'place', queuedAt: String(T) });
      expect(Number(waited)).toBeGreaterThanOrEqual(Math.min(minutes, 60));
      expect(WAITED_MINUTES.map(String)).toContain(waited);
    }
  });
});

describe('a number to call back', () => {
  it.each([
    '0512345678',
    '512345678',
    '966512345678',
    '00966512345678',
    '+966512345678',
    '٠٥١٢٣٤٥٦٧٨',
    '0512345678#',
  ])('keyed as %s is Saudi', async (entered) => {
    expect(await new DeskLine().ask({ step: 'number', entered, language: 'en', tries: '1' })).toEqual({
      ...{ valid: 'true', number: '+966512345678', ownNumber: '0 5 1, 2 3 4, 5 6 7 8', tries: '0' },
    });
  });

  it('of an area is one as well', async () => {
    expect(await new DeskLine().ask({ step: 'number', entered: '0112345678' })).toMatchObject({
      number: '+966112345678',
    });
  });

  it.each(['', '05', '05123456789', '00441234567890', 'Timeout', '0812345678'])(
    'keyed as %j is invalid, and after three a caller waits on',
    async (entered) => {
      const desk = new DeskLine();
      expect(await desk.ask({ step: 'number', entered, tries: '0' })).toEqual({
        ...{ valid: 'false', number: '-', ownNumber: '-', tries: '1' },
      });
      expect(await desk.ask({ step: 'number', entered, tries: '2' })).toMatchObject({ valid: 'stop' });
    },
  );

  it('is promised once, on the case of the call or a new inquiry', async () => {
    const desk = new DeskLine();
    const caseRef = await desk.register('report');
    expect((await desk.ask({ step: 'callback', caseRef })).reference).toBe(caseRef);
    await desk.ask({ step: 'callback', caseRef });
    expect(await desk.store.load('call', 'c-1')).toMatchObject({ marks: ['callback'], caseRef });
    const { reference = '' } = await desk.ask({ step: 'callback', caseRef: '-' }, { contactId: 'c-2' });
    expect(await desk.store.load('case', reference)).toMatchObject({ type: 'inquiry' });
  });
});

describe('a spoken message', () => {
  it('is announced for the case of the call, and is not a message yet', async () => {
    const desk = new DeskLine();
    const caseRef = await desk.register('report');
    expect((await desk.ask({ step: 'message', caseRef })).reference).toBe(caseRef);
    expect((await desk.ask({ step: 'message', caseRef })).reference).toBe(caseRef);
    // The contact record adds the message, because only a recording proves it.
    expect(desk.events).not.toContain('rida.message.received.v1');
    expect((await desk.store.load('call', 'c-1'))?.marks).toBeUndefined();
  });

  it('opens an inquiry where there is no case, or none that still takes any', async () => {
    const desk = new DeskLine();
    const { reference = '' } = await desk.ask({ step: 'message', caseRef: '-', type: 'inquiry' });
    expect(await desk.store.load('case', reference)).toMatchObject({ type: 'inquiry', channel: 'phone' });
    await desk.does(reference, { do: 'close', reason: 'spam', by: 'agent:salem' });
    const again = await desk.ask({ step: 'message', caseRef: reference }, { contactId: 'c-2' });
    expect(again.reference).not.toBe(reference);
    expect(await desk.ask({ step: 'message', caseRef: reference }, { contactId: 'c-2' })).toEqual(again);
  });

  it('belongs to a finished case that may still be opened again', async () => {
    const desk = new DeskLine();
    const caseRef = await desk.register('report');
    await desk.does(caseRef, { do: 'resolve', as: 'done', outcome: 'تم', by: 'agent:salem' });
    expect(await desk.ask({ step: 'message', caseRef }, { contactId: 'c-2' })).toMatchObject({
      reference: caseRef,
    });
    expect(await desk.store.load('case', caseRef)).toMatchObject({ status: 'resolved' });
  });
});

describe('a callback in the queue', () => {
  const book = (desk: DeskLine, contactId: string, number = NUMBER) =>
    desk.ask({ step: 'callback', type: 'inquiry', number, language: 'ar' }, { contactId, number });
  const isWanted = async (desk: DeskLine, contactId: string) =>
    (await desk.ask({ step: 'wanted' }, { contactId: `${contactId}-back`, initialContactId: contactId }))
      .wanted;

  /** A call of the person that has ended, with all its reports. */
  async function called(desk: DeskLine, id: string, caseRef: string, leg: Partial<CallReport>) {
    const [at, facts] = [
      desk.clock.now(),
      { initiationMethod: 'INBOUND', caseRef, complete: true, ...leg } as const,
    ];
    await updateCall(desk.store, { id, cause: `record ${id}`, at, recordedAt: at, facts });
    const announcing = shippedRules.telephone;
    await updateCall(desk.store, { id, cause: `timer ${id}`, at, recordedAt: at + HOUR, facts, announcing });
  }

  it('is booked once for a number, however often the person calls', async () => {
    const desk = new DeskLine();
    expect(await book(desk, 'c-1')).toMatchObject({ booked: 'now' });
    // Connect repeats a request.
    expect(await book(desk, 'c-1')).toMatchObject({ booked: 'now' });
    const again = await book(desk, 'c-2');
    expect(again).toMatchObject({ booked: 'before' });
    // The second call has a case of its own, which the agent sees.
    expect(await desk.store.load('case', again.reference ?? '')).toMatchObject({ type: 'inquiry' });
    expect(await book(desk, 'c-3', OTHER_NUMBER)).toMatchObject({ booked: 'now' });
  });

  it('is booked again after the first was kept, or a day later', async () => {
    const desk = new DeskLine();
    await book(desk, 'c-1');
    const leg = {
      contactId: 'c-1-back',
      initiationMethod: 'CALLBACK',
      connectedAt: T,
      answeredAt: T,
    } as const;
    const facts = { ...leg, endedAt: T + MINUTE };
    await updateCall(desk.store, { id: 'c-1', cause: 'back', at: T, recordedAt: T, facts });
    expect(await book(desk, 'c-2')).toMatchObject({ booked: 'now' });
    const late = new DeskLine();
    await book(late, 'c-1');
    late.clock.advance(25 * HOUR);
    expect(await book(late, 'c-2')).toMatchObject({ booked: 'now' });
  });

  it('is looked at again before an agent is offered it', async () => {
    const desk = new DeskLine();
    const { reference = '' } = await book(desk, 'c-1');
    expect(await isWanted(desk, 'c-1')).toBe('true');
    desk.clock.advance(10 * MINUTE);
    const now = desk.clock.now();
    await called(desk, 'c-2', reference, { initiatedAt: now, endedAt: now });
    expect(await isWanted(desk, 'c-1')).toBe('true');
    await called(desk, 'c-3', reference, { initiatedAt: now, answeredAt: now, endedAt: now + MINUTE });
    expect(await isWanted(desk, 'c-1')).toBe('false');
    expect(await isWanted(desk, 'of no booking')).toBe('true');
  });
});
