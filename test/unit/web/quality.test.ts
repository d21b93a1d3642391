import { describe, expect, it } from 'vitest';
import { updateRecovery } from '#shared/application/tasks/update-task.ts';
import type { Role } from '#shared/domain/staff/role.ts';
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
    ['ar', 'التواصل مع مستفيد غير راضٍ', 'لم تُسند بعد'],
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
    expect(text).toContain('مستفيد غير راضٍ');
    expect(text).toContain('لم يُتواصل معه');
  });
});
