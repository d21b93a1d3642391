import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { CALLING_MORNING as T } from '#test/builders/a-call-out.ts';
import { CallingCentre } from './calling.ts';

const ID = 'call-out-1';

/** Place a call that is answered. Return the id of its contact. */
async function taken(centre: CallingCentre, over: Parameters<CallingCentre['due']>[1] = {}): Promise<string> {
  await centre.dial(await centre.due(ID, over));
  await centre.ask(ID, { step: 'begin' });
  return (await centre.callOut()).attempts[0]?.contactId ?? '';
}

describe('a call that was taken', () => {
  it('hears what it is about, in the language of the flow, and nothing about the person', async () => {
    const centre = new CallingCentre();
    await centre.dial(await centre.due());
    expect(await centre.ask(ID, { step: 'begin' })).toEqual({
      ...{
        goes: 'true',
        about: 'بشأن خدمة رخصة بناء التي استفدت منها يوم الجمعة العشرين من نوفمبر',
        ...{ stands: '-', rest: '-', rate: 'false' },
      },
    });
    expect(await centre.ask(ID, { step: 'begin', language: 'en' })).toMatchObject({
      about: expect.stringContaining('about the service رخصة بناء, which you used on Friday, 20 November'),
    });
  });

  it('keeps its answers, each once, and is completed when it ends', async () => {
    const centre = new CallingCentre();
    await taken(centre);
    for (const [question, key] of Object.entries({ satisfaction: '4', ease: '5', finished: '1' }))
      for (let asked = 0; asked < 2; asked += 1) await centre.ask(ID, { step: 'answer', question, key });
    await centre.ask(ID, { step: 'done' });
    await centre.ends(`contact-of-${ID}`);
    const { attempts } = await centre.callOut();
    expect(attempts).toHaveLength(1);
    expect(attempts[0]?.report).toMatchObject({
      answers: { satisfaction: 4, ease: 5, finished: 1 },
      done: true,
    });
  });

  it.each([
    ['an unknown question', { step: 'answer', question: 'mood', key: '1' }],
    ['a key that is no answer', { step: 'answer', question: 'finished', key: '3' }],
    ['an unknown step', { step: 'sing' }],
    ['another choice', { step: 'later', choice: '4' }],
  ])('fails at %s, so that the flow says so', async (_, parameters) => {
    const centre = new CallingCentre();
    await taken(centre);
    await expect(centre.ask(ID, parameters)).rejects.toThrow();
  });

  it('is refused when its contact is of no call out', async () => {
    await expect(new CallingCentre().ask('nobody', { step: 'begin' })).rejects.toThrow('no call out');
  });

  it('is told to end when it was stopped since then', async () => {
    const centre = new CallingCentre();
    await taken(centre);
    await centre.do(ID, { do: 'stop', by: 'agent:huda' });
    expect(await centre.ask(ID, { step: 'begin', again: 'yes' })).toMatchObject({ goes: 'false' });
  });

  it('that asks for another time is called then', async () => {
    const centre = new CallingCentre();
    const contactId = await taken(centre);
    const { when } = await centre.ask(ID, { step: 'later', choice: '2' });
    expect(when).toBe('اليوم الساعة الخامسة والنصف عصرًا');
    centre.facts.set(contactId, { endedAt: T + MINUTE, reason: 'CONTACT_FLOW_DISCONNECT', connectedAt: T });
    await centre.ends(contactId, 'CONTACT_FLOW_DISCONNECT');
    expect((await centre.callOut()).state).toEqual({ is: 'planned', at: Date.parse('2026-11-24T14:30:00Z') });
  });

  it('that says never is not called again for anything, and asked nothing by mail either', async () => {
    const centre = new CallingCentre();
    const contactId = await taken(centre);
    for (let asked = 0; asked < 2; asked += 1) await centre.ask(ID, { step: 'never' });
    await centre.ends(contactId);
    expect((await centre.callOut()).state).toMatchObject({ disposition: 'opted-out' });
    expect((await centre.store.load('person', `beneficiary-${ID}`))?.optOuts).toEqual(['surveys', 'calls']);
    expect(await centre.dial(await centre.due('call-out-2', { beneficiaryId: `beneficiary-${ID}` }))).toBe(
      'opted-out',
    );
  });

  it('registers what they bring as one case however often it is asked, linked by the call', async () => {
    const centre = new CallingCentre();
    const contactId = await taken(centre);
    const first = await centre.ask(ID, { step: 'register', type: 'report' });
    expect(await centre.ask(ID, { step: 'register', type: 'report' })).toEqual(first);
    await centre.ask(ID, { step: 'done' });
    await centre.ends(contactId);
    expect(await centre.store.load('case', first.reference ?? '')).toMatchObject({ type: 'report' });
    expect(centre.last('rida.call-out.finished.v1').data).toMatchObject({
      ...{ disposition: 'completed', registered: first.reference },
    });
  });
});

describe('the end of a call', () => {
  it('of others is not ours', async () => {
    expect(await new CallingCentre().ends('contact-of-a-caller')).toBe('not-ours');
  });

  it('that the telephone system explains decides what an unanswered call was', async () => {
    const centre = new CallingCentre();
    await centre.dial(await centre.due());
    const contactId = (await centre.callOut()).attempts[0]?.contactId ?? '';
    centre.facts.set(contactId, { endedAt: T + MINUTE, answeringMachine: 'SIT_TONE_BUSY' });
    expect(await centre.ends(contactId)).toBe('committed');
    expect(await centre.ends(contactId)).toBe('duplicate');
    expect((await centre.callOut()).state).toEqual({ is: 'planned', at: T + MINUTE + 30 * MINUTE });
    expect(centre.last('rida.call-out.attempted.v1').data).toMatchObject({ outcome: 'busy', contactId });
    expect(await centre.linesTaken()).toBe(0);
  });

  it('that is missing is requested after half an hour, and again while the call continues', async () => {
    const centre = new CallingCentre();
    const contactId = await taken(centre);
    centre.facts.set(contactId, { initiatedAt: T, connectedAt: T });
    await expect(centre.tick(ID)).resolves.toBeDefined();
    expect((await centre.callOut()).state.is).toBe('answered');
    centre.facts.set(contactId, { endedAt: T + HOUR, reason: 'CUSTOMER_DISCONNECT', connectedAt: T });
    await centre.tick(ID);
    expect(centre.last('rida.call-out.attempted.v1').data.outcome).toBe('hung-up');
  });

  it('comes at once when it is stopped while somebody is on the line', async () => {
    const centre = new CallingCentre();
    await centre.dial(await centre.due());
    const contactId = (await centre.callOut()).attempts[0]?.contactId ?? '';
    await centre.do(ID, { do: 'stop', by: 'agent:huda' });
    expect(await centre.completeCall(centre.last('rida.call-out.finished.v1'))).toBe('hung-up');
    expect(centre.stopped).toEqual([contactId]);
  });
});
