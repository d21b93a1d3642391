import { describe, expect, it } from 'vitest';
import { handleCommand } from '#shared/application/handle-command.ts';
import { readMessage } from '#shared/application/messages.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { EventDraft } from '#shared/domain/cases/decision.ts';
import { UNDO_MS } from '#shared/domain/cases/decisions/held-reply.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { aConsole, shippedRules } from '#test/builders/a-console.ts';
import { hiddenFields, textOf } from './forms.ts';

const pdf = new File(['%PDF-1.7 and more'], 'خطاب\u202efdp.pdf');

function started(over: Partial<Case> = {}) {
  const console = aConsole();
  const supportCase = aCase(over);
  console.store.seed(supportCase);
  return { console, currentCase: supportCase };
}

type Console = ReturnType<typeof aConsole>;

/** Submit a reply as a browser does: in parts, with files. */
async function reply(
  { app }: Console,
  { id }: Case,
  fields: Readonly<Record<string, string>>,
  files: readonly File[] = [],
  from?: string,
) {
  const body = new FormData();
  const page = from ?? (await (await app.request(`/cases/${id}`)).text());
  for (const [name, value] of Object.entries({ ...hiddenFields(page, 'reply'), ...fields }))
    body.append(name, value);
  for (const file of files) body.append('files', file);
  return app.request(`/cases/${id}/reply`, {
    method: 'POST',
    body,
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
}

/** Let the time pass in which a reply may be undone. */
async function leave({ store, clock }: Console, { id }: Case): Promise<void> {
  clock.advance(UNDO_MS);
  const at = clock.now();
  const trace = { cause: 'tick', at, recordedAt: at, correlationId: 'tick', causationId: 'tick' };
  await handleCommand(
    { store, rules: shippedRules() },
    { id, command: { do: 'tick' }, by: 'rida', ...trace },
  );
}

const sentIn = ({ events }: { events: readonly EventDraft[] }) =>
  events.flatMap((event) => (event.type === 'rida.message.sent.v1' ? [event.data.message] : []));

async function keptBy({ store, blobs }: Console, { id }: Case) {
  const [commit] = await store.timeline('case', id);
  return readMessage(blobs, id, commit?.cause ?? '');
}

describe('a reply that also resolves', () => {
  const both = { text: 'أُصلح المصباح.', andResolve: '1' };

  it('is sent, and the case is resolved, once for two clicks', async () => {
    const { console, currentCase: supportCase } = started();
    const page = await (await console.app.request(`/cases/${supportCase.id}`)).text();
    expect(page).toMatch(/<button type="submit" name="andResolve" value="1">إرسال وإنجاز/u);
    for (const done of ['reply', 'repeated']) {
      const answer = await reply(console, supportCase, both, [], page);
      expect(answer.headers.get('Location')).toBe(`/cases/${supportCase.id}?done=${done}#content`);
    }
    await leave(console, supportCase);
    const stored = await console.store.load('case', supportCase.id);
    expect(stored?.status).toBe('resolved');
    expect(stored?.resolution?.outcome).toBe('أجبناك في رسالتنا السابقة.');
    expect(await console.store.timeline('case', supportCase.id)).toHaveLength(2);
  });

  it('resolves nothing when the reply is rejected', async () => {
    const { console, currentCase: supportCase } = started();
    expect((await reply(console, supportCase, { ...both, text: '' })).status).toBe(422);
    expect((await console.store.load('case', supportCase.id))?.status).not.toBe('resolved');
  });
});

describe('a reply that is undone', () => {
  const undo = async (console: Console, { id }: Case) => {
    const page = await (await console.app.request(`/cases/${id}`)).text();
    const body = new URLSearchParams(hiddenFields(page, 'undo-reply'));
    const headers = { 'Sec-Fetch-Site': 'same-origin' };
    return console.app.request(`/cases/${id}/undo-reply`, { method: 'POST', body, headers });
  };

  it('is shown as not sent, and fills the form again with its copies and files', async () => {
    const { console, currentCase: supportCase } = started();
    await reply(console, supportCase, { text: 'سنصلحها غدًا', cc: 'a@example.com' }, [pdf]);
    const shown = textOf(await (await console.app.request(`/cases/${supportCase.id}`)).text());
    expect(shown).toContain('رد لم يُرسل بعد');
    expect(shown).toContain('يُرسل الرد بعد 0:10');
    const answer = await undo(console, supportCase);
    expect(answer.status).toBe(303);
    const page = await (await console.app.request(answer.headers.get('Location') ?? '')).text();
    expect(page).toMatch(/<textarea name="text"[^>]*>سنصلحها غدًا</u);
    expect(page).toContain('value="a@example.com"');
    expect(textOf(page)).toContain('مرفقات الرد الذي تراجعت عنه');
    const filesOf = /name="filesOf" value="([^"]+)"/u.exec(page)?.[1] ?? '';
    await reply(console, supportCase, { text: 'سنصلحها الأحد', filesOf }, [], page);
    const { heldReply } = (await console.store.load('case', supportCase.id)) ?? {};
    const kept = await readMessage(console.blobs, supportCase.id, heldReply?.message ?? '');
    expect(kept).toMatchObject({ text: 'سنصلحها الأحد', attachments: [{ size: 17 }] });
    await leave(console, supportCase);
    const messages = (await console.store.timeline('case', supportCase.id)).flatMap(sentIn);
    expect(messages).toEqual([heldReply?.message]);
  });

  it('cannot be undone after it left', async () => {
    const { console, currentCase: supportCase } = started();
    await reply(console, supportCase, { text: 'نعم' });
    const page = await (await console.app.request(`/cases/${supportCase.id}`)).text();
    await leave(console, supportCase);
    const body = new URLSearchParams(hiddenFields(page, 'undo-reply'));
    const headers = { 'Sec-Fetch-Site': 'same-origin' };
    const answer = await console.app.request(`/cases/${supportCase.id}/undo-reply`, {
      ...{ method: 'POST', body, headers },
    });
    expect(answer.status).toBe(409);
    expect(textOf(await answer.text())).toContain('أُرسل هذا الرد، فلا يمكن التراجع عنه.');
  });

  it.each(['../other', 'x'])('takes no files of %s', async (filesOf) => {
    const { console, currentCase: supportCase } = started();
    expect((await reply(console, supportCase, { text: 'نعم', filesOf })).status).toBe(422);
  });
});

describe('a reply with files', () => {
  it('keeps them under the case and shows them as downloads', async () => {
    const { console, currentCase: supportCase } = started();
    expect((await reply(console, supportCase, { text: 'مرفق' }, [pdf, new File([], '')])).status).toBe(303);
    const message = await keptBy(console, supportCase);
    expect(message?.attachments).toEqual([
      {
        name: 'خطاب_fdp.pdf',
        type: 'application/pdf',
        size: 17,
        key: `cases/${supportCase.id}/${message?.id}/1`,
      },
    ]);
    const page = await (await console.app.request(`/cases/${supportCase.id}`)).text();
    const link = /href="([^"]+\/attachments\/1)"/u.exec(page)?.[1] ?? '';
    expect(await (await console.app.request(link)).text()).toBe('%PDF-1.7 and more');
  });

  it('says how much may go along', async () => {
    const { console, currentCase: supportCase } = started();
    const page = await (await console.app.request(`/cases/${supportCase.id}`)).text();
    expect(textOf(page)).toContain('حتى 10 ملفات، 4 ميجابايت في مجموعها.');
    expect(page).toMatch(/name="files" multiple data-most="4000000" data-large="[^"]*أكبر من الحد/u);
    expect(page).toMatch(/action="[^"]+\/reply#wrong" enctype="multipart\/form-data"/u);
  });

  it.each([
    [
      'too many files',
      Array.from({ length: 11 }, (_, n) => new File(['x'], `${n}.txt`)),
      'عشرة ملفات على الأكثر',
    ],
    ['too much', [new File([new Uint8Array(4_000_001)], 'a.bin')], 'أكبر من الحد المذكور'],
    ['a program', [new File(['x'], 'setup.exe')], 'لا تُرسل برامج'],
    ['a page', [new File(['<!doctype html>'], 'a.pdf')], 'لا تُرسل برامج'],
  ])('is not sent with %s; the words stay, the files are asked for again', async (_, files, why) => {
    const { console, currentCase: supportCase } = started();
    const refused = await reply(console, supportCase, { text: 'كلمات تبقى' }, files);
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toMatch(/name="files"[^>]*aria-invalid/u);
    expect(page).toContain('كلمات تبقى');
    expect(textOf(page)).toContain(why);
    expect(textOf(page)).toContain('تُرجى إعادة اختيار المرفقات');
    expect(await console.store.timeline('case', supportCase.id)).toEqual([]);
    expect(console.blobs.blobs.size).toBe(0);
  });

  it('is not read at all when it is beyond measure', async () => {
    const { console, currentCase: supportCase } = started();
    const huge = new File([new Uint8Array(42_000_000)], 'a.bin');
    const refused = await reply(console, supportCase, { text: 'x' }, [huge]);
    expect(refused.status).toBe(413);
    expect(await refused.text()).toContain('النموذج أو مرفقاته أكبر من الحد');
  });

  it('is one act when sent twice, and another with another file', async () => {
    const { console, currentCase: supportCase } = started();
    const page = await (await console.app.request(`/cases/${supportCase.id}`)).text();
    await reply(console, supportCase, { text: 'مرفق' }, [pdf], page);
    const again = await reply(console, supportCase, { text: 'مرفق' }, [pdf], page);
    expect(again.headers.get('location')).toContain('done=repeated');
    const other = await reply(console, supportCase, { text: 'مرفق' }, [new File(['%PDF-2'], pdf.name)], page);
    expect(other.status).toBe(409);
  });
});

describe('copies of a reply', () => {
  it('are kept with the message, once each, never the beneficiary again, and nowhere in events', async () => {
    const { console, currentCase: supportCase } = started();
    const cc = ' a@example.com، b@example.com;a@example.com\n NORAH@example.com ';
    expect((await reply(console, supportCase, { text: 'رد', cc })).status).toBe(303);
    expect((await keptBy(console, supportCase))?.cc).toEqual(['a@example.com', 'b@example.com']);
    expect(JSON.stringify(await console.store.timeline('case', supportCase.id))).not.toContain(
      'a@example.com',
    );
    const page = await (await console.app.request(`/cases/${supportCase.id}`)).text();
    expect(textOf(page)).toMatch(/نسخة إلى: a@example\.com/u);
  });

  it.each([
    'nobody',
    'a@example.com b@',
    'a@example.com\r\nBcc: x@y.example',
    'Help+9T90A92918@rida.example',
    `${'a'.repeat(65)}@example.com`,
    Array.from({ length: 11 }, (_, n) => `a${n}@example.com`).join(','),
  ])('are refused in words: %j', async (cc) => {
    const { console, currentCase: supportCase } = started();
    const refused = await reply(console, supportCase, { text: 'رد', cc });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toMatch(/name="cc"[^>]*aria-invalid/u);
    expect(textOf(page)).toContain('عناوين بريد صحيحة');
    expect(await console.store.timeline('case', supportCase.id)).toEqual([]);
  });

  it('need somebody to answer', async () => {
    const { email: _, ...beneficiary } = aBeneficiary();
    const { console, currentCase: supportCase } = started({ beneficiary });
    const page = await (await console.app.request(`/cases/${supportCase.id}`)).text();
    expect(page).not.toContain('name="cc"');
    expect((await reply(console, supportCase, { text: 'رد', cc: 'a@example.com' }, [], page)).status).toBe(
      422,
    );
  });
});

describe('a reply on a case others were merged into', () => {
  it('may go to them too, and says to how many', async () => {
    const { console, currentCase: supportCase } = started({
      links: ['4K7-2M9-0382', '6F0-8F7-2431'].map((to) => ({ to, as: 'merged-from', at: 0 }) as const),
    });
    const page = await (await console.app.request(`/cases/${supportCase.id}`)).text();
    expect(textOf(page)).toContain('صاحبي المعاملتين المدموجتين');
    expect((await reply(console, supportCase, { text: 'الأحد', alsoMerged: '1' })).status).toBe(303);
    await leave(console, supportCase);
    const [, commit] = await console.store.timeline('case', supportCase.id);
    expect(commit?.events[0]).toMatchObject({ type: 'rida.message.sent.v1', data: { alsoMerged: true } });
  });

  it('is not offered to others where there are none', async () => {
    const { console, currentCase: supportCase } = started();
    expect(await (await console.app.request(`/cases/${supportCase.id}`)).text()).not.toContain('alsoMerged');
  });
});

describe('the address of a reply', () => {
  const beneficiary = aBeneficiary({ answerTo: 'home@example.net' });

  it('is the one at which the beneficiary asks to be answered, and the page names both', async () => {
    const { console, currentCase } = started({ beneficiary });
    const page = await (await console.app.request(`/cases/${currentCase.id}`)).text();
    expect(page).toMatch(/<option value="home@example\.net" selected>/u);
    expect(page).toMatch(/<option value="norah@example\.com">/u);
    expect(textOf(page)).toContain('طلب المستفيد الرد عليه');
    expect((await reply(console, currentCase, { text: 'رد', cc: 'home@example.net' }, [], page)).status).toBe(
      303,
    );
    const kept = await keptBy(console, currentCase);
    expect(kept).toMatchObject({ to: ['home@example.net'] });
    expect(kept).not.toHaveProperty('cc');
    expect(textOf(await (await console.app.request(`/cases/${currentCase.id}`)).text())).toContain(
      'أُرسل إلى: home@example.net',
    );
  });

  it.each(['norah@example.com', 'home@example.net'])('is the chosen one: %s', async (answerTo) => {
    const { console, currentCase } = started({ beneficiary });
    expect((await reply(console, currentCase, { text: 'رد', answerTo })).status).toBe(303);
    expect((await keptBy(console, currentCase))?.to).toEqual([answerTo]);
  });

  it('must be one of the beneficiary', async () => {
    const { console, currentCase } = started({ beneficiary });
    const refused = await reply(console, currentCase, { text: 'كلمات تبقى', answerTo: 'evil@example.org' });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toMatch(/name="answerTo"[^>]*aria-invalid/u);
    expect(page).toContain('كلمات تبقى');
    expect(await console.store.timeline('case', currentCase.id)).toEqual([]);
  });

  it('is shown when there is one, and a reply without any is refused in words, so that it stops no clock', async () => {
    const { console, currentCase } = started();
    const page = await (await console.app.request(`/cases/${currentCase.id}`)).text();
    expect(textOf(page)).toContain('إلى: norah@example.com');
    const { email: _, ...unreachable } = aBeneficiary();
    const other = started({ beneficiary: unreachable });
    const refused = await reply(other.console, other.currentCase, { text: 'رد' });
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain('لا يوجد بريد يصل إليه الرد');
    expect(await other.console.store.timeline('case', other.currentCase.id)).toEqual([]);
  });

  it('has a warning when it is a mailbox without a reader', async () => {
    const { console, currentCase } = started({
      beneficiary: aBeneficiary({ email: 'noreply@shop.example' }),
    });
    const page = await (await console.app.request(`/cases/${currentCase.id}`)).text();
    expect(textOf(page)).toContain('لا يقرؤها أحد عادة');
  });
});
