import { expect, it } from 'vitest';
import { eraseCallsOut } from '#shared/application/erase-calls-out.ts';
import { outboundRules } from '#test/builders/a-call-out.ts';
import { CallingCentre } from './calling.ts';

const beneficiaryId = 'beneficiary-erased';

it('erasing somebody takes their number and what they used out of every call, planned ones and the past included', async () => {
  const centre = new CallingCentre();
  await centre.dial(await centre.due('ringing', { beneficiaryId }));
  await centre.due('planned', { beneficiaryId });
  await centre.due('of-another');
  const request = { beneficiaryId, by: 'agent:huda', at: centre.clock.now(), cause: 'erased' } as const;
  expect(await eraseCallsOut(centre.store, outboundRules, request)).toBe(2);
  expect(await eraseCallsOut(centre.store, outboundRules, request)).toBe(0);
  for (const id of ['planned', 'ringing']) {
    const callOut = await centre.callOut(id);
    expect(callOut.state).toMatchObject({ is: 'finished', disposition: 'erased' });
    const kept = JSON.stringify([callOut, await centre.store.timeline('call-out', id)]);
    expect(kept).not.toMatch(/\+9665|رخصة/u);
  }
  expect((await centre.callOut('of-another')).phone).toBeDefined();
  // Ringing calls end.
  for (const event of centre.events())
    if (event.type === 'rida.call-out.finished.v1') await centre.completeCall(event);
  expect(centre.stopped).toEqual(['contact-of-ringing']);
});

it('erasing a case takes only the calls about it', async () => {
  const centre = new CallingCentre();
  await centre.due('about', { beneficiaryId, purpose: 'follow-up', caseRef: '4K7-2M9-0382' });
  await centre.due('other', { beneficiaryId, purpose: 'follow-up', caseRef: '6F0-8F7-2431' });
  const request = { beneficiaryId, by: 'rida', at: centre.clock.now(), cause: 'erased' } as const;
  expect(await eraseCallsOut(centre.store, outboundRules, { ...request, caseRef: '4K7-2M9-0382' })).toBe(1);
  expect((await centre.callOut('other')).phone).toBeDefined();
});
