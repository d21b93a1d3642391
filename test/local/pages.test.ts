import { request } from 'node:http';
import { expect, test } from 'vitest';
import { signInAt } from '#infra/demo/agent.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { mailboxPages } from '#infra/local/web/mailbox-pages.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { aMailOut } from '#test/builders/a-mail-out.ts';
import { aCentre, allCases, aMail, onlyCase } from './support.ts';

const text = async (url: string): Promise<string> => (await fetch(url)).text();

test('the mailbox writes through the mail port and shows what was sent, without its scripts', async () => {
  const centre = await aCentre();
  const { url } = centre;
  const fields = { name: 'نورة', address: 'norah@example.com', subject: 'حفرة', text: 'حفرة في الطريق.' };
  const sent = await fetch(`${url}/mailbox`, {
    method: 'POST',
    headers: { Origin: url },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  expect(sent.headers.get('location')).toBe('/mailbox?said=accepted');
  await centre.settle();
  const { id } = await onlyCase(centre);
  const [mail] = centre.outbox?.list(1) ?? [];
  const page = await text(`${url}/mailbox/${mail?.id}`);
  expect(page).toContain(`/cases/${id}`);
  expect(page).toContain('sandbox=');
  const shown = await fetch(`${url}/mailbox/${mail?.id}/html`);
  expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await text(`${url}/mailbox/${mail?.id}/source`)).toContain('Auto-Submitted: auto-replied');
});

test('the mailbox shows a page of many mails without parsing one, and leads to the older ones', async () => {
  const centre = await aCentre();
  const { url } = centre;
  for (let n = 1; n <= 60; n += 1)
    await centre.mailer.send(
      aMailOut(['a@example.com'], { subject: `رسالة ${n} <b>`, messageId: `<8T85M20061.${n}@rida.example>` }),
    );
  const subjects = (page: string) => [...page.matchAll(/رسالة (\d+) &lt;b&gt;/gu)].map(([, n]) => Number(n));
  const { outbox } = centre;
  if (!outbox) throw new Error('the centre has no outbox');
  const unread = () => Promise.reject(new Error('the list needs no content'));
  const list = mailboxPages({ ...centre, outbox: { ...outbox, raw: unread }, parseMail: unread });
  const seen: number[] = [];
  let next: string | undefined = '/mailbox';
  for (let pages = 0; next !== undefined && pages < 9; pages += 1) {
    const page = await (await list.request(next)).text();
    seen.push(...subjects(page));
    next = /href="(\/mailbox\?before=\w+)"/u.exec(page)?.[1];
  }
  expect(seen).toEqual(Array.from({ length: 60 }, (_, n) => 60 - n));
  const [oldest] = outbox.list(60).slice(-1);
  expect(await text(`${url}/mailbox/${oldest?.id}`)).toContain('رسالة 1');
});

test('a mail of the mailbox can bounce: its case shows it, and no more goes there', async () => {
  const centre = await aCentre();
  const { url } = centre;
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const [mail] = centre.outbox?.list(1) ?? [];
  const tell = (fate: string) =>
    fetch(`${url}/mailbox/${mail?.id}/fate`, {
      method: 'POST',
      headers: { Origin: url },
      body: new URLSearchParams({ fate }),
      redirect: 'manual',
    });
  expect(await text(`${url}/mailbox/${mail?.id}`)).toContain('value="bounced"');
  expect((await tell('lost')).status).toBe(404);
  expect((await tell('bounced')).headers.get('location')).toBe('/mailbox?said=reported');
  await centre.settle();
  const { id, beneficiary } = await onlyCase(centre);
  expect(beneficiary.failing).toBe(true);
  const agent = await signInAt(url, 'salem', 'سالم');
  const page = await agent.page(`/cases/${id}`);
  expect(page).toContain('البريد لا يستقبل رسائلنا: يمكن الاتصال بالمستفيد بدلًا من ذلك.');
  expect(page).toContain('لم تصل رسالتنا');
});

test('the clock moves by an hour, a working day, and to the next deadline', async () => {
  const centre = await aCentre();
  const { url, clock } = centre;
  const step = (name: string) => fetch(`${url}/clock/${name}`, { method: 'POST', headers: { Origin: url } });
  const before = clock.now();
  await step('hour');
  expect(clock.now()).toBe(before + HOUR);
  await step('day');
  expect(new Date(clock.now()).toISOString()).toBe('2026-01-05T04:30:00.000Z');
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const { nextDueAt } = await onlyCase(centre);
  await step('next');
  expect(clock.now()).toBe(nextDueAt);
  expect(await text(`${url}/clock`)).toContain('هـ');
});

test('agents sign in and see the queues; other users do not', async () => {
  const centre = await aCentre();
  const away = await fetch(`${centre.url}/cases`, { redirect: 'manual' });
  expect(away.headers.get('location')).toBe('/sign-in?to=%2Fcases');
  const forged = { Cookie: 'rida-local-session=eyJ1c2VyIjoieCJ9.AAAA' };
  expect((await fetch(`${centre.url}/cases`, { redirect: 'manual', headers: forged })).status).toBe(303);
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const agent = await signInAt(centre.url, 'salem', 'سالم');
  expect(await agent.page('/cases')).toContain((await onlyCase(centre)).id);
});

test('a foreign name for this computer and a foreign form are refused', async () => {
  const { url } = await aCentre();
  const { port } = new URL(url);
  const status = await new Promise((resolve, reject) => {
    request(
      { host: '127.0.0.1', port, path: '/phone', headers: { Host: 'rida.attacker.example' } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      },
    )
      .once('error', reject)
      .end();
  });
  expect(status).toBe(403);
  const foreign = await fetch(`${url}/clock/hour`, {
    method: 'POST',
    headers: { Origin: 'https://attacker.example', 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  expect(foreign.status).toBe(403);
});

test('a message that failed five times is a dead letter, shown, and retried on request', async () => {
  const lines: string[] = [];
  const logger = createLogger({ service: 'test/pages', write: (line) => lines.push(line) });
  const centre = await aCentre({ logger });
  await centre.bus.send('telephone/contact-events', [{ no: 'contact event' }]);
  await centre.settle();
  const depthOfEvents = () =>
    centre.bus.queueDepths().find(({ name }) => name === 'telephone/contact-events');
  expect(depthOfEvents()).toMatchObject({ waiting: 0, dead: 1 });
  expect(lines.filter((line) => line.includes('message-unreadable'))).toHaveLength(5);
  expect(await text(`${centre.url}/queues`)).toContain('no&quot;:&quot;contact event');
  expect(await centre.bus.redrive('telephone/contact-events')).toBe(1);
  await centre.settle();
  expect(depthOfEvents()).toMatchObject({ waiting: 0, dead: 1 });
});

test('mail for the administrator of the domain is listed apart, becomes a case on request, and expires', async () => {
  const centre = await aCentre();
  const { url, smtpPort } = centre;
  const certificate = { to: 'hostmaster@rida.example', subject: 'Domain validation', text: 'Token 4711' };
  await handIn(smtpPort, aMail({ ...certificate, messageId: '<one@example.com>' }));
  await handIn(smtpPort, aMail({ ...certificate, messageId: '<two@example.com>' }));
  await centre.settle();
  expect(await allCases(centre)).toEqual([]);
  expect(centre.outbox?.list(10)).toEqual([]);
  const page = await text(`${url}/mailbox/administrator`);
  expect(page.match(/hostmaster@rida\.example/gu)).toHaveLength(2);
  const [first, second] = centre.kept.list(10).map(({ rawKey }) => rawKey);
  const source = (key = '') => `${url}/mailbox/administrator/source?mail=${encodeURIComponent(key)}`;
  expect(await text(source(first))).toContain('Token 4711');
  for (const key of ['', 'mail/none', '../key', '__proto__'])
    expect((await fetch(source(key))).status).toBe(404);

  await centre.advance(25 * HOUR);
  expect(await allCases(centre)).toEqual([]);
  const body = new URLSearchParams({ mail: first ?? '' });
  const headers = { Origin: url };
  const sent = await fetch(`${url}/mailbox/administrator`, {
    method: 'POST',
    body,
    headers,
    redirect: 'manual',
  });
  expect(sent.headers.get('location')).toBe('/mailbox?said=accepted');
  await centre.settle();
  const supportCase = await onlyCase(centre);
  expect(supportCase).toMatchObject({ subject: 'Domain validation', beneficiary: { authenticated: false } });
  expect(centre.kept.list(10).map(({ rawKey }) => rawKey)).toEqual([second]);

  await centre.advance(31 * DAY);
  expect(centre.kept.list(10)).toEqual([]);
  expect(await centre.spool.get(second ?? '')).toBeUndefined();
  expect(await centre.spool.get(first ?? '')).toBeDefined();
});
