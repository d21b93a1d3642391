import { Hono } from 'hono';
import { html } from 'hono/html';
import * as z from 'zod';
import { foreignText } from '#functions/web/shell/foreign-text.ts';
import { timeInLink } from '#functions/web/shell/time-mark.ts';
import type { SentMail } from '#shared/adapters/embedded/outbox-mailer.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { ownIdPrefix } from '#shared/domain/mail/own-address.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import type { LocalCentre } from '../centre.ts';
import { handIn } from '../mail/hand-in.ts';
import { localPage, wordsFor } from './local-page.ts';
import { fateForm, fateOf, feedbackOn } from './mail-fate.ts';
import { mailForm } from './mail-form.ts';

const SHOWN = 25;
/** The maximum number of other mails about the same case. */
const THREAD = 50;

const written = z.object({
  name: z.string().trim().max(60),
  address: z.email(),
  subject: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(20_000),
  answers: z.string().max(64).optional(),
});

/** Return the case of a sent mail: its Message-ID starts with the reference. */
const caseOf = ({ messageId }: SentMail): string | undefined =>
  parseReference(messageId.slice(1).split('.')[0] ?? '');

/** The mailbox: the mails that the centre sent, and a form to write to the centre. */
export function mailboxPages({ outbox, parseMail, rules, smtpPort, bus, clock }: LocalCentre): Hono {
  const app = new Hono();
  const find = (id: string): SentMail | undefined => outbox?.find(id);

  async function read(id: string): Promise<ParsedMail | undefined> {
    const raw = await outbox?.raw(id);
    const parsed = raw && (await parseMail(raw));
    return parsed?.kind === 'parsed' ? parsed : undefined;
  }

  app.get('/mailbox', async (c) => {
    const { w, language } = wordsFor(c);
    const mails = outbox?.list(SHOWN + 1, c.req.query('before')) ?? [];
    const page = mails.slice(0, SHOWN);
    const last = mails.length > SHOWN ? page.at(-1) : undefined;
    const flash = { accepted: w.accepted, wrong: w.wrongMail, reported: w.reported }[
      c.req.query('said') ?? ''
    ];
    const tone = c.req.query('said') === 'wrong' ? 'bad' : 'good';
    return localPage(c, {
      title: w.mailTitle,
      here: '/mailbox',
      body: html`<h1>${w.mailTitle}</h1><p>${outbox ? w.mailText : w.mailRelayed}</p>
<p class="row-actions"><a href="/mailbox/messages">${w.messagesTitle}</a><a href="/mailbox/administrator">${w.keptTitle}</a></p>
${flash === undefined ? '' : html`<div class="notice notice-${tone}" role="status"><p>${flash}</p></div>`}
<div class="columns"><section class="card flush mail-list">
${page.length === 0 ? html`<p class="card">${w.mailEmpty}</p>` : ''}
${page.map(
  (mail) =>
    html`<a href="/mailbox/${mail.id}"><strong dir="auto">${foreignText(mail.subject)}</strong><small>${w.to} <bdi>${mail.to.join(', ')}</bdi> · ${timeInLink(mail.sentAt, { language, now: clock.now() })}</small></a>`,
)}
${last === undefined ? '' : html`<a href="/mailbox?before=${last.id}">${w.olderMails}</a>`}
</section>${mailForm(w)}</div>`,
    });
  });

  app.get('/mailbox/:id', async (c) => {
    const mail = find(c.req.param('id'));
    const parsed = mail && (await read(mail.id));
    if (!mail || !parsed) return c.notFound();
    const { w, language } = wordsFor(c);
    const reference = caseOf(mail);
    const about = reference === undefined ? [] : (outbox?.withPrefix(ownIdPrefix(reference), THREAD) ?? []);
    const others = about.filter(({ id }) => id !== mail.id);
    return localPage(c, {
      title: parsed.subject,
      here: '/mailbox',
      body: html`<section class="card"><h1 dir="auto">${foreignText(parsed.subject)}</h1>
<dl class="facts"><dt>${w.from}</dt><dd><bdi>${mail.from}</bdi></dd><dt>${w.to}</dt><dd><bdi>${mail.to.join(', ')}</bdi></dd>
<dt>${w.sentAt}</dt><dd>${formatInstant(mail.sentAt, language)}</dd></dl>
<iframe class="mail-frame" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mailbox/${mail.id}/html" title="${w.shownMail}"></iframe>
<p class="row-actions"><a href="/mailbox/${mail.id}/source">${w.source}</a>${reference === undefined ? '' : html`<a href="/cases/${reference}">${w.openCase} <bdi>${reference}</bdi></a>`}</p></section>
${reference === undefined ? '' : fateForm(w, mail.id)}
<div class="columns">${others.length === 0 ? '' : html`<section class="card"><h2>${w.thread}</h2>${others.map((other) => html`<p><a href="/mailbox/${other.id}">${timeInLink(other.sentAt, { language, now: clock.now() })} · <bdi>${other.to.join(', ')}</bdi></a></p>`)}</section>`}
${mailForm(w, { id: mail.id, to: mail.to[0] ?? '', subject: parsed.subject })}</div>`,
    });
  });

  app.get('/mailbox/:id/html', async (c) => {
    const parsed = find(c.req.param('id')) && (await read(c.req.param('id')));
    if (!parsed) return c.notFound();
    c.header(
      'Content-Security-Policy',
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    );
    return c.html(parsed.html ?? html`<pre>${parsed.text}</pre>`);
  });

  app.get('/mailbox/:id/source', async (c) => {
    const raw = await outbox?.raw(c.req.param('id'));
    return raw ? c.text(Buffer.from(raw).toString('utf8')) : c.notFound();
  });

  app.post('/mailbox/:id/fate', async (c) => {
    const mail = find(c.req.param('id'));
    const reference = mail && caseOf(mail);
    const fate = fateOf((await c.req.parseBody()).fate);
    if (!mail || reference === undefined || !fate) return c.notFound();
    await bus.send('mail/mail-feedback', [feedbackOn(mail, reference, fate, clock.now())]);
    return c.redirect('/mailbox?said=reported', 303);
  });

  app.post('/mailbox', async (c) => {
    const body = written.safeParse(await c.req.parseBody());
    if (!body.success) return c.redirect('/mailbox?said=wrong', 303);
    const { name, address, subject, text, answers } = body.data;
    const answered = answers ? await read(answers) : undefined;
    await handIn(smtpPort, {
      from: { name, address },
      to: answered?.replyTo?.address ?? (await rules.current()).centre.helpAddress,
      subject,
      text,
      ...(answered?.messageId && { inReplyTo: answered.messageId }),
    });
    return c.redirect('/mailbox?said=accepted', 303);
  });
  return app;
}
