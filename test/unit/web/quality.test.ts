import { describe, expect, it } from 'vitest';
import { updateCheck } from '#shared/application/tasks/update-check.ts';
import { updateRecovery } from '#shared/application/tasks/update-task.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import type { Check } from '#shared/domain/tasks/check.ts';
import type { CheckKind } from '#shared/domain/tasks/decide-check.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { aConsole, salem, shippedRules } from '#test/builders/a-console.ts';
import { posted, textOf } from './forms.ts';

const ID = 'recovery-b-norah';

/** A console with a dissatisfied person. */
async function started(role: Role = 'supervisor', owner?: string) {
  const console = aConsole({ agent: { ...salem, roles: [role] } });
  const now = console.clock.now();
  const beneficiary = aBeneficiary({
    name: 'نورة القحطاني',
    phone: '+966512345678',
    email: 'norah@example.com',
  });
  const supportCase = aCase({ beneficiary, status: 'closed' });
  const { id } = supportCase;
  console.store.seed(supportCase);
  await updateRecovery(console.store, shippedRules(), {
    ...{ id: ID, cause: 'heard', by: 'beneficiary', at: now, recordedAt: now },
    command: {
      do: 'hear',
      answer: {
        ...{
          about: `case:${id}:s0`,
          seen: 4,
          source: 'mail',
          at: now,
          score: 1,
          finished: true,
          isLow: true,
        },
        ...{ case: id, department: 'operations', ...(owner !== undefined && { owner }) },
      },
    },
  });
  const send = (action: string, fields: Record<string, string> = {}) =>
    console.app.request(`/quality/recovery/${ID}/${action}`, posted(fields));
  const page = async (path = `/quality/recovery/${ID}`, language = 'ar') => {
    const answer = await console.app.request(path, { headers: { cookie: `language=${language}` } });
    return { status: answer.status, text: textOf(await answer.text()) };
  };
  const task = () => console.store.load('task', ID);
  return { console, id, send, page, task };
}

describe('the page of a dissatisfied person', () => {
  it.each([
    ['ar', 'التواصل بشأن إجابة غير راضية', 'لم تُسند بعد'],
    ['en', 'Contact a dissatisfied person', 'No owner yet'],
  ])('shows the person, the answer and the missing owner in %s', async (language, title, nobody) => {
    const { page, id } = await started();
    const { text } = await page(undefined, language);
    for (const part of [title, nobody, 'نورة القحطاني', '+966512345678', '1 / 5', id])
      expect(text).toContain(part);
    expect((await page('/quality', language)).text).toContain('1 / 5');
  });

  it('hides who the person is from quality and leadership, and offers them no form', async () => {
    for (const role of ['quality', 'leader'] as const) {
      const { page, send, task } = await started(role);
      const { text } = await page();
      for (const hidden of ['القحطاني', '512345678', 'norah@example.com']) expect(text).not.toContain(hidden);
      expect(text).not.toContain('تسجيل النتيجة');
      expect((await send('record', { outcome: 'settled' })).status).toBe(403);
      expect((await task())?.ended).toBeUndefined();
    }
  });

  it('is recorded once, by its owner', async () => {
    const { send, task, page } = await started('supervisor', 'huda');
    expect((await send('record', { outcome: 'settled' })).status).toBe(409);
    expect((await send('take')).headers.get('location')).toContain('done=take');
    expect((await send('record', { outcome: 'settled' })).headers.get('location')).toContain('done=record');
    expect(await task()).toMatchObject({ owner: 'salem', ended: { by: 'agent:salem', outcome: 'settled' } });
    const again = await send('record', { outcome: 'declined' });
    expect([again.status, textOf(await again.text())]).toEqual([
      409,
      expect.stringContaining('انتهت هذه المهمة من قبل'),
    ]);
    expect((await page()).text).toContain('تواصلنا معه وعولج الأمر');
  });

  it('ends after three attempts in different hours', async () => {
    const { console, send, task } = await started();
    for (let n = 0; n < 3; n += 1) {
      expect((await send('attempt')).status).toBe(303);
      expect((await send('attempt')).status).toBe(409);
      console.clock.advance(HOUR);
    }
    expect(await task()).toMatchObject({ ended: { outcome: 'not-reached' } });
  });

  it.each([
    ['record', {}, 422],
    ['record', { outcome: 'corrected' }, 422],
    ['record', { outcome: '<b>' }, 422],
    ['assign', {}, 422],
    ['assign', { to: 'nobody-of-the-directory' }, 422],
  ])('refuses %s with %j', async (action, fields, status) => {
    const { send, task } = await started();
    expect((await send(action, fields as Record<string, string>)).status).toBe(status);
    expect(await task()).toMatchObject({ version: 1 });
  });

  it('is not found for another task', async () => {
    const { page } = await started();
    expect((await page('/quality/recovery/recovery-of-no-person')).status).toBe(404);
  });

  it('is a row of the list of work, after those that are overdue', async () => {
    const { page } = await started('supervisor', 'salem');
    const { text } = await page('/cases?kind=recovery&mine=1');
    expect(text).toContain('إجابة غير راضية');
    expect(text).toContain('لم يُتواصل معه');
  });
});

const MARKS = { greeting: 'yes', understood: 'yes', solved: 'no', wording: 'not-applicable' } as const;

/** A console with a drawn check of a closed case. */
async function drawn(
  kind: CheckKind,
  {
    role = 'quality',
    over = {},
    resolvedAt,
  }: { role?: Role; over?: Partial<Check>; resolvedAt?: number } = {},
) {
  const console = aConsole({ agent: { ...salem, roles: [role] } });
  const now = console.clock.now();
  const at = resolvedAt ?? now - HOUR;
  const supportCase = aCase({
    ...{ status: 'closed', assignee: 'huda' },
    resolution: { at, by: 'agent:huda', as: 'done', outcome: 'تم' },
    closing: { at, reason: 'finished' },
  });
  console.store.seed(supportCase);
  const id = `${kind}-2026-01-04-1`;
  const check: Check = {
    ...{ week: '2026-01-04', seed: 'the-printed-seed', population: 200, drawn: 10, rank: 1 },
    ...{ case: supportCase.id, department: 'operations', handlers: ['huda'] },
    ...(kind === 'conversation-review' && { agent: 'huda' }),
    ...over,
  };
  await updateCheck(console.store, shippedRules(), {
    ...{ id, cause: 'drawn', by: 'rida', at: now, recordedAt: now },
    command: { do: 'draw', kind, check },
  });
  const path = `/quality/${kind}/${id}`;
  const send = (action: string, fields: Record<string, string> = {}) =>
    console.app.request(`${path}/${action}`, posted(fields));
  const page = async (at = path, language = 'ar') => {
    const answer = await console.app.request(at, { headers: { cookie: `language=${language}` } });
    return { status: answer.status, text: textOf(await answer.text()) };
  };
  const stored = () => console.store.load('task', id);
  return { console, supportCase, send, page, stored };
}

describe('the check of a closed case', () => {
  it('is on the page of quality with its seed, and is recorded once', async () => {
    const { page, send, stored, supportCase, console } = await drawn('closure-audit');
    for (const language of ['ar', 'en']) {
      const { text } = await page('/quality', language);
      for (const part of ['the-printed-seed', supportCase.id, '200']) expect(text).toContain(part);
    }
    expect((await send('check', { verdict: 'maybe' })).status).toBe(422);
    expect((await send('check', { verdict: 'finished' })).headers.get('location')).toContain('done=check');
    expect((await stored())?.check?.result).toMatchObject({ verdict: 'finished', by: 'agent:salem' });
    expect((await send('check', { verdict: 'not-finished' })).status).toBe(409);
    expect(console.store.caseNow(supportCase.id)?.status).toBe('closed');
  });

  it('reopens a case that is not finished, while that is possible', async () => {
    const { send, supportCase, console, page } = await drawn('closure-audit');
    const location = (await send('check', { verdict: 'not-finished' })).headers.get('location') ?? '';
    expect((await page(location)).text).toContain('أُعيد فتح المعاملة');
    expect(console.store.caseNow(supportCase.id)).toMatchObject({ status: 'open', assignee: 'huda' });
  });

  it('says when it is too late to reopen the case', async () => {
    const { send, page, supportCase, console } = await drawn('closure-audit', { resolvedAt: 1000 });
    const location = (await send('check', { verdict: 'not-finished' })).headers.get('location') ?? '';
    expect((await page(location)).text).toContain('لم يعد بالإمكان');
    expect(console.store.caseNow(supportCase.id)?.status).toBe('closed');
  });

  it('is not for those who worked on it, nor for roles that do not check', async () => {
    const own = await drawn('closure-audit', { over: { handlers: ['salem'] } });
    expect((await own.page()).text).toContain('لذا يراجعها غيرك');
    const answer = await own.send('check', { verdict: 'finished' });
    expect([answer.status, textOf(await answer.text())]).toEqual([
      409,
      expect.stringContaining('لا يراجعها من عمل عليها'),
    ]);
    expect((await own.send('take')).status).toBe(409);
    for (const role of ['agent', 'leader'] as const) {
      const { send, stored } = await drawn('closure-audit', { role });
      expect((await send('check', { verdict: 'finished' })).status).toBe(403);
      expect((await stored())?.ended).toBeUndefined();
    }
  });

  it('is a row of the list of work', async () => {
    const { page } = await drawn('closure-audit');
    expect((await page('/cases?kind=closure-audit')).text).toContain('بانتظار المراجعة');
  });
});

describe('the review of a conversation', () => {
  it('needs a mark for each question, and shows a refused note again', async () => {
    const { send, stored } = await drawn('conversation-review');
    const { solved: _, ...less } = MARKS;
    const refused = await send('check', { ...less, note: 'اشرح الخطوة التالية.' });
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining('اشرح الخطوة التالية.'),
    ]);
    expect((await send('check', { ...MARKS, note: 'x'.repeat(1001) })).status).toBe(422);
    expect((await send('check', { ...MARKS, note: 'اشرح الخطوة التالية.' })).status).toBe(303);
    expect((await stored())?.check?.result).toMatchObject({
      form: 1,
      marks: MARKS,
      note: 'اشرح الخطوة التالية.',
    });
  });

  it('is shown to the one who had it, and to no other agent', async () => {
    const mine = await drawn('conversation-review', {
      role: 'agent',
      over: { agent: 'salem', handlers: ['salem'] },
    });
    const at = mine.console.clock.now();
    await updateCheck(mine.console.store, shippedRules(), {
      ...{ id: 'conversation-review-2026-01-04-1', cause: 'checked', by: 'agent:huda', at, recordedAt: at },
      command: {
        do: 'check',
        marks: { ...MARKS, solved: 'no' },
        note: 'اشرح الخطوة التالية.',
        by: 'agent:huda',
      },
    });
    expect((await mine.page('/quality')).text).toContain('اشرح الخطوة التالية.');
    expect((await mine.page()).status).toBe(200);
    const other = await drawn('conversation-review', { role: 'agent' });
    expect((await other.page()).status).toBe(404);
    expect((await other.page('/quality')).text).not.toContain('حسب من أجراها');
  });
});
