import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Centre } from '../centre.ts';
import type { CallView } from '../phone/phone-call.ts';
import { type Html, localPage, wordsFor } from './local-page.ts';
import type { LocalWords } from './words.ts';

const SHOWN = 20;

const callRow = (w: LocalWords, { id, state, caller, reference }: CallView): Html => {
  const act = (path: string, text: string) =>
    html`<form method="post" action="/queues/calls/${id}/${path}"><button type="submit">${text}</button></form>`;
  return html`<tr><td><bdi>${caller ?? w.withheld}</bdi></td><td>${w.states[state]}</td>
<td>${reference === undefined ? '' : html`<a href="/cases/${reference}"><bdi>${reference}</bdi></a>`}</td>
<td>${state === 'waiting-for-queue' ? act('answer', w.pick) : state === 'with-agent' ? act('end', w.end) : ''}</td></tr>`;
};

/** What waits, what was set aside, and the agent's side of calls. */
export function queuePages({ bus, switchboard }: Pick<Centre, 'bus' | 'switchboard'>): Hono {
  const app = new Hono();

  app.get('/queues', (c) => {
    const { w } = wordsFor(c);
    const standings = bus.standings();
    const dead = standings.filter((one) => one.dead > 0);
    const calls = switchboard.calls().slice(0, SHOWN);
    return localPage(c, {
      title: w.queuesTitle,
      here: '/queues',
      body: html`<h1>${w.queuesTitle}</h1><p>${w.queuesText}</p>
<section class="card flush"><table><thead><tr><th>${w.queue}</th><th>${w.waiting}</th><th>${w.dead}</th><th></th></tr></thead><tbody>
${standings.map(
  (one) => html`<tr><td><code dir="ltr">${one.name}</code></td><td>${one.waiting}</td><td>${one.dead}</td>
<td>${one.dead === 0 ? '' : html`<form method="post" action="/queues/redrive"><input type="hidden" name="queue" value="${one.name}"><button type="submit">${w.redrive}</button></form>`}</td></tr>`,
)}
</tbody></table></section>
${dead.map(
  ({ name }) => html`<section class="card"><h2>${w.deadTitle}: <code dir="ltr">${name}</code></h2>
${bus.deadLettersOf(name, SHOWN).map(({ body }) => html`<pre class="source">${body.slice(0, 2000)}</pre>`)}</section>`,
)}
<section class="card"><h2>${w.callsTitle}</h2>
${calls.length === 0 ? html`<p>${w.noCalls}</p>` : html`<table><tbody>${calls.map((call) => callRow(w, call))}</tbody></table>`}</section>`,
    });
  });

  app.post('/queues/redrive', async (c) => {
    const { queue } = await c.req.parseBody();
    if (typeof queue === 'string') await bus.redrive(queue);
    return c.redirect('/queues', 303);
  });

  app.post('/queues/calls/:id/:act{answer|end}', async (c) => {
    const call = switchboard.find(c.req.param('id'));
    if (call) await (c.req.param('act') === 'answer' ? call.agentAnswers('salem') : call.agentLeaves());
    return c.redirect('/queues', 303);
  });
  return app;
}
