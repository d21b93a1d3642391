import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Language } from '#events/vocabulary.ts';
import { eventText } from '#functions/web/cases/text/event-text.ts';
import type { Html } from '#functions/web/shell/http/html.ts';
import { COUNTED, plural } from '#shared/domain/text/plural.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import type { PostponedMessage } from '../bus/queue-worker.ts';
import type { LocalCentre } from '../centre.ts';
import { localPage, wordsFor } from './local-page.ts';
import { localText } from './local-text.ts';

const SHOWN = 20;

/** Why messages are postponed, how many, and when the first of them is tried again. */
function postponedNotes(postponed: readonly PostponedMessage[], language: Language): Html {
  const w = localText[language];
  const reasons: Readonly<Record<string, string>> = eventText[language].waits;
  const groups = Map.groupBy(postponed, ({ reason }) => reasons[reason] ?? w.throttled);
  return html`${[...groups].map(([reason, messages]) => {
    const next = Math.min(...messages.map(({ until }) => until));
    const minutes = Math.max(1, Math.ceil((next - Date.now()) / MINUTE));
    const wait = language === 'ar' ? plural(minutes, COUNTED.minutes) : `${minutes} min`;
    return html`<p class="small">${reason} · ${plural(messages.length, w.postponed)} · ${w.nextTry} ${wait}</p>`;
  })}`;
}

/** The page with waiting messages and dead letters. */
export function queuePages({ bus }: Pick<LocalCentre, 'bus'>): Hono {
  const app = new Hono();

  app.get('/queues', (c) => {
    const { w, language } = wordsFor(c);
    const queues = bus.queueDepths();
    const dead = queues.filter((one) => one.dead > 0);
    return localPage(c, {
      title: w.queuesTitle,
      here: '/queues',
      body: html`<h1>${w.queuesTitle}</h1><p>${w.queuesText}</p>
<section class="card flush"><table><thead><tr><th>${w.queue}</th><th>${w.waiting}</th><th>${w.dead}</th><td></td></tr></thead><tbody>
${queues.map(
  (
    one,
  ) => html`<tr><td><code dir="ltr">${one.name}</code></td><td>${one.waiting}${postponedNotes(one.postponed, language)}</td><td>${one.dead}</td>
<td>${one.dead === 0 ? '' : html`<form method="post" action="/queues/redrive"><input type="hidden" name="queue" value="${one.name}"><button type="submit">${w.redrive}</button></form>`}</td></tr>`,
)}
</tbody></table></section>
${dead.map(
  ({ name }) => html`<section class="card"><h2>${w.deadTitle}: <code dir="ltr">${name}</code></h2>
${bus.deadLettersOf(name, SHOWN).map(({ body }) => html`<pre class="source">${body.slice(0, 2000)}</pre>`)}</section>`,
)}`,
    });
  });

  app.post('/queues/redrive', async (c) => {
    const { queue } = await c.req.parseBody();
    if (typeof queue === 'string') await bus.redrive(queue);
    return c.redirect('/queues', 303);
  });
  return app;
}
