import { Hono } from 'hono';
import { html } from 'hono/html';
import type { LocalCentre } from '../centre.ts';
import { localPage, wordsFor } from './local-page.ts';

const SHOWN = 20;

/** The page with waiting messages and dead letters. */
export function queuePages({ bus }: Pick<LocalCentre, 'bus'>): Hono {
  const app = new Hono();

  app.get('/queues', (c) => {
    const { w } = wordsFor(c);
    const queues = bus.queueDepths();
    const dead = queues.filter((one) => one.dead > 0);
    return localPage(c, {
      title: w.queuesTitle,
      here: '/queues',
      body: html`<h1>${w.queuesTitle}</h1><p>${w.queuesText}</p>
<section class="card flush"><table><thead><tr><th>${w.queue}</th><th>${w.waiting}</th><th>${w.dead}</th><th></th></tr></thead><tbody>
${queues.map(
  (one) => html`<tr><td><code dir="ltr">${one.name}</code></td><td>${one.waiting}</td><td>${one.dead}</td>
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
