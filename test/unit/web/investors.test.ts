import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase, anInvestor } from '#test/builders/a-case.ts';
import { aConsole, salem } from '#test/builders/a-console.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { posted, textOf } from './forms.ts';

const started = (role: Role = 'agent') => {
  const console = aConsole({ agent: { ...salem, roles: [role] } });
  const state = async (id: string) => {
    const found = await console.store.load('case', id);
    if (!found) throw new Error('no case');
    return found;
  };
  const send = async (id: string, form: string, fields: Record<string, string> = {}) =>
    console.app.request(
      `/investors/${id}/${form}`,
      posted({ token: crypto.randomUUID(), seen: String((await state(id)).version), ...fields }),
    );
  const page = async (path = '') => textOf(await (await console.app.request(`/investors${path}`)).text());
  const seeded = (one: Case): Case => {
    console.store.seed(one);
    return one;
  };
  return { console, send, page, state, seeded };
};

const phoneOf = (n: number): string => `+9665${String(10_000_000 + n)}`;

/** Plans of an officer, each with a number of its own and the next contact within a day. */
const plansOf = (count: number): Case[] =>
  Array.from({ length: count }, (_, n) =>
    anInvestor({
      assignee: 'salem',
      beneficiary: aBeneficiary({ id: `b-${n}`, name: `مستثمر ${n}`, phone: phoneOf(n) }),
    }),
  );

const LICENCE = { kind: 'licence', department: 'licensing', dueAt: '2026-03-01T12:00' };

describe('the plan of an investor', () => {
  it('is started, gets procedures and obstacles, and ends with the yes of the investor', async () => {
    const { send, page, state, seeded } = started();
    const { id } = seeded(aCase({ segment: 'investor', status: 'open', assignee: 'salem' }));
    expect(await page(`/${id}`)).toContain('بدء خطة المتابعة');
    expect((await send(id, 'start')).status).toBe(303);
    expect((await send(id, 'procedure', LICENCE)).status).toBe(303);
    expect((await send(id, 'obstacle', { procedure: 'p1', kind: 'missing-documents' })).status).toBe(303);
    const text = await page(`/${id}`);
    expect(text).toContain('رخصة النشاط');
    expect(text).toContain('لدى المستثمر منذ لحظات');
    expect(text).toContain('مستندات ناقصة من المستثمر');
    expect(await page()).toContain('رخصة النشاط');
    const change = { procedure: 'p1', state: 'done', department: 'licensing', dueAt: '2026-03-01T12:00' };
    expect((await send(id, 'change', change)).status).toBe(303);
    expect((await state(id)).plan?.state).toBe('closing');
    expect((await send(id, 'contact', { finished: 'yes' })).status).toBe(303);
    expect((await state(id)).plan).toMatchObject({ state: 'ended', ended: { how: 'finished' } });
    expect(await page()).toContain('لا خطط هنا');
  });

  it('is handed over with words that the new officer can read on the case', async () => {
    const { console, send, state, seeded } = started();
    const { id } = seeded(anInvestor({ assignee: 'salem' }));
    expect((await send(id, 'hand-over', { to: 'maha', words: '' })).status).toBe(422);
    const colleague = 'huda';
    expect((await send(id, 'hand-over', { to: colleague, words: 'ينتظر كراسة الشروط' })).status).toBe(303);
    expect((await state(id)).assignee).toBe(colleague);
    const text = textOf(await (await console.app.request(`/cases/${id}`)).text());
    expect(text).toContain('ينتظر كراسة الشروط');
  });

  it.each<[string, string, Record<string, string>, string]>([
    ['a due time in the past', 'procedure', { ...LICENCE, dueAt: '2020-01-01T10:00' }, 'الموعد: '],
    ['a thirteenth month', 'procedure', { ...LICENCE, dueAt: '2026-13-40T10:00' }, 'الموعد: '],
    ['a day that does not exist', 'procedure', { ...LICENCE, dueAt: '2026-02-30T10:00' }, 'الموعد: '],
    ['a Hijri year', 'procedure', { ...LICENCE, dueAt: '١٤٤٧-٠٩-٠١T١٠:٠٠' }, 'بالتاريخ الميلادي'],
    ['another century', 'procedure', { ...LICENCE, dueAt: '٢١٢٦-٠٣-٠١T١٢:٠٠' }, 'أكثر من سنتين'],
    ['no time', 'procedure', { ...LICENCE, dueAt: '' }, 'الموعد: '],
    ['a kind that is not listed', 'procedure', { ...LICENCE, kind: 'palace' }, '«الإجراء»'],
    [
      'a department that does not exist',
      'procedure',
      { ...LICENCE, department: 'nowhere' },
      'إدارة من القائمة',
    ],
    ['a long number', 'procedure', { ...LICENCE, number: '٩'.repeat(61) }, '«رقمه لدى الإدارة (اختياري)»'],
    ['an obstacle without a procedure', 'obstacle', { procedure: 'p9', kind: 'other' }, 'لا وجود له'],
    ['an obstacle of no kind', 'obstacle', { procedure: 'p1', kind: 'x' }, '«العائق»'],
    ['an obstacle that is not there', 'clear', { obstacle: 'o9' }, 'لا وجود له'],
    ['an answer that is none', 'contact', { finished: 'perhaps' }, '«هل أكّد أن إجراءاته انتهت؟»'],
    ['a hand-over without a name', 'hand-over', { to: ' ', words: 'مرحبًا' }, '«إلى»'],
    ['a hand-over without words', 'hand-over', { to: 'huda', words: ' ' }, '«ما يحتاج إلى معرفته»'],
    ['a hand-over to its officer', 'hand-over', { to: 'salem', words: 'مرحبًا' }, 'لديه أصلًا'],
    ['a form without a token', 'start', { token: 'x' }, 'لم يتغير شيء'],
    ['a form of a later version', 'start', { seen: '99' }, 'لم يتغير شيء'],
  ])('is not changed by %s, and says so', async (_, form, fields, said) => {
    const { send, state, seeded } = started();
    const { id, version } = seeded(anInvestor({ assignee: 'salem' }));
    const answer = await send(id, form, fields);
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(said);
    expect((await state(id)).version).toBe(version);
  });

  it('takes times with Arabic-Indic digits', async () => {
    const { send, state, seeded } = started();
    const { id } = seeded(anInvestor({ assignee: 'salem' }));
    expect((await send(id, 'procedure', { ...LICENCE, dueAt: '٢٠٢٦-٠٣-٠١T١٢:٠٠' })).status).toBe(303);
    expect((await state(id)).plan?.procedures[1]?.dueAt).toBe(Date.parse('2026-03-01T12:00+03:00'));
  });

  it('of two officers who change one procedure at once, the second is shown the change of the first', async () => {
    const { console, send, state, seeded } = started();
    const { id } = seeded(aCase({ segment: 'investor', status: 'open', assignee: 'salem' }));
    await send(id, 'start');
    await send(id, 'procedure', LICENCE);
    await send(id, 'procedure', { ...LICENCE, kind: 'payment' });
    const seen = String((await state(id)).version);
    const change = (procedure: string, to: string) =>
      console.app.request(
        `/investors/${id}/change`,
        posted({ token: crypto.randomUUID(), seen, procedure, ...LICENCE, state: to }),
      );
    expect((await change('p1', 'done')).status).toBe(303);
    const second = await change('p1', 'withdrawn');
    expect(second.status).toBe(422);
    expect(textOf(await second.text())).toContain('تغيّر إجراء');
    // A change of another procedure is accepted.
    expect((await change('p2', 'under-way')).status).toBe(303);
    expect((await state(id)).plan?.procedures.map((one) => one.state)).toEqual(['done', 'under-way']);
  });

  it('keeps a procedure at a department that was removed, until it is given to another', async () => {
    const { console, send, state, seeded } = started();
    const held = anInvestor({ assignee: 'salem' });
    const [procedure] = held.plan?.procedures ?? [];
    if (!held.plan || !procedure) throw new Error('no procedure');
    const procedures = [{ ...procedure, department: 'abolished', state: 'waiting' as const }];
    const { id } = seeded({ ...held, plan: { ...held.plan, state: 'running', procedures } });
    const shown = await (await console.app.request(`/investors/${id}`)).text();
    expect(shown).toContain('<option value="abolished" selected>');
    const change = { procedure: 'p1', state: 'under-way', dueAt: '2026-03-01T12:00' };
    expect((await send(id, 'change', { ...change, department: 'abolished' })).status).toBe(303);
    expect((await send(id, 'change', { ...change, department: 'gone-too' })).status).toBe(422);
    expect((await send(id, 'change', { ...change, department: 'licensing' })).status).toBe(303);
    expect((await state(id)).plan?.procedures[0]).toMatchObject({
      department: 'licensing',
      state: 'under-way',
    });
  });

  it.each<[string, Partial<Case>, number]>([
    ['erased', { erased: { at: WORKING_MORNING, because: 'request' } as never }, 404],
    ['closed', { status: 'closed', closing: { at: WORKING_MORNING, reason: 'finished' } }, 422],
    [
      'merged',
      { status: 'closed', merged: { into: '7M2-4K9-0131', at: WORKING_MORNING, status: 'open' } as never },
      422,
    ],
    ['of a citizen', { segment: 'citizen' }, 422],
  ])('is not started for a case that is %s', async (_, over, status) => {
    const { console, send, seeded } = started();
    const { id } = seeded(aCase({ segment: 'investor', status: 'open', ...over }));
    expect((await send(id, 'start')).status).toBe(status);
    expect((await console.app.request(`/investors/${id}`)).status).toBe(status === 404 ? 404 : 200);
  });

  it.each<[string, string | undefined, string]>([
    ['without a number', undefined, 'لا رقم هاتف'],
    ['with a number abroad', '+97141234567', 'خارج المملكة'],
    ['with a number in Bahrain, which begins as one at home does', '+9731234567', 'خارج المملكة'],
  ])('of an investor %s has no call planned', async (_, phone, said) => {
    const { console, send, seeded } = started('supervisor');
    const { id } = seeded(anInvestor({ beneficiary: aBeneficiary({ id: 'b-1', ...(phone && { phone }) }) }));
    const answer = await send(id, 'call');
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(said);
    const fields = { token: crypto.randomUUID(), officer: '-', until: '2026-01-31' };
    const many = await console.app.request('/investors/calls', posted(fields));
    expect(textOf(await many.text())).toContain('المكالمات المجدولة: 0. من لم تُجدول له مكالمة: 1 ');
    expect((await console.store.callsOut('investor', 'live', { limit: 5 })).items).toEqual([]);
  });

  it.each(['2026-02-30', '١٤٤٧-٠٧-٢٠', '2126-01-31', '', 'غدًا'])(
    'calls are planned up to a day near today, not to “%s”',
    async (until) => {
      const { console } = started('supervisor');
      const answer = await console.app.request(
        '/investors/calls',
        posted({ token: crypto.randomUUID(), officer: '-', until }),
      );
      expect(answer.status).toBe(422);
      expect(textOf(await answer.text())).toContain('يُرجى اختيار يوم قريب');
    },
  );

  it.each([
    [{ phone: '+966501234567' }, '+966501234567'],
    [{ email: 'investor@example.com' }, 'investor@example.com'],
    [{}, 'مستثمر لم يُذكر اسمه'],
  ])('of a caller without a name is shown by %j', async (contact, shown) => {
    const { page, seeded } = started();
    const beneficiary = { id: 'b-caller', authenticated: false, ...contact };
    const { id } = seeded(anInvestor({ assignee: 'salem', beneficiary, subject: 'استفسار عبر الهاتف' }));
    for (const path of ['', `/${id}`]) {
      const text = await page(path);
      expect(text).toContain(shown);
      expect(text).not.toContain('استفسار عبر الهاتف');
    }
  });

  it('is read by leaders, masked, and changed by those who work on cases only', async () => {
    const { send, page, seeded } = started('leader');
    const { id } = seeded(anInvestor({ assignee: 'salem' }));
    expect(await page('?officer=-')).not.toContain('نورة القحطاني');
    expect((await send(id, 'start')).status).toBe(403);
  });

  it('carries a form out once, however often it is sent', async () => {
    const { console, state, seeded } = started();
    const { id, version } = seeded(anInvestor({ assignee: 'salem' }));
    const form = posted({ token: crypto.randomUUID(), seen: String(version), ...LICENCE });
    for (const _ of [1, 2])
      expect((await console.app.request(`/investors/${id}/procedure`, form)).status).toBe(303);
    expect((await state(id)).plan?.procedures).toHaveLength(2);
  });
});

describe('1,700 plans of one officer', () => {
  it('are listed a page at a time, with the reads of one page', async () => {
    const { console, page } = started();
    for (const one of plansOf(1700)) console.store.seed(one);
    let loads = 0;
    const load = console.store.load.bind(console.store);
    console.store.load = ((...asked: Parameters<typeof load>) => {
      loads += 1;
      return load(...asked);
    }) as typeof load;
    expect(await page('?officer=salem')).toContain('عدد الخطط: 1700');
    expect(loads).toBeLessThanOrEqual(25);
    expect(await page('?officer=salem&from=1675')).toContain('مستثمر');
    expect(await page('?officer=salem&owing=licensing')).toContain('عدد الخطط: 0');
  });

  it('get a call each in one go, once', async () => {
    const { console } = started('supervisor');
    for (const one of plansOf(1700)) console.store.seed(one);
    const token = crypto.randomUUID();
    const send = async () =>
      textOf(
        await (
          await console.app.request(
            '/investors/calls',
            posted({ token, officer: 'salem', owing: '', until: '2026-01-31' }),
          )
        ).text(),
      );
    expect(await send()).toContain('المكالمات المجدولة: 1700. من لم تُجدول له مكالمة: 0');
    expect(await send()).toContain('المكالمات المجدولة: 0. من لم تُجدول له مكالمة: 1700');
    let planned = 0;
    let cursor: string | undefined;
    do {
      const found = await console.store.callsOut('investor', 'live', {
        limit: 100,
        ...(cursor && { cursor }),
      });
      planned += found.items.length;
      cursor = found.cursor;
    } while (cursor !== undefined);
    expect(planned).toBe(1700);
  });

  it('before the day of their contact get none', async () => {
    const { console } = started('supervisor');
    for (const one of plansOf(3)) console.store.seed(one);
    const until = new Date(WORKING_MORNING - DAY).toISOString().slice(0, 10);
    await console.app.request(
      '/investors/calls',
      posted({ token: crypto.randomUUID(), officer: '-', until }),
    );
    expect((await console.store.callsOut('investor', 'live', { limit: 5 })).items).toEqual([]);
  });
});
