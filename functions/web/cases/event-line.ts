import { asked } from '#events/case-resolved.v1.ts';
import type { Actor } from '#events/vocabulary.ts';
import type { EventDraft } from '#shared/domain/cases/decision.ts';
import { ltr, staffMark } from '../shell/badges.ts';
import { type Html, html } from '../shell/http/html.ts';
import {
  channelLabel,
  clockLabel,
  closingLabel,
  outcomeLabel,
  scoreLabel,
  statusLabel,
} from '../shell/text/labels.ts';
import { categoryName, departmentName, type View } from '../shell/view.ts';
import { deskSpeakers } from './desk-event-line.ts';
import { calm, type EventLine, fromTo, type Speaker, when } from './event-speech.ts';
import { mailReason } from './mail-reason.ts';
import { planSpeakers } from './plan-event-line.ts';
import { deskEventText } from './text/desk-event-text.ts';
import { eventText } from './text/event-text.ts';

export type { EventLine } from './event-speech.ts';

export function actorName(by: Actor, view: View): Html {
  if (by === 'beneficiary' || by === 'rida') return html`${eventText[view.language][by]}`;
  const id = by.slice(by.indexOf(':') + 1);
  return by.startsWith('department:') ? html`<bdi>${departmentName(view, id)}</bdi>` : staffMark(view, id);
}

const clockTier =
  (title: 'warned' | 'breached'): Speaker<'rida.sla.warned.v1'> & Speaker<'rida.sla.breached.v1'> =>
  ({ clock, dueAt, ...more }, { language, now }) => ({
    icon: 'alarm',
    tone: title === 'warned' ? 'warn' : 'bad',
    title: eventText[language][title],
    detail: html`${clockLabel[clock][language]} · ${when(dueAt, { language, now })}${
      'cause' in more && more.cause === 'terms' && html` · ${deskEventText[language].terms}`
    }`,
  });

const called = (_: unknown, { language }: View): EventLine => calm('phone', eventText[language].called);

/** Tasks have pages of their own, and are in no timeline of a case. */
const tasked = (_: unknown, { language }: View): EventLine => calm('star', eventText[language].tasked);

const speakers: { readonly [T in EventDraft['type']]: Speaker<T> } = {
  ...deskSpeakers,
  ...planSpeakers,
  'rida.case.opened.v1': ({ channel, category, department }, view) =>
    calm(
      'open',
      eventText[view.language].opened,
      html`${
        channelLabel[channel][view.language]
      } · ${categoryName(view, category)} · ${departmentName(view, department)}`,
    ),
  'rida.message.received.v1': ({ channel, automatic, thanks }, { language }) => {
    const w = eventText[language];
    if (automatic !== undefined) return calm(channel, w.machineWrote);
    if (thanks) return calm(channel, w.thanked);
    return calm(channel, channel === 'phone' ? w.called : w.wrote);
  },
  'rida.message.sent.v1': (_, { language }) => calm('reply', eventText[language].replied),
  'rida.message.failed.v1': ({ reason, permanent, recipient, status, byMail, elsewhere }, { language }) => {
    const w = eventText[language];
    return {
      icon: 'alarm',
      tone: permanent ? 'bad' : 'warn',
      title: w.mailFailed[reason],
      detail: html`${permanent ? w.forGood : w.forNow}${
        recipient === 'other' && html` · ${w.notTheirs}`
      }${byMail && html` · ${w.byMail}`}${elsewhere && html` · ${w.elsewhere}`}${
        status !== undefined && html` · ${ltr(status)}`
      }`,
    };
  },
  'rida.acknowledgement.withheld.v1': ({ reason, until }, { language, now }) => {
    const w = eventText[language];
    return {
      icon: 'mail',
      tone: 'warn',
      title: w.acknowledgementWithheld,
      detail: html`${w.withheldBecause[reason]}${
        until !== undefined && html` · ${w.withheldUntil} ${when(until, { language, now })}`
      }`,
    };
  },
  'rida.acknowledgement.due.v1': (_, { language }) => calm('mail', eventText[language].acknowledgementDue),
  'rida.note.added.v1': (_, { language }) => calm('note', eventText[language].noted),
  'rida.message.spoken.v1': ({ contactId, unproven }, { language }) =>
    calm(
      'note',
      unproven ? eventText[language].spokenUnproven : eventText[language].spoken,
      html`<a href="/calls/${encodeURIComponent(contactId)}#recordings">${eventText[language].listen}</a>`,
    ),
  'rida.case.assigned.v1': ({ from, to, because }, view) => {
    const { language } = view;
    const name = (user: string) => staffMark(view, user);
    return calm(
      'person',
      eventText[language].assigned,
      html`${from === undefined ? name(to) : fromTo(name(from), name(to))}${
        because !== undefined && html` · ${deskEventText[language].assignedBecause[because]}`
      }`,
    );
  },
  'rida.case.status-changed.v1': ({ from, to }, { language }) =>
    calm('move', eventText[language].status, fromTo(statusLabel[from][language], statusLabel[to][language])),
  'rida.case.resolved.v1': ({ outcome, asks }, { language }) => {
    const w = eventText[language];
    const means = asked.safeParse(asks).data;
    return {
      icon: 'done',
      tone: 'good',
      title: w.resolved,
      detail: html`${w.outcome}: ${outcomeLabel[outcome ?? 'unknown'][language]}${
        means && html` · ${w.resolvedAsks[means]}`
      }`,
    };
  },
  'rida.case.reopened.v1': ({ because }, { language }) => ({
    icon: 'open',
    tone: 'warn',
    title: eventText[language].reopened,
    detail: html`${eventText[language].because[because]}`,
  }),
  'rida.case.restored.v1': ({ reason }, { language }) => ({
    icon: 'open',
    tone: 'good',
    title: eventText[language].restored,
    detail: html`${mailReason(reason, { language })}`,
  }),
  'rida.case.closed.v1': ({ reason, duplicateOf }, { language }) =>
    calm(
      'done',
      eventText[language].closed,
      html`${closingLabel[reason][language]}${
        duplicateOf !== undefined && html` · <a href="/cases/${duplicateOf}">${ltr(duplicateOf)}</a>`
      }`,
    ),
  'rida.sla.warned.v1': clockTier('warned'),
  'rida.sla.breached.v1': clockTier('breached'),
  'rida.case.escalated.v1': ({ level, tell, clock }, { language }) => ({
    icon: 'up',
    tone: 'bad',
    title: eventText[language].escalated,
    detail: html`${clockLabel[clock][language]} · ${eventText[language].level} ${level} · ${
      eventText[language].audience[tell]
    }`,
  }),
  'rida.mail.quarantined.v1': ({ reason }, { language }) => ({
    icon: 'alarm',
    tone: 'warn',
    title: eventText[language].quarantined,
    detail: html`${mailReason(reason, { language })}`,
  }),
  'rida.call.started.v1': called,
  'rida.call.ended.v1': called,
  'rida.call-out.planned.v1': called,
  'rida.call-out.due.v1': called,
  'rida.call-out.attempted.v1': called,
  'rida.call-out.finished.v1': called,
  'rida.survey.invited.v1': (_, { language }) => calm('star', eventText[language].invited),
  'rida.survey.answered.v1': ({ score, late }, { language }) => ({
    icon: 'star',
    tone: score >= 4 ? 'good' : score <= 2 ? 'bad' : 'calm',
    title: eventText[language].answered,
    detail: html`${ltr(`${score} / 5`)} · ${scoreLabel[score as 1][language]}${
      late && html` · ${eventText[language].late}`
    }`,
  }),
  'rida.outcome.answered.v1': ({ finished, corrected, later, unproven }, { language }) => {
    const w = eventText[language];
    const marks = [corrected && w.corrected, later && w.laterAnswer, unproven && w.unprovenAnswer];
    return {
      icon: finished ? 'done' : 'open',
      tone: finished ? 'good' : 'bad',
      title: finished ? w.confirmed : w.contested,
      detail: html`${marks.filter((mark) => typeof mark === 'string').join(' · ')}`,
    };
  },
  'rida.outcome.returned.v1': ({ asks }, { language }) => ({
    icon: 'alarm',
    tone: 'warn',
    title: eventText[language].returned,
    detail: html`${eventText[language].returnedAsks[asks === 'call' ? 'call' : 'none']}`,
  }),
  'rida.outcome.suspected.v1': ({ because }, { language }) => ({
    icon: 'alarm',
    tone: 'warn',
    title: eventText[language].suspected,
    detail: html`${eventText[language].suspectedBecause[because]}`,
  }),
  'rida.call.rated.v1': ({ score }, { language }) => ({
    icon: 'star',
    tone: score >= 4 ? 'good' : score <= 2 ? 'bad' : 'calm',
    title: eventText[language].rated,
    detail: html`${ltr(`${score} / 5`)} · ${scoreLabel[score as 1][language]}`,
  }),
  'rida.call.survey-decided.v1': ({ reason }, { language }) =>
    reason === undefined
      ? calm('star', eventText[language].askedAfterCall)
      : calm('star', eventText[language].suppressed, html`${eventText[language].reasons[reason]}`),
  'rida.recovery.opened.v1': tasked,
  'rida.recovery.attempted.v1': tasked,
  'rida.recovery.ended.v1': tasked,
  'rida.task.assigned.v1': tasked,
  'rida.check.drawn.v1': tasked,
  'rida.check.recorded.v1': tasked,
  'rida.survey.suppressed.v1': ({ reason }, { language }) =>
    calm('star', eventText[language].suppressed, html`${eventText[language].reasons[reason]}`),
};

/** Return the text of an event for the timeline. */
export const eventLine = (event: EventDraft, view: View): EventLine =>
  (speakers[event.type] as Speaker<EventDraft['type']>)(event.data as never, view);
