import { describe, expect, it } from 'vitest';
import { messageCard } from '#functions/web/cases/case-message.ts';
import { consoleApp } from '#functions/web/console-app.ts';
import { figuresApp } from '#functions/web/figures/figures-app.ts';
import { addressLine } from '#functions/web/shell/badges.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { saveMessage } from '#shared/application/messages.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import { aBeneficiary, aCase, aReference } from '#test/builders/a-case.ts';
import { aConsole, salem, shippedRules } from '#test/builders/a-console.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { textOf } from './forms.ts';

const message: Message = {
  id: 'opening',
  direction: 'in',
  channel: 'mail',
  at: WORKING_MORNING,
  from: { name: 'نورة', address: 'norah@example.com' },
  to: ['help@rida.example'],
  subject: 'إنارة',
  text: 'المصباح مطفأ منذ أسبوع.',
  fullText: 'المصباح مطفأ منذ أسبوع.\n\n> رسالة سابقة',
  html: '<p>المصباح <b>مطفأ</b></p>',
  attachments: [{ name: 'صورة\u202Egpj.exe', type: 'image/jpeg', size: 3, key: 'cases/x/opening/1' }],
  rawKey: 'raw/1',
  reasons: [],
};

const view = { language: 'en', agent: salem } as Parameters<typeof messageCard>[2];

describe('the sender of a message', () => {
  const noura = {
    user: 'noura',
    name: { ar: 'نورة القحطاني', en: 'Noura Al-Qahtani' },
    email: 'n@rida.example',
  };
  const staff = new Map([['noura', noura]]);
  const rules = { staff, formerStaff: new Map() } as unknown as typeof view.rules;
  const shown = (over: Partial<Message>) =>
    textOf(messageCard('1M7-0A7-4611', { ...message, ...over }, { ...view, rules }).toString());

  it.each(['note', 'out'] as const)('of the staff is shown by the name of the settings (%s)', (direction) => {
    const text = shown({ direction, from: { name: 'noura', address: 'noura' } });
    expect(text).toContain('Noura Al-Qahtani');
    expect(text).not.toMatch(/\bnoura\b/u);
    expect(shown({ direction, from: { name: 'سالم', address: 'salem' } })).not.toContain('salem');
  });

  it('outside the staff is shown by name and address, also with the name of a colleague', () => {
    expect(shown({ from: { name: 'noura', address: 'noura@example.com' } })).toContain(
      'noura noura@example.com',
    );
    expect(shown({ from: { name: 'noura', address: 'noura' } })).not.toContain('Noura Al-Qahtani');
  });

  it('has a long address that breaks before its marks', () => {
    const long = addressLine('abdulrahman.al-qahtani+reports@municipality.example').toString();
    expect(long).toContain('abdulrahman<wbr>.al<wbr>-qahtani<wbr>+reports<wbr>@municipality<wbr>.example');
    expect(addressLine('<b>@x.example').toString()).not.toContain('<b>');
  });
});

async function opened(over: { quarantine?: { reason: string; rawKey: string } } = {}) {
  const console = aConsole();
  const { id: _i, version: _v, causes: _c, status: _s, openedAt: _o, ...given } = aCase();
  const id = aReference();
  await saveMessage(console.blobs, id, message);
  await console.blobs.put('cases/x/opening/1', new Uint8Array([1, 2, 3]), 'application/octet-stream');
  await console.blobs.put('raw/1', new TextEncoder().encode('From: x'), 'message/rfc822');
  const { type, category, department, subject, beneficiary, segment, channel, language, priority } = given;
  await handleCommand(
    { store: console.store, rules: shippedRules() },
    {
      id,
      command: {
        do: 'open',
        ...{ id, type, category, department, subject, beneficiary, segment, channel, language, priority },
        ...(over.quarantine && { quarantine: over.quarantine }),
      },
      ...{ cause: 'opening', by: 'beneficiary', at: WORKING_MORNING, recordedAt: WORKING_MORNING },
      ...{ correlationId: 'opening', causationId: 'opening' },
    },
  );
  return { ...console, id };
}

/** A case with this many messages, one a second, each with a mail to staff that followed. */
async function withMessages(count: number) {
  const console = await opened();
  const { store, blobs, id } = console;
  for (let n = 1; n <= count; n += 1) {
    const [cause, at] = [`m-${n}`, WORKING_MORNING + n * 1000];
    await saveMessage(blobs, id, { ...message, id: cause, at, text: `رسالة رقم ${n}.`, attachments: [] });
    await handleCommand(
      { store, rules: shippedRules() },
      {
        ...{ id, command: { do: 'receive', channel: 'mail' }, cause, by: 'beneficiary', at, recordedAt: at },
        ...{ correlationId: cause, causationId: cause },
      },
    );
    await store.recordEffect('case', id, {
      ...{ id: `e-${n}`, at: at + 500, what: 'message', to: `staff-${n}@rida.example`, token: 't' },
    });
  }
  return console;
}

describe('the page of a long case', () => {
  it.each([
    ['a short text', 'المصباح مطفأ منذ أسبوع.', false],
    ['a long text', 'المصباح مطفأ. '.repeat(20), true],
    ['many short lines', 'سطر\nسطر\nسطر\nسطر', true],
  ])('%s is reached by the keyboard if it may scroll in its box', (_, text, isReached) => {
    const { fullText: _f, html: _h, ...given } = message;
    const card = String(messageCard('4K7-R2M-0385', { ...given, text }, view));
    expect(/<div class="prose" tabindex="0">/u.test(card)).toBe(isReached);
  });

  it('shows the newest messages on the first page and the others on later ones, each page in the order of time', async () => {
    const { app, id, blobs } = await withMessages(70);
    const seen: string[] = [];
    const staff: string[] = [];
    let path: string | undefined = `/cases/${id}`;
    for (let pages = 0; path !== undefined && pages < 5; pages += 1) {
      const before = blobs.reads;
      const page = await (await app.request(path)).text();
      expect(blobs.reads - before).toBeLessThanOrEqual(30);
      seen.unshift(...[...page.matchAll(/<p dir="auto">رسالة رقم (\d+)\.<\/p>/gu)].map(([, n]) => n ?? ''));
      staff.unshift(...[...page.matchAll(/staff-(\d+)@rida/gu)].map(([, n]) => n ?? ''));
      path = /rel="next" href="([^"]+)"/u.exec(page)?.[1]?.replaceAll('&amp;', '&');
    }
    const all = Array.from({ length: 70 }, (_, n) => String(n + 1));
    expect(seen).toEqual(all);
    expect(staff).toEqual(all);
    expect(path).toBeUndefined();
  });

  it('leads back to the newest part, and shows it for a version that is not a number', async () => {
    const { app, id } = await withMessages(40);
    const older = await (await app.request(`/cases/${id}?before=12`)).text();
    expect(older).toContain(`href="/cases/${id}#timeline"`);
    expect(older).not.toContain('رسالة رقم 40.');
    const odd = await (await app.request(`/cases/${id}?before=abc`)).text();
    expect(odd).toContain('رسالة رقم 40.');
  });

  it('has no links to parts when all of it is shown', async () => {
    const { app, id } = await withMessages(5);
    const page = await (await app.request(`/cases/${id}`)).text();
    expect(page).not.toContain('rel="next"');
    expect(page).toContain('رسالة رقم 1.');
  });
});

describe("a case's page", () => {
  it('shows the message, the deadlines in both calendars and whose case it is', async () => {
    const { app, id } = await opened();
    const text = textOf(await (await app.request(`/cases/${id}`)).text());
    expect(text).toContain('المصباح مطفأ منذ أسبوع.');
    expect(text).toContain('4 يناير 2026م الموافق 15 رجب 1447هـ');
    expect(text).toContain('نورة القحطاني');
    expect(text).toContain('هوية المرسل موثقة');
    expect(text).toContain('فُتحت المعاملة');
  });

  it('names what was sent, and the other cases of the same person', async () => {
    const { app, id, store } = await opened();
    store.seed(aCase({ subject: 'another of hers', beneficiary: aBeneficiary() }));
    const effect = {
      id: 'e1',
      at: WORKING_MORNING,
      what: 'acknowledgement',
      to: 'norah@example.com',
      token: 't',
    };
    await store.recordEffect('case', id, effect);
    const text = textOf(await (await app.request(`/cases/${id}`)).text());
    expect(text).toContain('إشعار الاستلام');
    expect(text).toContain('another of hers');
  });

  it('gives a file only as a download that does not run, under a name that hides nothing', async () => {
    const { app, id } = await opened();
    const file = await app.request(`/cases/${id}/messages/opening/attachments/1`);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    const disposition = file.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/u);
    expect(decodeURIComponent(disposition)).not.toContain('\u202e');
  });

  it('sends a large file to its own link when there is one', async () => {
    const console = await opened();
    const app = consoleApp({ ...console.deps, linkTo: async (key) => `https://files.example/${key}` });
    const file = await app.request(`/cases/${console.id}/messages/opening/raw`);
    expect(file.status).toBe(303);
    expect(file.headers.get('location')).toBe('https://files.example/raw/1');
  });

  it("shows the sender's HTML without script, origin or network", async () => {
    const { app, id } = await opened();
    const frame = await app.request(`/cases/${id}/messages/opening/html`);
    const policy = frame.headers.get('content-security-policy') ?? '';
    expect(policy).toContain('sandbox allow-popups');
    expect(policy).toContain("default-src 'none'");
    expect(await frame.text()).toContain('<b>مطفأ</b>');
    expect(await (await app.request(`/cases/${id}`)).text()).toContain('sandbox="allow-popups"');
  });

  it('warns of an unreadable mail and hands it out whole', async () => {
    const { app, id } = await opened({ quarantine: { reason: 'too-deep', rawKey: 'raw/1' } });
    const page = await (await app.request(`/cases/${id}`)).text();
    expect(page).toContain('رسالة تعذّرت قراءتها آليًا');
    const raw = await app.request(`/cases/${id}/quarantined`);
    expect(await raw.text()).toBe('From: x');
  });

  it.each(['/cases/not-one', '/cases/4K7-R2M-0385/messages/none/raw', '/nowhere'])(
    'answers 404 with a page for %s',
    async (path) => {
      const response = await aConsole().app.request(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('لم نجد ما طلبته');
    },
  );
});

describe('the frame of every page', () => {
  it('allows no inline script, no framing and no keeping', async () => {
    const { app } = aConsole();
    const { headers } = await app.request('/cases');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).toContain("frame-ancestors 'self'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('sends somebody without a session to sign in, also for files', async () => {
    const { app } = aConsole({ nobody: true });
    for (const path of ['/cases', '/figures', '/cases/4K7-R2M-0385/quarantined']) {
      expect((await app.request(path)).headers.get('location')).toBe('/sign-in');
    }
    expect((await app.request('/assets/console.css')).status).toBe(200);
  });

  it('shows a calm page when something fails, and tells who runs it', async () => {
    const console = aConsole();
    const gone = async () => Promise.reject(new Error('gone'));
    const subjectsOn = async function* () {};
    const counts = { load: gone, counted: gone, countedOn: gone, save: gone, range: gone, subjectsOn };
    const figures = { ...counts, changes: gone, saveChange: gone, askedReports: gone, saveAsked: gone };
    const response = await figuresApp({ ...console.deps, figures }).request('/figures');
    expect(response.status).toBe(500);
    expect(await response.text()).toContain('تعذّر إتمام الطلب');
    expect(console.errors.map(({ message: text }) => text)).toEqual(['gone']);
  });
});

describe('the mark of a mail without proof', () => {
  it.each([
    [['sender-not-authenticated'], true],
    [['named-in-reply-to'], true],
    [['repeated-header'], true],
    [['delivery-report', 'unproven'], true],
    [['no-reference'], false],
  ])('with the reasons %j is shown: %s', (reasons, isShown) => {
    expect(
      String(messageCard('4K7-2M9-0382', { ...message, reasons }, view)).includes('Nothing proves'),
    ).toBe(isShown);
  });
});
