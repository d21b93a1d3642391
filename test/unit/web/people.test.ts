import { describe, expect, it } from 'vitest';
import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { aConsole, salem } from '#test/builders/a-console.ts';
import { posted, textOf } from './forms.ts';

const token = () => crypto.randomUUID();
const started = (role: Role = 'agent') => {
  const console = aConsole({ agent: { ...salem, roles: [role] } });
  const supportCase = aCase();
  console.store.seed(supportCase);
  const send = (action: string, fields: Record<string, string>, id = supportCase.beneficiary.id) =>
    console.app.request(`/people/${id}/${action}`, posted({ token: token(), ...fields }));
  const page = async (id = supportCase.beneficiary.id) =>
    textOf(await (await console.app.request(`/people/${id}`)).text());
  return { console, currentCase: supportCase, send, page };
};

describe('the page of a beneficiary', () => {
  it('shows how they are reached and all their cases, and no unknown person', async () => {
    const { console, currentCase: supportCase, page } = started();
    const text = await page();
    for (const line of ['نورة القحطاني', 'norah@example.com', supportCase.id]) expect(text).toContain(line);
    expect((await console.app.request('/people/nobody')).status).toBe(404);
    const casePage = await (await console.app.request(`/cases/${supportCase.id}`)).text();
    expect(casePage).toContain(`/people/${supportCase.beneficiary.id}`);
  });

  it('joins a telephone typed in Arabic digits, and parts it', async () => {
    const { console, currentCase: supportCase, send, page } = started();
    const phoneId = await beneficiaryId(console.keys, { phone: '+966512345678' });
    const called = aCase({
      beneficiary: aBeneficiary({ id: phoneId, email: undefined as never, phone: '+966512345678' }),
    });
    console.store.seed(called);
    const done = await send('join', { contact: '٠٥١٢٣٤٥٦٧٨' });
    expect(done.headers.get('location')).toBe(`/people/${supportCase.beneficiary.id}?done=1`);
    expect(await page()).toContain(called.id);
    expect((await send('join', { contact: '0512345678' })).status).toBe(422);
    const [by, at] = ['rida', console.clock.now()] as const;
    await updatePerson(console.store, {
      ...{
        id: phoneId,
        command: { do: 'join-into', into: supportCase.beneficiary.id },
        cause: 'followed',
        by,
      },
      ...{ at, recordedAt: at },
    });
    const found = textOf(await (await console.app.request('/search?q=٠٥١٢٣٤٥٦٧٨')).text());
    for (const { id } of [supportCase, called]) expect(found).toContain(id);
    await send('part', { other: phoneId });
    expect(await page()).not.toContain(called.id);
  });

  it('keeps what they do not want', async () => {
    const { console, currentCase: supportCase, send } = started();
    await send('prefer', { surveys: '1', calls: '1' });
    expect((await console.store.load('person', supportCase.beneficiary.id))?.optOuts).toEqual([
      'surveys',
      'calls',
    ]);
    expect((await console.store.timeline('person', supportCase.beneficiary.id))[0]?.events[0]).toMatchObject({
      type: 'rida.beneficiary.preferences-changed.v1',
      data: { by: 'agent:salem' },
    });
  });

  it.each([
    ['join', { contact: 'لا شيء' }],
    ['part', { other: 'stranger' }],
    ['verify', { means: 'magic' }],
    ['join', { contact: 'a@b.example', token: 'none' }],
  ])('%s with %j is said to be wrong and changes nothing', async (action, fields) => {
    const { console, currentCase: supportCase, send } = started();
    expect((await send(action, fields)).status).toBe(422);
    expect(await console.store.load('person', supportCase.beneficiary.id)).toBeUndefined();
  });

  it.each([
    ['leader', 'prefer', 403],
    ['agent', 'erase', 403],
    ['supervisor', 'erase', 303],
  ] as const)('of a %s takes %s with %i', async (role, action, status) => {
    const { send } = started(role);
    expect((await send(action, action === 'erase' ? { sure: '1' } : {})).status).toBe(status);
  });
});

describe('the page of absences', () => {
  const plan = { from: '2026-01-05T08:00', until: '2026-01-06T08:00', handOverTo: '' };
  const absence = (role: Role = 'agent') => {
    const console = aConsole({ agent: { ...salem, roles: [role] } });
    const send = (action: string, fields: Record<string, string>) =>
      console.app.request(`/absence/${action}`, posted({ token: token(), user: 'salem', ...fields }));
    return { console, send };
  };

  it('plans one’s own, in the centre’s time, and ends it', async () => {
    const { console, send } = absence();
    expect((await send('plan', plan)).status).toBe(303);
    expect((await console.store.load('staff', 'salem'))?.absence).toMatchObject({
      from: Date.parse('2026-01-05T05:00:00Z'),
      until: Date.parse('2026-01-06T05:00:00Z'),
    });
    expect(textOf(await (await console.app.request('/absence')).text())).toContain('غياب مخطط');
    expect((await send('back', {})).status).toBe(303);
    expect((await console.store.load('staff', 'salem'))?.absence).toBeUndefined();
    expect((await send('back', {})).status).toBe(422);
  });

  it('of others is edited by supervisors, and never by leaders', async () => {
    expect((await absence().send('plan', { ...plan, user: 'huda' })).status).toBe(403);
    expect((await absence('leader').send('plan', plan)).status).toBe(403);
    expect((await absence().send('plan', { ...plan, until: '2026-01-04T08:00' })).status).toBe(422);
    expect((await absence().send('plan', { ...plan, from: 'tomorrow' })).status).toBe(422);
  });
});
