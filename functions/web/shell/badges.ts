import type { CaseStatus, Channel, Language, Priority } from '#events/vocabulary.ts';
import { durationText } from '#shared/domain/text/duration-text.ts';
import type { Due, DueTone } from './due.ts';
import { type Html, html, raw } from './http/html.ts';
import { type IconName, icon } from './icons.ts';
import { channelLabel, clockLabel, priorityLabel, statusLabel } from './text/labels.ts';
import { timeText } from './text/time-text.ts';
import { staffName } from './view.ts';

const DUE_ICON: Readonly<Record<DueTone, IconName>> = {
  overdue: 'alarm',
  near: 'clock',
  calm: 'clock',
  paused: 'pause',
  finished: 'done',
  open: 'none',
};

/** Keep each number on the line of its noun. */
const joined = (text: string): string => text.replaceAll(/(?<=\d) (?=\p{L})/gu, '\u00a0');

/** Return the time left or overdue as text, with a matching colour and icon. */
export function dueBadge({ tone, clock, dueAt }: Due, now: number, language: Language): Html {
  const w = timeText[language];
  const plain = { paused: w.paused, finished: w.finished, open: w.undefined };
  const label =
    dueAt === undefined ? plain[tone as keyof typeof plain] : joined(durationText(dueAt - now, language));
  return html`<span class="due due-${tone}">${icon(DUE_ICON[tone])}<span
      ><strong>${label}</strong>${clock && html`<small>${clockLabel[clock][language]}</small>`}</span
    ></span>`;
}

export const statusBadge = (status: CaseStatus, language: Language): Html =>
  html`<span class="status status-${status}">${statusLabel[status][language]}</span>`;

/** Return a badge for urgent and high priority; nothing for the others. */
export const priorityBadge = (priority: Priority, language: Language): Html =>
  priority === 'urgent' || priority === 'high'
    ? html`<span class="priority priority-${priority}">${icon('up')}${priorityLabel[priority][language]}</span>`
    : html``;

export const channelMark = (channel: Channel, language: Language): Html =>
  html`<span class="channel" title="${channelLabel[channel][language]}"
    >${icon(channel)}<span class="visually-hidden">${channelLabel[channel][language]}</span></span
  >`;

/** References of cases, which never break before a hyphen. */
const REFERENCE = /^[0-9][A-Z][0-9](?:-[0-9A-Z]{3,4}){2}$/u;

/** Write a reference or number from left to right in any text. */
export const ltr = (text: string): Html =>
  html`<bdi dir="ltr"${REFERENCE.test(text) && html` class="whole"`}>${text}</bdi>`;

/** Keep each date of a heading on one line, and each range of dates. */
export const wholeDates = (heading: string): Html =>
  html`${heading
    .split(/(\d{4}-\d\d-\d\d(?: – \d{4}-\d\d-\d\d)?)/u)
    .map((part, at) => (at % 2 === 1 ? html`<span class="whole">${part}</span>` : part))}`;

/** Addresses up to this length fit every card. */
const SHORT_ADDRESS = 24;

/** Let a text break before the marks of addresses and user names, not inside a word. */
const breakable = (text: string): Html =>
  html`${text.split(/(?=[@._+-])/u).map((part, at) => html`${at > 0 && raw('<wbr>')}${part}`)}`;

/** Write a mail address from left to right. A long one breaks before its marks. */
export const addressLine = (address: string): Html =>
  address.length <= SHORT_ADDRESS ? ltr(address) : html`<bdi dir="ltr">${breakable(address)}</bdi>`;

/** Return the name of a member of staff. The user name of somebody outside the settings breaks before its marks. */
export const staffMark = (view: Parameters<typeof staffName>[0], user: string): Html =>
  html`<bdi>${breakable(staffName(view, user))}</bdi>`;
