import { describe, expect, it } from 'vitest';
import { readMessage, saveMessage } from '#shared/application/messages.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aConsole, salem, shippedRules } from '#test/builders/a-console.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { hiddenFields, posted, textOf } from './forms.ts';

function started(over: Partial<Case> = {}, role: 'agent' | 'supervisor' = 'supervisor') {
  const console = aConsole({ agent: { ...salem, roles: [role] } });
  const [supportCase, other] = [aCase(over), aCase()];
  console.store.seed(supportCase, other);
  const page = async () => (await console.app.request(`/cases/${supportCase.id}`)).text();
  const send = async (action: string, fields: Record<string, string> = {}) => {
    const hidden = hiddenFields(await page(), action);
    return console.app.request(`/cases/${supportCase.id}/${action}`, posted({ ...hidden, ...fields }));
  };
  const now = async () => {
    const state = await console.store.load('case', supportCase.id);
    if (!state) throw new Error('the case is gone');
    return state;
  };
  return { console, currentCase: supportCase, other, send, page, now };
}

describe('desk work on a case’s page', () => {
  it('shows what was said on the phone, asked of a department and answered by it', async () => {
    const { send, page } = started();
    await send('contact', { text: 'أكدت موقع العمود', means: 'phone', happenedAt: '' });
    await send('ask', { department: 'planning', text: 'هل صدرت الرخصة؟', dueAt: '' });
    await send('answer', { request: 'r1', text: 'صدرت أمس' });
    const text = textOf(await page());
    for (const line of ['أكدت موقع العمود', 'هل صدرت الرخصة؟', 'صدرت أمس']) expect(text).toContain(line);
  });

  it('logs a contact by when it happened, in the centre’s time', async () => {
    const { console, send, now } = started({ openedAt: T - HOUR, facts: [{ at: T - HOUR, type: 'opened' }] });
    const done = await send('contact', { text: 'اتصلت به', means: 'phone', happenedAt: '2026-01-04T09:45' });
    expect(done.status).toBe(303);
    const state = await now();
    expect(state.facts).toContainEqual({ at: Date.parse('2026-01-04T06:45:00Z'), type: 'agent-contact' });
    const [commit] = await console.store.timeline('case', state.id);
    expect(await readMessage(console.blobs, state.id, commit?.cause ?? '')).toMatchObject({
      text: 'اتصلت به',
    });
    for (const happenedAt of ['2027-01-04T09:45', '2026-01-04T08:59', '2025-01-04T09:45'])
      expect((await send('contact', { text: 'x', means: 'phone', happenedAt })).status).toBe(422);
  });

  it('takes a contact in the minute of the opening for one after it', async () => {
    const openedAt = T - HOUR + 30_000;
    const { send, now } = started({ openedAt, facts: [{ at: openedAt, type: 'opened' }] });
    const fields = { text: 'x', means: 'phone', happenedAt: '2026-01-04T09:00' };
    expect((await send('contact', fields)).status).toBe(303);
    expect((await now()).facts).toContainEqual({ at: openedAt, type: 'agent-contact' });
  });

  it('corrects the classification from what to what, and holds back a second correction that did not see it', async () => {
    const { console, currentCase: supportCase, send, now, page } = started();
    const fields = { type: 'report', category: 'parks', department: 'environment', priority: 'urgent' };
    const full = { ...fields, segment: 'citizen', language: 'ar' };
    const hidden = hiddenFields(await page(), 'reclassify');
    expect((await send('reclassify', full)).status).toBe(303);
    expect(await now()).toMatchObject({ category: 'parks', department: 'environment', priority: 'urgent' });
    expect(textOf(await page())).toContain('صُحّح التصنيف');
    const again = await console.app.request(
      `/cases/${supportCase.id}/reclassify`,
      posted({ ...hidden, ...full, priority: 'low' }),
    );
    expect(again.status).toBe(409);
    expect(textOf(await again.text())).toContain('صُحّح تصنيف المعاملة');
  });

  it.each([
    ['a Friday', '2026-01-09T12:00'],
    ['a Saturday', '2026-01-10T09:00'],
    ['a holiday', '2026-02-22T10:00'],
  ])('asks before a contact is promised for %s', async (_, dueAt) => {
    const { send, now } = started();
    const asked = await send('promise', { dueAt });
    expect(asked.status).toBe(422);
    const text = await asked.text();
    expect(textOf(text)).toContain('المركز مغلق في ذلك اليوم');
    expect(text).toContain('name="dayOff"');
    expect((await send('promise', { dueAt, dayOff: '1' })).status).toBe(303);
    expect((await now()).promise).toBeDefined();
  });

  it('promises, asks a department, records its answer, and shows what is owed', async () => {
    const { send, now, page } = started();
    await send('promise', { dueAt: '2026-01-08T12:00' });
    await send('ask', { department: 'planning', text: 'هل صدرت الرخصة؟', dueAt: '' });
    expect((await now()).promise?.dueAt).toBe(Date.parse('2026-01-08T09:00:00Z'));
    expect(textOf(await page())).toContain('وعد بالتواصل قبل');
    expect((await send('answer', { request: 'r9', text: '' })).status).toBe(409);
    await send('answer', { request: 'r1', text: 'صدرت' });
    expect(await now()).toMatchObject({ status: 'open', requests: [{ ended: { how: 'answered' } }] });
    expect((await send('promise', { dueAt: '2025-01-08T12:00' })).status).toBe(409);
    expect((await send('promise', { dueAt: 'الخميس' })).status).toBe(422);
  });

  it('merges into a case that exists, says so, and takes it back', async () => {
    const { other, currentCase: supportCase, send, now, page } = started();
    expect((await send('merge', { into: supportCase.id })).status).toBe(422);
    expect((await send('merge', { into: '4K7-2M9-0380' })).status).toBe(422);
    expect((await send('merge', { into: other.id })).status).toBe(303);
    expect(await now()).toMatchObject({ merged: { into: other.id } });
    const shown = textOf(await page());
    expect(shown).toContain('هذه المعاملة مدموجة في');
    expect(shown).not.toContain('الرد على المستفيد');
    expect((await send('unmerge')).status).toBe(303);
    expect((await now()).merged).toBeUndefined();
  });

  it('merges into nothing that has ended, where it would be forgotten', async () => {
    const { console, send, now } = started();
    const ended = [
      aCase({ status: 'resolved' }),
      aCase({ status: 'closed' }),
      aCase({ status: 'closed', erased: { at: T, because: 'request' } }),
    ];
    console.store.seed(...ended);
    for (const { id } of ended) expect((await send('merge', { into: id })).status).toBe(422);
    expect(await now()).not.toHaveProperty('merged');
  });

  it('merges into no case that was merged into it, however long the chain', async () => {
    const { console, currentCase, send, now } = started();
    const chain = [aCase(), aCase(), aCase()];
    const merged = chain.map((one, at) => ({
      ...one,
      status: 'closed' as const,
      merged: { into: chain[at + 1]?.id ?? currentCase.id, at: T, status: 'open' as const },
    }));
    console.store.seed(...merged);
    for (const { id } of merged) expect((await send('merge', { into: id })).status).toBe(422);
    expect(await now()).not.toHaveProperty('merged');
  });

  it('takes the reference of a merged case for the case that continues it', async () => {
    const { console, other, send, now } = started();
    const gone = aCase({ status: 'closed', merged: { into: other.id, at: T, status: 'open' } });
    console.store.seed(gone);
    await send('link', { with: gone.id, as: 'related' });
    expect(await now()).toMatchObject({ links: [{ to: other.id, as: 'related' }] });
    await send('merge', { into: gone.id });
    expect(await now()).toMatchObject({ merged: { into: other.id } });
  });

  it('links, watches, and undoes both', async () => {
    const { other, send, now } = started();
    await send('link', { with: other.id, as: 'parent' });
    await send('watch', { user: 'salem' });
    expect(await now()).toMatchObject({ links: [{ to: other.id, as: 'parent' }], watchers: ['salem'] });
    await send('unlink', { with: other.id, as: 'parent' });
    await send('unwatch', { user: 'salem' });
    expect(await now()).toMatchObject({ links: [], watchers: [] });
    expect((await send('unlink', { with: other.id, as: 'merged-from' })).status).toBe(422);
  });

  it('makes no case its own parent’s parent', async () => {
    const { other, send, now } = started();
    expect((await send('link', { with: other.id, as: 'parent' })).status).toBe(303);
    const refused = await send('link', { with: other.id, as: 'child' });
    expect(refused.status).toBe(409);
    expect(textOf(await refused.text())).toContain('بالصلة المعاكسة');
    expect((await now()).links).toHaveLength(1);
  });

  it('names staff and departments as people know them, not by their ids', async () => {
    const { console, send, page } = started({ assignee: 'huda' });
    const huda = { user: 'huda', name: { ar: 'هدى العنزي', en: 'Huda' }, email: 'huda@rida.example' };
    const member = {
      ...huda,
      departments: ['operations'],
      skills: [],
      languages: ['ar' as const],
      capacity: 9,
    };
    const inForce = { ...shippedRules(), staff: new Map([['huda', member]]) };
    console.rules.current = async () => inForce;
    await send('ask', { department: 'environment', text: 'متى؟' });
    await send('watch', { user: 'huda' });
    await send('unassign');
    const text = textOf(await page());
    expect(text).toContain('أُعيدت المعاملة إلى قائمة الإدارة هدى العنزي · بقرار من الفريق');
    expect(text).toContain('متابع جديد هدى العنزي');
    // The signed-in user is not in the settings.
    expect(text).toContain('سالم العتيبي ·');
  });

  it('splits off only a message that the case has', async () => {
    const { console, currentCase: supportCase, page } = started();
    // The form follows a received message. Any form of the page has the hidden fields that a browser sends.
    const send = async (action: string, fields: Record<string, string>) =>
      console.app.request(
        `/cases/${supportCase.id}/${action}`,
        posted({ ...hiddenFields(await page(), 'note'), ...fields }),
      );
    const id = '0123456789abcdefghjkmnpqrs';
    await saveMessage(console.blobs, supportCase.id, {
      ...{ id, direction: 'in', channel: 'mail', at: T, to: [], subject: 's', text: 't' },
      ...{ attachments: [], reasons: [] },
    });
    const fields = { type: 'inquiry', category: 'parking', priority: 'low' };
    expect((await send('split', { ...fields, message: id })).status).toBe(303);
    expect((await send('split', { ...fields, message: id.replace('0', '9') })).status).toBe(422);
    expect((await send('split', { ...fields, message: id, category: 'nowhere' })).status).toBe(422);
  });

  it('erases for supervisors who say that they are sure, and for no other user', async () => {
    const agent = started({}, 'agent');
    expect(await agent.page()).not.toContain('/erase');
    expect((await agent.send('erase', { sure: '1' })).status).toBe(403);
    const { send, now, page } = started();
    expect((await send('erase')).status).toBe(422);
    expect((await send('erase', { sure: '1' })).status).toBe(303);
    expect((await now()).erased).toBeDefined();
    const shown = textOf(await page());
    expect(shown).toContain('أُزيلت البيانات الشخصية من هذه المعاملة');
    expect(shown).not.toContain('الإجراءات');
  });
});
