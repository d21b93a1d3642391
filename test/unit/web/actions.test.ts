import { describe, expect, it } from 'vitest';
import { handleCommand } from '#shared/application/handle-command.ts';
import { readMessage } from '#shared/application/messages.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aConsole, shippedRules } from '#test/builders/a-console.ts';
import { hiddenFields, posted, textOf } from './forms.ts';

type Console = ReturnType<typeof aConsole>;

const formOf = async ({ app }: Console, { id }: Case, action: string) =>
  hiddenFields(await (await app.request(`/cases/${id}`)).text(), action);

const send = ({ app }: Console, { id }: Case, action: string, fields: Record<string, string>) =>
  app.request(`/cases/${id}/${action}`, posted(fields));

async function acted(
  console: Console,
  supportCase: Case,
  action: string,
  fields: Record<string, string> = {},
) {
  return send(console, supportCase, action, { ...(await formOf(console, supportCase, action)), ...fields });
}

const started = (over: Partial<Case> = {}, options?: Parameters<typeof aConsole>[0]) => {
  const console = aConsole(options);
  const supportCase = aCase(over);
  console.store.seed(supportCase);
  return { console, currentCase: supportCase };
};

/** Execute a command of another user in the meantime. */
const meanwhile = (
  { store, clock }: Console,
  { id }: Case,
  command: CaseCommand,
  cause: string,
  later = 0,
) => {
  const at = clock.now() + later;
  const trace = { cause, at, recordedAt: at, correlationId: cause, causationId: cause };
  return handleCommand({ store, rules: shippedRules() }, { id, command, by: 'agent:huda', ...trace });
};

describe('acting on a case', () => {
  it('stores a reply before its event, moves the status and returns to the case', async () => {
    const { console, currentCase: supportCase } = started();
    const done = await acted(console, supportCase, 'reply', {
      text: 'نعمل عليها',
      thenStatus: 'pending-department',
    });
    expect(done.status).toBe(303);
    expect(done.headers.get('location')).toBe(`/cases/${supportCase.id}?done=reply#content`);
    await meanwhile(console, supportCase, { do: 'tick' }, 'later', 10_000);
    expect((await console.store.load('case', supportCase.id))?.status).toBe('pending-department');
    const [held, commit] = await console.store.timeline('case', supportCase.id);
    const kept = await readMessage(console.blobs, supportCase.id, held?.cause ?? '');
    expect(kept).toMatchObject({ direction: 'out', text: 'نعمل عليها', to: ['norah@example.com'] });
    expect(commit?.events[0]).toMatchObject({
      type: 'rida.message.sent.v1',
      data: { message: held?.cause, by: 'agent:salem' },
    });
  });

  it('says why although the form is gone: a colleague resolved the case since then', async () => {
    const { console, currentCase: supportCase } = started({ status: 'open' });
    const form = await formOf(console, supportCase, 'resolve');
    await meanwhile(
      console,
      supportCase,
      { do: 'resolve', as: 'done', outcome: 'أُصلح', by: 'agent:huda' },
      'theirs',
    );
    const late = await send(console, supportCase, 'resolve', {
      ...form,
      ended: 'done',
      outcome: 'أُصلح العمود',
    });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page.match(/role="alert"/gu)).toHaveLength(1);
    expect(textOf(page)).toContain('تغيّرت حالة المعاملة بعد أن فتحت هذه الصفحة.');
    expect(page).toMatch(/<textarea[^>]*readonly>أُصلح العمود<\/textarea>/u);
  });

  it('does once what is sent twice, and again what is written again', async () => {
    const { console, currentCase: supportCase } = started();
    const form = await formOf(console, supportCase, 'note');
    await send(console, supportCase, 'note', { ...form, text: 'اتصلت به' });
    const again = await send(console, supportCase, 'note', { ...form, text: 'اتصلت به' });
    expect(again.headers.get('location')).toContain('done=repeated');
    await send(console, supportCase, 'note', { ...form, text: 'لم يرد' });
    expect(await console.store.timeline('case', supportCase.id)).toHaveLength(2);
  });

  it('does once what two clicks send at the same time', async () => {
    const { console, currentCase: supportCase } = started();
    const fields = { ...(await formOf(console, supportCase, 'reply')), text: 'مرة واحدة' };
    await Promise.all([
      send(console, supportCase, 'reply', fields),
      send(console, supportCase, 'reply', fields),
    ]);
    expect(await console.store.timeline('case', supportCase.id)).toHaveLength(1);
  });

  it('shows a reply again when a colleague answered first, and sends it when still wanted', async () => {
    const { console, currentCase: supportCase } = started();
    const form = await formOf(console, supportCase, 'reply');
    await meanwhile(console, supportCase, { do: 'reply', by: 'agent:huda' }, 'hers');
    const refused = await send(console, supportCase, 'reply', { ...form, text: 'ردي أنا' });
    expect(refused.status).toBe(409);
    const page = await refused.text();
    expect(page).toContain('رُدّ على المستفيد');
    expect(page).toContain('ردي أنا');
    const sent = await send(console, supportCase, 'reply', {
      ...hiddenFields(page, 'reply'),
      text: 'ردي أنا',
    });
    expect(sent.status).toBe(303);
    expect(await console.store.timeline('case', supportCase.id)).toHaveLength(2);
  });

  it('tells when the beneficiary wrote since then', async () => {
    const { console, currentCase: supportCase } = started();
    const form = await formOf(console, supportCase, 'reply');
    await meanwhile(console, supportCase, { do: 'receive', channel: 'mail' }, 'theirs');
    const refused = await send(console, supportCase, 'reply', { ...form, text: 'رد' });
    expect(await refused.text()).toContain('كتب المستفيد بعد أن فتحت هذه الصفحة');
  });

  it('assigns, moves, resolves and reopens', async () => {
    const { console, currentCase: supportCase } = started();
    await acted(console, supportCase, 'assign', { to: 'salem' });
    expect(await console.store.load('case', supportCase.id)).toMatchObject({
      assignee: 'salem',
      status: 'open',
    });
    await acted(console, supportCase, 'status', { to: 'pending-beneficiary' });
    await acted(console, supportCase, 'resolve', { ended: 'done', outcome: 'أُصلح المصباح' });
    const resolved = await console.store.load('case', supportCase.id);
    expect(resolved).toMatchObject({ status: 'resolved', resolution: { outcome: 'أُصلح المصباح' } });
    expect(textOf(await (await console.app.request(`/cases/${supportCase.id}`)).text())).toContain(
      'أُصلح المصباح',
    );
    await acted(console, supportCase, 'reopen');
    expect((await console.store.load('case', supportCase.id))?.status).toBe('open');
  });

  it('says in words why something cannot be done', async () => {
    const { console, currentCase: supportCase } = started({ assignee: 'salem', status: 'open' });
    const refused = await acted(console, supportCase, 'assign', { to: 'salem' });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('المعاملة مسندة إلى هذا الاسم أصلًا.');
  });

  it('says when it is too late to reopen', async () => {
    const { console, currentCase: supportCase } = started({
      status: 'closed',
      closing: { at: 0, reason: 'finished' },
    });
    console.clock.advance(15 * DAY);
    const refused = await acted(console, supportCase, 'reopen');
    expect(await refused.text()).toContain('انقضت مدة إعادة الفتح');
  });

  it.each([
    ['reply', { text: '  ' }, 'text'],
    ['assign', { to: '' }, 'to'],
    ['status', { to: 'wherever' }, 'to'],
    ['resolve', { ended: 'done', outcome: '' }, 'outcome'],
    ['resolve', { outcome: 'تم' }, 'ended'],
    ['resolve', { ended: 'perhaps', outcome: 'تم' }, 'ended'],
    ['close', { reason: 'bored' }, 'reason'],
    ['close', { reason: 'duplicate' }, 'duplicateOf'],
    ['close', { reason: 'duplicate', duplicateOf: '4K7-R2M-0000' }, 'duplicateOf'],
  ])('names the wrong field of %s', async (action, fields, wrong) => {
    const { console, currentCase: supportCase } = started();
    const refused = await acted(console, supportCase, action, fields);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(new RegExp(`name="${wrong}"[^>]*aria-invalid`, 'u'));
    expect(await console.store.timeline('case', supportCase.id)).toHaveLength(0);
  });

  it('closes a duplicate only of another case that exists', async () => {
    const { console, currentCase: supportCase } = started();
    const original = aCase();
    console.store.seed(original);
    const itself = await acted(console, supportCase, 'close', {
      reason: 'duplicate',
      duplicateOf: supportCase.id,
    });
    expect(itself.status).toBe(422);
    await acted(console, supportCase, 'close', {
      reason: 'duplicate',
      duplicateOf: original.id.toLowerCase(),
    });
    const closed = await console.store.load('case', supportCase.id);
    expect(closed?.closing).toMatchObject({ reason: 'duplicate', duplicateOf: original.id });
  });

  it('asks again when the form carries no token, keeping what was written', async () => {
    const { console, currentCase: supportCase } = started();
    const refused = await send(console, supportCase, 'reply', { text: 'لا يضيع' });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('انتهت صلاحية الصفحة');
    expect(page).toContain('لا يضيع');
  });

  it('refuses a form from another site', async () => {
    const { console, currentCase: supportCase } = started();
    const { app } = console;
    const body = new URLSearchParams({ text: 'x' });
    const foreign = await app.request(`/cases/${supportCase.id}/reply`, {
      method: 'POST',
      body,
      headers: { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
    });
    expect(foreign.status).toBe(403);
    const silent = await app.request(`/cases/${supportCase.id}/reply`, { method: 'POST', body });
    expect(silent.status).toBe(403);
  });

  it('lets leaders read and not act', async () => {
    const { console, currentCase: supportCase } = started(
      {},
      { agent: { user: 'amir', name: 'أمير', roles: ['leader'] } },
    );
    const page = await (await console.app.request(`/cases/${supportCase.id}`)).text();
    expect(page).not.toContain('/reply#');
    expect((await send(console, supportCase, 'note', { text: 'x' })).status).toBe(403);
  });
});
