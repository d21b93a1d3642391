import type { EventDraft } from '#shared/domain/cases/decision.ts';
import { ltr } from '../shell/badges.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { IconName } from '../shell/icons.ts';
import { timeMark } from '../shell/time-mark.ts';
import type { View } from '../shell/view.ts';

/** The text of one event. */
export interface EventLine {
  readonly icon: IconName;
  readonly tone: 'calm' | 'good' | 'warn' | 'bad';
  readonly title: string;
  readonly detail?: Html | undefined;
}

/** Return the text of an event of a type in the language of a page. */
export type Speaker<T extends EventDraft['type']> = (
  data: Extract<EventDraft, { type: T }>['data'],
  view: View,
) => EventLine;

/** Write a change of state, with an arrow in the direction of reading. */
export const fromTo = (from: Html | string, to: Html | string): Html =>
  html`${from} <span class="arrow" aria-hidden="true"></span> ${to}`;

export const calm = (icon: IconName, title: string, detail?: Html): EventLine => ({
  icon,
  tone: 'calm',
  title,
  detail,
});

/** Return a link to another case. */
export const toCase = (reference: string): Html => html`<a href="/cases/${reference}">${ltr(reference)}</a>`;

/** Return the instant of an event. */
export const when = (iso: string, view: Pick<View, 'language' | 'now'>): Html =>
  timeMark(Date.parse(iso), view);
