import { describe, expect, it } from 'vitest';
import type { Role } from '#functions/web/console-deps.ts';
import { beneficiaryId } from '#shared/adapters/crypto/beneficiary-id.ts';
import { executePerson } from '#shared/casework/execute-person.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { aConsole, salem } from '#test/builders/a-console.ts';
import { posted, wordsOf } from './forms.ts';

const token = () => crypto.randomUUID();
const started = (role: Role = 'agent') => {
  const console = aConsole({ agent: { ...salem, role } });
  const known = aCase();
  console.store.seed(known);
  const send = (action: string, fields: Record<string, string>, id = known.beneficiary.id) =>
    console.app.request(`/people/${id}/${action}`, posted({ token: token(), ...fields }));
  const page = async (id = known.beneficiary.id) =>
    wordsOf(await (await console.app.request(`/people/${id}`)).text());
  return { console, known, send, page };
};

describe('the page of a beneficiary', () => {
  it('shows how they are reached and all their cases, and nobody unknown', async () => {
    const { console, known, page } = started();
    const words = await page();
    for (const said of ['نورة القحطاني', 'norah@example.com', known.id]) expect(words).toContain(said);
    expect((await console.app.request('/people/nobody')).status).toBe(404);
    const casePage = await (await console.app.request(`/cases/${known.id}`)).text();
    expect(casePage).toContain(`/people/${known.beneficiary.id}`);
  });

  it('joins a telephone typed in Arabic digits, and parts it', async () => {
    const { console, known, send, page } = started();
    const phoneId = await beneficiaryId(console.keys, { phone: '+966512345678' });
    const called = aCase({
      beneficiary: aBeneficiary({ id: phoneId, email: undefined as never, phone: '+966512345678' }),
    });
    console.store.seed(called);
    const done = await send('join', { contact: '٠٥١٢٣٤٥٦٧٨' });
    expect(done.headers.get('location')).toBe(`/people/${known.beneficiary.id}?done=1`);
    expect(await page()).toContain(called.id);
    expect((await send('join', { contact: '0512345678' })).status).toBe(422);
    const [by, at] = ['rida', console.clock.now()] as const;
    await executePerson(console.store, {
      ...{ id: phoneId, command: { do: 'join-into', into: known.beneficiary.id }, cause: 'followed', by },
      ...{ at, recordedAt: at },
    });
    const found = wordsOf(await (await console.app.request('/search?q=٠٥١٢٣٤٥٦٧٨')).text());
    for (const { id } of [known, called]) expect(found).toContain(id);
    await send('part', { other: phoneId });
    expect(await page()).not.toContain(called.id);
  });

  it('keeps what they do not want', async () => {
    const { console, known, send } = started();
    await send('prefer', { surveys: '1', calls: '1' });
    expect((await console.store.load('person', known.beneficiary.id))?.optOuts).toEqual(['surveys', 'calls']);
    expect((await console.store.timeline('person', known.beneficiary.id))[0]?.events[0]).toMatchObject({
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
    const { console, known, send } = started();
    expect((await send(action, fields)).status).toBe(422);
    expect(await console.store.load('person', known.beneficiary.id)).toBeUndefined();
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
    const console = aConsole({ agent: { ...salem, role } });
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
    expect(wordsOf(await (await console.app.request('/absence')).text())).toContain('غياب مخطط');
    expect((await send('back', {})).status).toBe(303);
    expect((await console.store.load('staff', 'salem'))?.absence).toBeUndefined();
    expect((await send('back', {})).status).toBe(422);
  });

  it('of others is a supervisor’s, of nobody a leader’s', async () => {
    expect((await absence().send('plan', { ...plan, user: 'huda' })).status).toBe(403);
    expect((await absence('leader').send('plan', plan)).status).toBe(403);
    expect((await absence().send('plan', { ...plan, until: '2026-01-04T08:00' })).status).toBe(422);
    expect((await absence().send('plan', { ...plan, from: 'tomorrow' })).status).toBe(422);
  });
});
