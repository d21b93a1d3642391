import { Hono } from 'hono';
import { html } from 'hono/html';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import type { LocalCentre } from '../centre.ts';
import { receiptOf } from '../mail/receipt.ts';
import { localPage, wordsFor } from './local-page.ts';

const SHOWN = 200;

/** The mails that are kept for the administrator of the domain: read one, or make it a case. */
export function keptPages({ kept, spool, rules, bus, clock }: LocalCentre): Hono {
  const app = new Hono();

  app.get('/mailbox/administrator', (c) => {
    const { w, language } = wordsFor(c);
    const mails = kept.list(SHOWN);
    return localPage(c, {
      title: w.keptTitle,
      here: '/mailbox',
      body: html`<h1>${w.keptTitle}</h1><p>${w.keptText}</p>
${mails.length === 0 ? html`<p class="card">${w.keptEmpty}</p>` : ''}
${mails.map(
  ({ rawKey, envelopeFrom, recipients, receivedAt }) => html`<section class="card">
<dl class="facts"><dt>${w.from}</dt><dd><bdi>${envelopeFrom || '—'}</bdi></dd>
<dt>${w.to}</dt><dd><bdi>${recipients.join(', ')}</bdi></dd>
<dt>${w.arrivedAt}</dt><dd>${formatInstant(receivedAt, language)}</dd></dl>
<form method="post" action="/mailbox/administrator" class="row-actions">
<a href="/mailbox/administrator/source?mail=${encodeURIComponent(rawKey)}">${w.source}</a>
<input type="hidden" name="mail" value="${rawKey}"><button type="submit">${w.makeCase}</button></form></section>`,
)}`,
    });
  });

  app.get('/mailbox/administrator/source', async (c) => {
    const mail = kept.find(c.req.query('mail') ?? '');
    const raw = mail && (await spool.get(mail.rawKey));
    return raw ? c.text(Buffer.from(raw.bytes).toString('utf8')) : c.notFound();
  });

  app.post('/mailbox/administrator', async (c) => {
    const { mail: key } = await c.req.parseBody();
    const mail = typeof key === 'string' ? kept.find(key) : undefined;
    if (!mail) return c.notFound();
    const { helpAddress } = (await rules.current()).centre;
    const { rawKey, envelopeFrom } = mail;
    // Not trusted: its sender did not write to the centre.
    const accepted = { rawKey, sender: envelopeFrom ?? '', recipients: [helpAddress], at: clock.now() };
    await bus.send('mail/mail-intake', [receiptOf(accepted, 'none')]);
    await kept.remove([rawKey]);
    return c.redirect('/mailbox?said=accepted', 303);
  });
  return app;
}
