import { Hono } from 'hono';
import { html } from 'hono/html';
import { localDay } from '#shared/domain/reports/local-day.ts';
import type { CompiledCalendar } from '#shared/domain/sla/compile.ts';
import { isOpen, openIntervals } from '#shared/domain/sla/openings.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import type { LocalCentre } from '../centre.ts';
import { localPage, wordsFor } from './local-page.ts';

const FAR = 60 * DAY;

/**
 * Return the opening time of the next working day, or the same time tomorrow when there is none for a long
 * time.
 */
const nextWorkingDay = ({ desk }: { desk: { calendar: CompiledCalendar } }, now: number): number =>
  openIntervals(desk.calendar, now, now + FAR).find(({ from }) => localDay(from) !== localDay(now))?.from ??
  now + DAY;

/** Return when the next timer is due; undefined when there is none for a long time. */
async function nextDue({ store, clock }: Pick<LocalCentre, 'store' | 'clock'>): Promise<number | undefined> {
  const { items } = await store.due(0, clock.now() + FAR, { limit: 1 });
  return items[0]?.dueAt;
}

/** The clock page: shows the time of the centre and moves it forward. */
export function clockPages(centre: LocalCentre): Hono {
  const { clock, rules } = centre;
  const app = new Hono();

  app.get('/clock', async (c) => {
    const { w, language } = wordsFor(c);
    const now = clock.now();
    const { desk } = await rules.current();
    const due = await nextDue(centre);
    const step = (path: string, text: string) =>
      html`<form method="post" action="/clock/${path}"><button type="submit">+ ${text}</button></form>`;
    return localPage(c, {
      title: w.clockTitle,
      here: '/clock',
      body: html`<section class="card"><h1>${w.clockTitle}</h1><p>${w.clockText}</p>
<dl class="facts">
<dt>${w.now}</dt><dd class="big"><time datetime="${new Date(now).toISOString()}">${formatInstant(now, language)}</time></dd>
<dt></dt><dd>${isOpen(desk.calendar, now) ? w.open : w.closed}</dd>
<dt>${w.real}</dt><dd>${formatInstant(now - clock.ahead(), language)}</dd>
${clock.ahead() === 0 ? html`<dt></dt><dd>${w.notAhead}</dd>` : ''}
<dt>${w.nextDue}</dt><dd>${due === undefined ? w.noDue : formatInstant(due, language)}</dd>
</dl>
<div class="row-actions">${step('hour', w.hour)}${step('day', w.day)}${due === undefined ? '' : step('next', w.next)}</div>
</section>`,
    });
  });

  app.post('/clock/:step{hour|day|next}', async (c) => {
    const now = clock.now();
    const targets = {
      hour: async () => now + HOUR,
      day: async () => nextWorkingDay(await rules.current(), now),
      next: async () => (await nextDue(centre)) ?? now,
    };
    const until = await targets[c.req.param('step') as keyof typeof targets]();
    await centre.advance(Math.max(0, until - clock.now()));
    return c.redirect('/clock', 303);
  });
  return app;
}
