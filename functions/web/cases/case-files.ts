import { type Context, Hono } from 'hono';
import { readMessage } from '#shared/application/messages.ts';
import { type Message, messageSchema } from '#shared/domain/cases/message-schema.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { VIRUS } from '#shared/domain/cases/set-aside.ts';
import { download } from '../shell/http/download.ts';
import { type Html, html, raw } from '../shell/http/html.ts';
import { plainPage } from '../shell/plain-page.ts';
import type { View } from '../shell/view.ts';
import type { ConsoleDeps } from './cases-deps.ts';
import { caseText } from './text/case-text.ts';

const id = messageSchema.shape.id.regex(/^[0-9a-z]{1,64}$/u);

/** HTML of a sender runs no script, loads nothing and has no origin. */
const FOREIGN_HTML =
  "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; form-action 'none'";

/** The subject of a mail, and a mail without HTML. */
const STYLE = 'h1{font:600 1rem sans-serif}.plain{white-space:pre-wrap;font:1rem/1.6 sans-serif}';

/** Return a page for a frame, which runs nothing and loads nothing, images included. */
const foreignPage = (c: Context, markup: Html): Response =>
  c.body(`<!doctype html><meta charset="utf-8"><style>${STYLE}</style><div dir="auto">${markup}</div>`, 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': FOREIGN_HTML,
  });

/** Serve the files of a case: attachments, raw mails, the HTML of senders, and our mails as they were sent. */
export function caseFiles(deps: ConsoleDeps, viewOf: (c: Context) => Promise<View>): Hono {
  const app = new Hono();

  // Files with a virus verdict can be opened only after a supervisor restored the case, whatever else happened
  // to it. The verdict goes with the files into a case that was split off.
  app.use('/cases/:reference/:what{messages|quarantined}/*', async (c, next) => {
    const reference = parseReference(c.req.param('reference') ?? '');
    const supportCase = reference && (await deps.store.load('case', reference));
    if (supportCase?.quarantine === VIRUS) return c.html(plainPage(await viewOf(c), 'dangerous'), 403);
    return next();
  });

  app.use('/cases/:reference/messages/:message/*', async (c, next) =>
    (await message(c))?.isShut ? c.html(plainPage(await viewOf(c), 'dangerous'), 403) : next(),
  );

  const message = async (c: Context): Promise<Message | undefined> => {
    const reference = parseReference(c.req.param('reference') ?? '');
    const which = id.safeParse(c.req.param('message'));
    return reference && which.success ? readMessage(deps.blobs, reference, which.data) : undefined;
  };

  const send = async (c: Context, key: string | undefined, name: string): Promise<Response> => {
    if (key === undefined) return c.notFound();
    const link = await deps.linkTo?.(key, name);
    if (link !== undefined) return c.redirect(link, 303);
    const blob = await deps.blobs.get(key);
    return blob ? download(blob.bytes, name) : c.notFound();
  };

  app.get('/cases/:reference/messages/:message/attachments/:number{[0-9]+}', async (c) => {
    const file = (await message(c))?.attachments[Number(c.req.param('number')) - 1];
    return send(c, file?.key, file?.name ?? '');
  });

  app.get('/cases/:reference/messages/:message/raw', async (c) =>
    send(c, (await message(c))?.rawKey, `${c.req.param('reference')}.eml`),
  );

  app.get('/cases/:reference/messages/:message/html', async (c) => {
    const markup = (await message(c))?.html;
    if (markup === undefined) return c.notFound();
    return foreignPage(c, raw(markup));
  });

  app.get('/cases/:reference/sent/:effect', async (c) => {
    const reference = parseReference(c.req.param('reference'));
    const effectId = id.safeParse(c.req.param('effect'));
    const effect =
      reference && effectId.success && (await deps.store.effect('case', reference, effectId.data));
    if (!effect) return c.notFound();
    const mail = await deps.sentMails.find({
      ...{ caseId: reference, effectId: effect.id, messageId: effect.token },
    });
    if (mail === undefined) return foreignPage(c, html`${caseText[(await viewOf(c)).language].notKept}`);
    const body = mail.html === '' ? html`<div class="plain">${mail.text}</div>` : raw(mail.html);
    return foreignPage(c, html`<h1>${mail.subject}</h1>${body}`);
  });

  app.get('/cases/:reference/quarantined', async (c) => {
    const reference = parseReference(c.req.param('reference'));
    const first = { before: 2, limit: 1 };
    const commits = reference ? await deps.store.newestCommits('case', reference, first) : [];
    const keys = commits.flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'rida.mail.quarantined.v1' ? [event.data.rawKey] : [])),
    );
    return send(c, keys[0], `${reference}.eml`);
  });

  return app;
}
