import { describe, expect, it } from 'vitest';
import { blobSentMails } from '#shared/adapters/mail/blob-sent-mails.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { saveMessage } from '#shared/application/messages.ts';
import { updateCall } from '#shared/application/telephone/update-call.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aReference } from '#test/builders/a-case.ts';
import { aConsole, salem, shippedRules } from '#test/builders/a-console.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { textOf } from './forms.ts';

const beneficiary = aBeneficiary();

/** A case with messages of the beneficiary. With `automatic`, a mail was sent by a program. */
async function withMails(
  mails: readonly { readonly text: string; readonly automatic?: 'vacation' }[],
  { roles = salem.roles, call }: { readonly roles?: typeof salem.roles; readonly call?: string } = {},
) {
  const console = aConsole({ agent: { ...salem, roles } });
  const { store, blobs } = console;
  const id = aReference();
  for (const [n, { text, automatic }] of mails.entries()) {
    const [cause, at] = [n === 0 && call !== undefined ? call : `m-${n}`, T + n * MINUTE];
    await saveMessage(blobs, id, {
      ...{ id: cause, direction: 'in', channel: 'mail', at, to: [], subject: 'إنارة', text, attachments: [] },
      ...{ reasons: [], from: { name: 'نورة', address: 'norah@example.com' } },
      ...(automatic && { automatic }),
    });
    const facts = { type: 'report', category: 'lighting', department: 'operations' } as const;
    await handleCommand(
      { store, rules: shippedRules() },
      {
        ...{ id, cause, by: 'beneficiary', at, recordedAt: at, correlationId: cause, causationId: cause },
        command:
          n === 0
            ? {
                ...{ do: 'open', id, ...facts, subject: 'إنارة', beneficiary, segment: 'citizen' },
                ...{ channel: 'mail', language: 'ar', priority: 'normal' },
              }
            : { do: 'receive', channel: 'mail', ...(automatic && { automatic }) },
      },
    );
  }
  const page = async () => (await console.app.request(`/cases/${id}`)).text();
  return { ...console, id, page };
}

/** Return the conversation without the events that are folded between its messages. */
const unfolded = (page: string): string =>
  (page.split('id="timeline"')[1] ?? '')
    .split('</section>')[0]
    ?.replaceAll(/<li class="events">.*?<\/ol><\/details><\/li>/gsu, '') ?? '';

describe('an automatic answer', () => {
  it('is folded among the events, opens there, and is not the last message of the beneficiary', async () => {
    const { page } = await withMails([
      { text: 'المصباح مطفأ.' },
      { text: 'أنا في إجازة.', automatic: 'vacation' },
    ]);
    const shown = await page();
    expect(shown).toContain('أنا في إجازة.');
    expect(unfolded(shown)).not.toContain('أنا في إجازة.');
    expect(unfolded(shown)).toContain('المصباح مطفأ.');
    expect(shown.match(/data-received/gu)).toHaveLength(1);
  });

  it('is shown when the case began with it', async () => {
    const { page } = await withMails([{ text: 'تذكرة من نظام آخر', automatic: 'vacation' }]);
    expect(unfolded(await page())).toContain('تذكرة من نظام آخر');
  });
});

describe('our own mails on the page of a case', () => {
  const effect = { at: T + MINUTE, to: 'norah@example.com', token: '<t@rida.example>' };
  const copy = {
    subject: 'استلمنا بلاغك',
    text: 'نص',
    html: '<p>استلمنا <img src="https://x.example/1"></p>',
  };

  it.each(['acknowledgement', 'reply', 'resolution', 'survey', 'question', 'handed-over'] as const)(
    'are shown as sent: %s',
    async (what) => {
      const { page, app, store, id, blobs } = await withMails([{ text: 'المصباح مطفأ.' }]);
      await store.recordEffect('case', id, { ...effect, id: 'e1', what });
      await blobSentMails(blobs).keep({ caseId: id, effectId: 'e1', messageId: effect.token }, copy);
      expect(await page()).toContain(`src="/cases/${id}/sent/e1"`);
      const frame = await app.request(`/cases/${id}/sent/e1`);
      expect(await frame.text()).toContain('استلمنا بلاغك');
      const policy = frame.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('img-src');
    },
  );

  it('are not shown when they are notices to staff, or were not sent', async () => {
    const { page, store, id } = await withMails([{ text: 'المصباح مطفأ.' }]);
    await store.recordEffect('case', id, { ...effect, id: 'e1', what: 'assigned' });
    await store.recordEffect('case', id, { ...effect, id: 'e2', what: 'reply', withheld: 'suppressed' });
    expect(await page()).not.toContain('/sent/');
  });

  it('say so when no copy was kept, and are not found without their effect', async () => {
    const { app, store, id } = await withMails([{ text: 'المصباح مطفأ.' }]);
    await store.recordEffect('case', id, { ...effect, id: 'e1', what: 'reply' });
    const frame = await app.request(`/cases/${id}/sent/e1`);
    expect([frame.status, textOf(await frame.text()).trim()]).toEqual([200, 'لم تُحفظ نسخة من هذه الرسالة.']);
    for (const odd of ['e2', 'E1', '..%2Fx', '%E0%A4'])
      expect((await app.request(`/cases/${id}/sent/${odd}`)).status, odd).toBe(404);
    expect((await app.request('/cases/4K7-R2M-0385/sent/e1')).status).toBe(404);
  });

  it('are closed to a role that sees no files', async () => {
    const { page, app, store, id } = await withMails([{ text: 'المصباح مطفأ.' }], { roles: ['leader'] });
    await store.recordEffect('case', id, { ...effect, id: 'e1', what: 'reply' });
    expect(await page()).not.toContain('/sent/');
    expect((await app.request(`/cases/${id}/sent/e1`)).status).toBe(403);
  });
});

describe('the recordings of a call on the page of its case', () => {
  const recorded = async (roles: typeof salem.roles) => {
    const console = await withMails([{ text: 'اتصال' }], { roles, call: 'call-1' });
    const at = T - MINUTE;
    await updateCall(console.store, {
      ...{ id: 'call-1', cause: 'told', at, recordedAt: at },
      facts: [
        {
          ...{
            source: 'record',
            initiationMethod: 'INBOUND',
            initiatedAt: at,
            answeredAt: at,
            agent: 'salem',
          },
          ...{ endedAt: T, reason: 'CUSTOMER_DISCONNECT' },
          recordings: [{ key: 'calls/a.wav', kind: 'agent', startedAt: at, endedAt: T }],
        },
        { caseRef: console.id, line: 'general', language: 'ar', recording: 'on' },
      ],
    });
    return console.page();
  };

  it('play from the conversation and from the card of calls', async () => {
    const page = await recorded(['agent']);
    const link = 'href="/calls/call-1/recordings/1"';
    expect(page.slice(page.indexOf('id="timeline"')).split('<aside')[0]).toContain(link);
    expect(page.split(link).length - 1).toBeGreaterThanOrEqual(2);
  });

  it('do not play for a role that may not hear them', async () => {
    expect(await recorded(['leader'])).not.toContain('/recordings/1');
  });
});
