import { describe, expect, it } from 'vitest';
import { planCallBack } from '#functions/web/outreach/plan-calls.ts';
import { updateCall } from '#shared/application/telephone/update-call.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { CALLING_MORNING as T } from '#test/builders/a-call-out.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { CallingCentre } from './calling.ts';

const PHONE = '+966500000001';
const callBack = { purpose: 'follow-up', beneficiaryId: 'person' } as const;

/** The person of a callback is talked to in another one, which was dialled first. */
async function talk(centre: CallingCentre, id: string, answered: boolean) {
  expect(await centre.dial(await centre.due(id, callBack))).toBe('dialled');
  if (answered) {
    await centre.ask(id, { step: 'begin' });
    await centre.ask(id, { step: 'answer', question: 'finished', key: '1' });
    await centre.ask(id, { step: 'done' });
  }
}

describe('planning a callback', () => {
  const supportCase = (id: string, phone = PHONE) =>
    aCase({ id: id as never, beneficiary: { id: `writer-${id}`, phone, authenticated: true } });

  const plan = (centre: CallingCentre, reference: string, token: string, purpose: 'follow-up' | 'investor') =>
    planCallBack(
      { ...centre.deps(), rules: shippedRules },
      { token, by: 'agent:huda', now: T, reference, purpose },
    );

  it('joins one that is planned to the number, for the same case, another case or another person', async () => {
    const centre = new CallingCentre();
    centre.store.seed(supportCase('0Y4-0M7-0001'));
    centre.store.seed(supportCase('0Y4-0M7-0002'));
    centre.store.seed(supportCase('0Y4-0M7-0003', '+966500000003'));
    expect(await plan(centre, '0Y4-0M7-0001', 'a', 'follow-up')).toBe('planned');
    // The form was sent twice.
    expect(await plan(centre, '0Y4-0M7-0001', 'a', 'follow-up')).toBe('planned');
    expect(await plan(centre, '0Y4-0M7-0001', 'b', 'follow-up')).toBe('joined');
    expect(await plan(centre, '0Y4-0M7-0001', 'c', 'investor')).toBe('joined');
    expect(await plan(centre, '0Y4-0M7-0002', 'd', 'follow-up')).toBe('joined');
    expect(await plan(centre, '0Y4-0M7-0003', 'e', 'follow-up')).toBe('planned');
  });
});

describe('a callback about to be placed', () => {
  it('is placed when nothing has happened since it was planned', async () => {
    const centre = new CallingCentre();
    expect(await centre.dial(await centre.due('one', callBack))).toBe('dialled');
  });

  it('waits while the person is being called', async () => {
    const centre = new CallingCentre();
    await talk(centre, 'one', false);
    expect(await centre.dial(await centre.due('two', callBack))).toBe('engaged');
    expect((await centre.callOut('two')).state).toEqual({ is: 'planned', at: T + 10 * MINUTE });
    // An evaluation rings the same telephone.
    const evaluated = new CallingCentre();
    expect(await evaluated.dial(await evaluated.due('asked', { beneficiaryId: 'person' }))).toBe('dialled');
    expect(await evaluated.dial(await evaluated.due('two', callBack))).toBe('engaged');
  });

  it('is joined with the first talk, also when that was planned for another person', async () => {
    const centre = new CallingCentre();
    const later = await centre.due('two', { ...callBack, beneficiaryId: 'another person' });
    await talk(centre, 'one', true);
    await centre.ends('contact-of-one');
    expect(await centre.dial(later)).toBe('joined');
    expect((await centre.callOut('two')).state).toMatchObject({ is: 'finished', disposition: 'joined' });
    expect(centre.orders).toHaveLength(1);
  });

  it('is still placed after an unanswered call', async () => {
    const centre = new CallingCentre();
    const later = await centre.due('two', callBack);
    await talk(centre, 'one', false);
    await centre.ends('contact-of-one', 'TELECOM_UNANSWERED');
    expect(await centre.dial(later)).toBe('dialled');
  });

  it('is placed after a talk that was before its plan', async () => {
    const centre = new CallingCentre();
    await talk(centre, 'one', true);
    await centre.ends('contact-of-one');
    centre.clock.advance(HOUR);
    expect(await centre.dial(await centre.due('two', callBack))).toBe('dialled');
  });

  it('gives way to an older one that is due in the same minute', async () => {
    const centre = new CallingCentre();
    const first = await centre.due('one', callBack);
    const second = await centre.due('two', callBack);
    expect(await centre.dial(second)).toBe('joined');
    expect(await centre.dial(first)).toBe('dialled');
  });

  it('is placed to another number', async () => {
    const centre = new CallingCentre();
    await talk(centre, 'one', false);
    const other = await centre.due('two', { ...callBack, phone: '+966500000002' });
    expect(await centre.dial(other)).toBe('dialled');
  });

  it.each([
    ['has called again and was served', { answeredAt: T + MINUTE, endedAt: T + 2 * MINUTE }, 'joined'],
    ['called again and left before an answer', { endedAt: T + MINUTE }, 'dialled'],
    ['was served before the plan', { answeredAt: T - HOUR, endedAt: T - HOUR + MINUTE }, 'dialled'],
    ['was called by an agent by hand', { initiationMethod: 'OUTBOUND', answeredAt: T, endedAt: T }, 'joined'],
    ['was called by Rida', { initiationMethod: 'API', answeredAt: T, endedAt: T }, 'dialled'],
  ] as const)('of a person who %s', async (_, leg, outcome) => {
    const centre = new CallingCentre();
    const case1 = aCase({ beneficiary: { id: 'person', phone: PHONE, authenticated: true } });
    centre.store.seed(case1);
    const facts = {
      initiationMethod: 'INBOUND',
      initiatedAt: T - HOUR,
      caseRef: case1.id,
      complete: true as const,
      ...leg,
    };
    const report = { id: 'contact-9', at: T, recordedAt: T } as const;
    await updateCall(centre.store, { ...report, cause: 'record', facts });
    const announcing = shippedRules.telephone;
    await updateCall(centre.store, { ...report, recordedAt: T + HOUR, cause: 'timer', facts, announcing });
    expect(await centre.dial(await centre.due('two', callBack))).toBe(outcome);
  });

  it('waits while a person who called again may still be on the line', async () => {
    const centre = new CallingCentre();
    const beneficiary = { id: 'person', phone: PHONE, authenticated: true };
    centre.store.seed(aCase({ channel: 'phone', openedAt: T, beneficiary }));
    expect(await centre.dial(await centre.due('two', callBack))).toBe('engaged');
    centre.clock.advance(3 * HOUR);
    expect(await centre.dial(await centre.tick('two'))).toBe('dialled');
  });
});
