import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { handleCommand } from '#shared/application/handle-command.ts';
import { type HeldData, heldDataOf } from '#shared/application/held-data.ts';
import { saveMessage } from '#shared/application/messages.ts';
import { personOf } from '#shared/application/person-of.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { consolePage } from '../shell/console-page.ts';
import { pageOfForm } from '../shell/drafts.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { download } from '../shell/http/download.ts';
import { type Html, html } from '../shell/http/html.ts';
import { channelLabel, statusLabel, typeLabel } from '../shell/text/labels.ts';
import type { View } from '../shell/view.ts';
import { prose } from './case-message.ts';
import type { ConsoleDeps } from './cases-deps.ts';
import { type DataRequestText, dataRequestText } from './text/data-request-text.ts';

type HeldCase = HeldData['cases'][number];
type HeldMessage = HeldCase['messages'][number];

/** An instant in full: a copy is read long after it was made. */
const at = (iso: string, { language }: View): string => formatInstant(Date.parse(iso), language);

const message = (one: HeldMessage, view: View, w: DataRequestText): Html => html`<article class="card">
<p class="faint">${w.direction[one.direction]} · ${channelLabel[one.channel][view.language]} · ${at(one.at, view)}</p>
${
  one.withheld
    ? html`<p class="faint">${w.withheld}</p>`
    : html`${one.subject !== '' && html`<h4>${foreignLine(one.subject ?? '')}</h4>`}${prose(one.text ?? '')}`
}${
  one.attachments.length > 0 &&
  html`<p class="faint">${w.files}: ${one.attachments.map(({ name }) => html`<bdi>${name}</bdi> `)}</p>`
}</article>`;

const list = (title: string, items: readonly Html[]): Html =>
  items.length === 0
    ? html``
    : html`<h3>${title} (${items.length})</h3><ul>${items.map((one) => html`<li>${one}</li>`)}</ul>`;

const oneCase = (one: HeldCase, view: View, w: DataRequestText): Html => html`<section class="card">
<h2><bdi dir="ltr">${one.reference}</bdi> · ${foreignLine(one.subject)}</h2>
<p class="faint">${typeLabel[one.type][view.language]} · ${statusLabel[one.status][view.language]} · ${at(
  one.openedAt,
  view,
)} · ${w.history}: ${one.history.length}</p>
${one.resolution && html`<h3>${w.outcome}</h3>${prose(one.resolution.outcome)}`}
<h3>${w.messages} (${one.messages.length})</h3>${one.messages.map((each) => message(each, view, w))}
${list(
  w.calls,
  one.calls.map(({ startedAt }) => html`${at(startedAt, view)}`),
)}</section>`;

function copyPage(held: HeldData, view: View): Html {
  const w = dataRequestText[view.language];
  const fact = (label: string, value: Html | string): Html => html`<dt>${label}</dt><dd>${value}</dd>`;
  const contacts = held.contacts.map(({ value }) => html`<bdi dir="ltr">${value}</bdi> `);
  return consolePage(view, {
    title: w.copyTitle,
    here: 'cases',
    body: html`<header class="case-head"><h1>${w.copyTitle}</h1><p>${w.copyText}</p></header>
<section class="card"><dl class="facts">${fact(w.madeAt, at(held.madeAt, view))}${fact(
      w.name,
      foreignLine(held.name ?? w.none),
    )}${fact(w.contacts, html`${contacts}`)}${fact(
      w.optOuts,
      held.optOuts.map((one) => w.declined[one]).join(view.language === 'ar' ? '، ' : ', ') || w.none,
    )}${fact(w.identity, held.identityProven ? at(held.identityProven.at, view) : w.none)}</dl>
${list(
  w.callsOut,
  held.callsOut.map(
    ({ plannedAt, phone = '', service = '' }) =>
      html`${at(plannedAt, view)} <bdi dir="ltr">${phone}</bdi> <bdi>${service}</bdi>`,
  ),
)}</section>
${held.cases.map((one) => oneCase(one, view, w))}`,
  });
}

const given = z.object({ as: z.enum(['page', 'file']) });

/** Record on the case who made a copy, and when: the centre must be able to prove that it answered. */
async function recordCopy(
  { store, blobs, clock }: ConsoleDeps,
  { id, correlationId }: Case,
  held: HeldData,
  { agent, rules, language }: View,
): Promise<void> {
  const now = clock.now();
  const cause = causeId(`personal-data:${id}:${agent.user}:${now}`);
  const by = `agent:${agent.user}` as const;
  const text = dataRequestText[language].recorded(held.cases.length, held.callsOut.length);
  await saveMessage(blobs, id, {
    ...{ id: cause, direction: 'note', channel: 'console', at: now, to: [], subject: '', text },
    ...{ attachments: [], reasons: [] },
  });
  await handleCommand(
    { store, rules },
    {
      ...{ id, command: { do: 'note', by }, cause, by, at: now, recordedAt: now },
      ...{ correlationId, causationId: cause },
    },
  );
}

/**
 * The copy of everything that the centre holds about a person, for a request about personal data whose author proved
 * their identity: a page to read or a JSON file. Each copy is recorded on the case before it is given.
 */
export function dataRequestPages(deps: ConsoleDeps, viewOf: (c: Context) => Promise<View>): Hono {
  const { store } = deps;
  const app = new Hono();

  const requested = async (c: Context): Promise<Case | undefined> => {
    const reference = parseReference(c.req.param('reference') ?? '');
    const supportCase = reference && (await store.load('case', reference));
    return supportCase?.type === 'data-request' && !supportCase.erased ? supportCase : undefined;
  };

  // The address of a copy, loaded again.
  app.get('/cases/:reference/personal-data', (c) => c.redirect(pageOfForm(c)));

  app.post('/cases/:reference/personal-data', async (c) => {
    const supportCase = await requested(c);
    if (!supportCase) return c.notFound();
    const view = await viewOf(c);
    const w = dataRequestText[view.language];
    const person = await personOf(store, supportCase.beneficiary.id);
    if (!person?.verified) {
      const body = html`<h1>${w.title}</h1><p class="notice notice-warn">${w.unproven}</p>
<p><a href="/people/${supportCase.beneficiary.id}">${w.person}</a></p>`;
      return c.html(consolePage(view, { title: w.title, here: 'cases', body }), 409);
    }
    const wanted = given.safeParse(await c.req.parseBody());
    const held = await heldDataOf(deps, supportCase.beneficiary.id, view.now);
    await recordCopy(deps, supportCase, held, view);
    if (wanted.data?.as !== 'file') return c.html(copyPage(held, view));
    const bytes = new TextEncoder().encode(`${JSON.stringify(held, undefined, 2)}\n`);
    return download(bytes, `personal-data-${supportCase.id}.json`);
  });
  return app;
}
