import { localDay } from '#shared/domain/reports/local-day.ts';
import type { Call } from '#shared/domain/telephone/call.ts';
import { callSummary, factsOf } from '#shared/domain/telephone/call-summary.ts';
import type { Leg } from '#shared/domain/telephone/legs.ts';
import { clockTime } from '#shared/domain/text/clock-time.ts';
import { formatInstant, RIYADH } from '#shared/domain/text/format-instant.ts';
import type { Language } from '#shared/domain/text/language.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import { type Html, html } from '../shell/http/html.ts';
import { type IconName, icon } from '../shell/icons.ts';
import { staffName, type View } from '../shell/view.ts';
import { callsText } from './calls-text.ts';

interface Entry {
  readonly at: number;
  readonly icon: IconName;
  readonly tone: 'calm' | 'good' | 'warn';
  readonly title: string;
  readonly detail?: Html | string | undefined;
  /** The title and the detail are one sentence. */
  readonly isSentence?: true;
}

const named = (agent: string | undefined, view: View): Html | undefined =>
  agent === undefined ? undefined : html`<bdi>${staffName(view, agent)}</bdi>`;

const clock = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: RIYADH, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
});

/** Format the time of day to the second, in the form of the other times of the pages. */
function timeOfDay(at: number, language: Language): string {
  const [hour = '', minute = '', second = ''] = clock.format(at).split(':');
  return clockTime(hour, `${minute}:${second}`, language);
}

/** Format the time of day to the second, with the date if the call began on another day. */
const timeOfEntry = (at: number, startedAt: number, { language }: View): string =>
  localDay(at) === localDay(startedAt) ? timeOfDay(at, language) : formatInstant(at, language);

/** List the events of one leg. */
function entriesOf(leg: Leg, call: Call, isLast: boolean, view: View): Entry[] {
  const w = callsText[view.language];
  const {
    initiationMethod = '',
    startedAt,
    queuedAt,
    queue,
    answeredAt,
    connectedAt,
    endedAt,
    reason = '',
  } = leg;
  const holds = factsOf(call).legs[leg.contactId]?.states?.filter(({ state }) => state === 'hold') ?? [];
  const called = ['CALLBACK', 'OUTBOUND', 'API'].includes(initiationMethod);
  const entries: (Entry | undefined)[] = [
    startedAt === undefined
      ? undefined
      : { at: startedAt, icon: 'phone', tone: 'calm', title: w.events[initiationMethod] ?? w.began },
    queuedAt === undefined
      ? undefined
      : {
          at: queuedAt,
          icon: 'clock',
          tone: 'calm',
          title: w.queued,
          isSentence: true,
          detail: (w.queue as Readonly<Record<string, string>>)[queue ?? ''] ?? w.someQueue,
        },
    ...leg.missed.map(
      ({ at, agent }) =>
        ({ at, icon: 'alarm', tone: 'warn', title: w.missed, detail: named(agent, view) }) as const,
    ),
    answeredAt === undefined
      ? undefined
      : { at: answeredAt, icon: 'person', tone: 'good', title: w.answered, detail: named(leg.agent, view) },
    connectedAt === undefined || !called
      ? undefined
      : { at: connectedAt, icon: 'phone', tone: 'good', title: w.connected },
    ...holds.map(
      ({ at, agent }) =>
        ({ at, icon: 'pause', tone: 'calm', title: w.onHold, detail: named(agent, view) }) as const,
    ),
    endedAt === undefined
      ? undefined
      : {
          at: endedAt,
          icon: 'done',
          tone: 'calm',
          title: isLast ? w.endedAll : w.ended,
          detail: called && reason === 'CUSTOMER_DISCONNECT' ? w.calledHungUp : w.reasons[reason],
        },
  ];
  return entries.filter((entry) => entry !== undefined);
}

/** Return the timeline of a call, from the first ring to the end. */
export function callTimeline(call: Call, view: View): Html {
  const { legs, endedAt } = callSummary(call);
  const entries = legs
    .flatMap((leg) => entriesOf(leg, call, endedAt !== undefined && leg.endedAt === endedAt, view))
    .map((entry, order) => ({ ...entry, order }))
    .sort((a, b) => a.at - b.at || a.order - b.order);
  const item = ({ at, icon: drawing, tone, title, detail, isSentence }: Entry): Html =>
    html`<li class="entry entry-${tone}"><span class="dot">${icon(drawing)}</span><div class="entry-body">
<p class="said"><strong>${title}${detail !== undefined && !isSentence && ':'}</strong>${
      detail !== undefined && html` <span class="detail">${detail}</span>`
    }</p>
<p class="when"><time datetime="${isoInstant(at)}">${timeOfEntry(at, call.startedAt, view)}</time></p></div></li>`;
  return html`<ol class="timeline">${entries.map(item)}</ol>`;
}
