import { describe, expect, it } from 'vitest';
import { execute } from '#shared/casework/execute.ts';
import { readMessage } from '#shared/casework/messages.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Command } from '#shared/domain/case/command.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aConsole, shippedRules } from '#test/builders/a-console.ts';
import { hiddenFields, posted, wordsOf } from './forms.ts';

type Console = ReturnType<typeof aConsole>;

const formOf = async ({ app }: Console, { id }: Case, action: string) =>
  hiddenFields(await (await app.request(`/cases/${id}`)).text(), action);

const send = ({ app }: Console, { id }: Case, action: string, fields: Record<string, string>) =>
  app.request(`/cases/${id}/${action}`, posted(fields));

async function acted(console: Console, known: Case, action: string, fields: Record<string, string> = {}) {
  return send(console, known, action, { ...(await formOf(console, known, action)), ...fields });
}

const started = (over: Partial<Case> = {}, options?: Parameters<typeof aConsole>[0]) => {
  const console = aConsole(options);
  const known = aCase(over);
  console.store.seed(known);
  return { console, known };
};

/** Somebody else acts meanwhile. */
const meanwhile = ({ store, clock }: Console, { id }: Case, command: Command, cause: string) => {
  const at = clock.now();
  const trace = { cause, at, recordedAt: at, correlationId: cause, causationId: cause };
  return execute({ store, rules: shippedRules() }, { id, command, by: 'agent:huda', ...trace });
};

describe('acting on a case', () => {
  it('keeps a reply before it is told of, moves the status and comes back to the case', async () => {
    const { console, known } = started();
    const done = await acted(console, known, 'reply', {
      text: 'نعمل عليها',
      thenStatus: 'pending-department',
    });
    expect(done.status).toBe(303);
    expect(done.headers.get('location')).toBe(`/cases/${known.id}?done=reply#content`);
    expect((await console.store.load('case', known.id))?.status).toBe('pending-department');
    const [commit] = await console.store.timeline('case', known.id);
    const kept = await readMessage(console.blobs, known.id, commit?.cause ?? '');
    expect(kept).toMatchObject({ direction: 'out', text: 'نعمل عليها', to: ['norah@example.com'] });
    expect(commit?.events[0]).toMatchObject({
      type: 'rida.message.sent.v1',
      data: { message: commit?.cause },
    });
  });

  it('says why although the form is gone: a colleague resolved the case meanwhile', async () => {
    const { console, known } = started({ status: 'open' });
    const form = await formOf(console, known, 'resolve');
    await meanwhile(console, known, { do: 'resolve', outcome: 'أُصلح', by: 'agent:huda' }, 'theirs');
    const late = await send(console, known, 'resolve', { ...form, outcome: 'أُصلح العمود' });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page.match(/role="alert"/gu)).toHaveLength(1);
    expect(wordsOf(page)).toContain('لا يمكن الانتقال إلى هذه الحالة من الحالة الحالية.');
  });

  it('does once what is sent twice, and again what is written anew', async () => {
    const { console, known } = started();
    const form = await formOf(console, known, 'note');
    await send(console, known, 'note', { ...form, text: 'اتصلت به' });
    const again = await send(console, known, 'note', { ...form, text: 'اتصلت به' });
    expect(again.headers.get('location')).toContain('done=repeated');
    await send(console, known, 'note', { ...form, text: 'لم يرد' });
    expect(await console.store.timeline('case', known.id)).toHaveLength(2);
  });

  it('does once what two clicks send at the same time', async () => {
    const { console, known } = started();
    const fields = { ...(await formOf(console, known, 'reply')), text: 'مرة واحدة' };
    await Promise.all([send(console, known, 'reply', fields), send(console, known, 'reply', fields)]);
    expect(await console.store.timeline('case', known.id)).toHaveLength(1);
  });

  it('shows a reply again when a colleague answered meanwhile, and sends it when still wanted', async () => {
    const { console, known } = started();
    const form = await formOf(console, known, 'reply');
    await meanwhile(console, known, { do: 'reply', by: 'agent:huda' }, 'hers');
    const refused = await send(console, known, 'reply', { ...form, text: 'ردي أنا' });
    expect(refused.status).toBe(409);
    const page = await refused.text();
    expect(page).toContain('ردّ زميل على المستفيد');
    expect(page).toContain('ردي أنا');
    const sent = await send(console, known, 'reply', { ...hiddenFields(page, 'reply'), text: 'ردي أنا' });
    expect(sent.status).toBe(303);
    expect(await console.store.timeline('case', known.id)).toHaveLength(2);
  });

  it('tells when the beneficiary wrote meanwhile', async () => {
    const { console, known } = started();
    const form = await formOf(console, known, 'reply');
    await meanwhile(console, known, { do: 'receive', channel: 'mail' }, 'theirs');
    const refused = await send(console, known, 'reply', { ...form, text: 'رد' });
    expect(await refused.text()).toContain('كتب المستفيد بعد أن فتحت هذه الصفحة');
  });

  it('assigns, moves, resolves and reopens', async () => {
    const { console, known } = started();
    await acted(console, known, 'assign', { to: 'huda' });
    expect(await console.store.load('case', known.id)).toMatchObject({ assignee: 'huda', status: 'open' });
    await acted(console, known, 'status', { to: 'pending-beneficiary' });
    await acted(console, known, 'resolve', { outcome: 'أُصلح المصباح' });
    const resolved = await console.store.load('case', known.id);
    expect(resolved).toMatchObject({ status: 'resolved', resolution: { outcome: 'أُصلح المصباح' } });
    expect(wordsOf(await (await console.app.request(`/cases/${known.id}`)).text())).toContain('أُصلح المصباح');
    await acted(console, known, 'reopen');
    expect((await console.store.load('case', known.id))?.status).toBe('open');
  });

  it('says in words why something cannot be done', async () => {
    const { console, known } = started({ assignee: 'huda', status: 'open' });
    const refused = await acted(console, known, 'assign', { to: 'huda' });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('المعاملة مسندة إليه أصلًا.');
  });

  it('says when it is too late to reopen', async () => {
    const { console, known } = started({ status: 'closed', closing: { at: 0, reason: 'finished' } });
    console.clock.advance(15 * DAY);
    const refused = await acted(console, known, 'reopen');
    expect(await refused.text()).toContain('انقضت مدة إعادة الفتح');
  });

  it.each([
    ['reply', { text: '  ' }, 'text'],
    ['assign', { to: '' }, 'to'],
    ['status', { to: 'wherever' }, 'to'],
    ['resolve', { outcome: '' }, 'outcome'],
    ['close', { reason: 'bored' }, 'reason'],
    ['close', { reason: 'duplicate' }, 'duplicateOf'],
    ['close', { reason: 'duplicate', duplicateOf: '4K7-R2M-0000' }, 'duplicateOf'],
  ])('names the wrong field of %s', async (action, fields, wrong) => {
    const { console, known } = started();
    const refused = await acted(console, known, action, fields);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(new RegExp(`name="${wrong}"[^>]*aria-invalid`, 'u'));
    expect(await console.store.timeline('case', known.id)).toHaveLength(0);
  });

  it('closes a duplicate only of another case that exists', async () => {
    const { console, known } = started();
    const original = aCase();
    console.store.seed(original);
    const itself = await acted(console, known, 'close', { reason: 'duplicate', duplicateOf: known.id });
    expect(itself.status).toBe(422);
    await acted(console, known, 'close', { reason: 'duplicate', duplicateOf: original.id.toLowerCase() });
    const closed = await console.store.load('case', known.id);
    expect(closed?.closing).toMatchObject({ reason: 'duplicate', duplicateOf: original.id });
  });

  it('asks again when the form carries no token, keeping what was written', async () => {
    const { console, known } = started();
    const refused = await send(console, known, 'reply', { text: 'لا يضيع' });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('انتهت صلاحية الصفحة');
    expect(page).toContain('لا يضيع');
  });

  it('refuses a form from another site', async () => {
    const { console, known } = started();
    const { app } = console;
    const body = new URLSearchParams({ text: 'x' });
    const foreign = await app.request(`/cases/${known.id}/reply`, {
      method: 'POST',
      body,
      headers: { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
    });
    expect(foreign.status).toBe(403);
    const silent = await app.request(`/cases/${known.id}/reply`, { method: 'POST', body });
    expect(silent.status).toBe(403);
  });

  it('lets leaders read and not act', async () => {
    const { console, known } = started({}, { agent: { user: 'amir', name: 'أمير', role: 'leader' } });
    const page = await (await console.app.request(`/cases/${known.id}`)).text();
    expect(page).not.toContain('/reply#');
    expect((await send(console, known, 'note', { text: 'x' })).status).toBe(403);
  });
});
