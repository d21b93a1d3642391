import type { EventType } from '#events/registry.ts';
import { ltr } from '../shell/badges.ts';
import { type Html, html } from '../shell/http/html.ts';
import { clockLabel, priorityLabel, segmentLabel, typeLabel } from '../shell/text/labels.ts';
import { categoryName, departmentName, serviceName, staffName, type View } from '../shell/view.ts';
import { calm, fromTo, type Speaker, toCase, when } from './event-speech.ts';
import {
  deskEventText,
  extensionGroundLabel,
  languageLabel,
  meansLabel,
  preferenceLabel,
  relationLabel,
} from './text/desk-event-text.ts';

type DeskEvent = Extract<
  EventType,
  | 'rida.case.corrected.v1'
  | `rida.case.${'reclassified' | 'unassigned' | 'merged' | 'unmerged' | 'linked' | 'unlinked' | 'split'}.v1`
  | `rida.case.${'watched' | 'unwatched' | 'retimed' | 'erased' | 'handed-over' | 'returned' | 'extended'}.v1`
  | `rida.${'promise' | 'department' | 'contact' | 'beneficiary' | 'agent' | 'notices'}.${string}.v1`
  | 'rida.sla.retracted.v1'
>;

type Change = Parameters<Speaker<'rida.case.reclassified.v1'>>[0]['changes'][number];

/** Return the label of a field's value, or the value itself when the settings no longer contain it. */
function valueName({ field }: Change, value: string, view: View): string {
  const { language } = view;
  if (field === 'category') return categoryName(view, value);
  if (field === 'department') return departmentName(view, value);
  const labels: Readonly<Record<string, { ar: string; en: string }>> = {
    ...(field === 'type' && typeLabel),
    ...(field === 'priority' && priorityLabel),
    ...(field === 'segment' && segmentLabel),
    ...(field === 'language' && languageLabel),
  };
  return labels[value]?.[language] ?? value;
}

/** The text of each event of desk work: the old and the new value, in the language of the page. */
export const deskSpeakers: { readonly [T in DeskEvent]: Speaker<T> } = {
  'rida.case.reclassified.v1': ({ changes }, view) =>
    calm(
      'note',
      deskEventText[view.language].reclassified,
      html`${changes.map(
        (change, at) =>
          html`${at > 0 && ' · '}${deskEventText[view.language].field[change.field]}: ${fromTo(
            valueName(change, change.from, view),
            valueName(change, change.to, view),
          )}`,
      )}`,
    ),
  'rida.case.corrected.v1': ({ changes }, view) => {
    const w = deskEventText[view.language];
    const [{ field, from, to } = {}] = changes;
    if (field === 'service' && from !== undefined && from === to)
      return calm('note', w.serviceConfirmed, html`${serviceName(view, from)}`);
    const names = changes.map(({ field }) => w.facts[field]);
    return calm('note', w.corrected, html`${names.join(view.language === 'ar' ? '، ' : ', ')}`);
  },
  'rida.case.unassigned.v1': ({ from, because }, view) => {
    const w = deskEventText[view.language];
    return calm('person', w.unassigned, html`<bdi>${staffName(view, from)}</bdi> · ${w.handedBack[because]}`);
  },
  'rida.case.merged.v1': ({ into }, { language }) =>
    calm('move', deskEventText[language].merged, toCase(into)),
  'rida.case.unmerged.v1': ({ from }, { language }) =>
    calm('move', deskEventText[language].unmerged, toCase(from)),
  'rida.case.linked.v1': ({ to, as }, { language }) =>
    calm('open', deskEventText[language].linked, html`${toCase(to)} · ${relationLabel[as][language]}`),
  'rida.case.unlinked.v1': ({ to, as }, { language }) =>
    calm('none', deskEventText[language].unlinked, html`${toCase(to)} · ${relationLabel[as][language]}`),
  'rida.case.split.v1': ({ category }, view) =>
    calm('move', deskEventText[view.language].split, html`${categoryName(view, category)}`),
  'rida.case.watched.v1': ({ user }, view) =>
    calm('person', deskEventText[view.language].watched, html`<bdi>${staffName(view, user)}</bdi>`),
  'rida.case.unwatched.v1': ({ user }, view) =>
    calm('person', deskEventText[view.language].unwatched, html`<bdi>${staffName(view, user)}</bdi>`),
  'rida.case.retimed.v1': ({ changes }, { language, now }) => {
    const w = deskEventText[language];
    const instantText = (iso: string | undefined): Html | string =>
      iso === undefined ? w.noDeadline : when(iso, { language, now });
    return calm(
      'clock',
      w.retimed,
      html`${changes.map(
        ({ clock, from, to }, at) =>
          html`${at > 0 && ' · '}${clockLabel[clock][language]}: ${fromTo(instantText(from), instantText(to))}`,
      )}`,
    );
  },
  'rida.case.erased.v1': ({ because }, { language }) =>
    calm('shield', deskEventText[language].erased, html`${deskEventText[language].erasedBecause[because]}`),
  'rida.promise.made.v1': ({ from, dueAt }, { language, now }) => {
    const until = when(dueAt, { language, now });
    return calm(
      'clock',
      deskEventText[language].promised,
      from === undefined ? until : fromTo(when(from, { language, now }), until),
    );
  },
  'rida.promise.ended.v1': ({ outcome, dueAt }, { language, now }) => ({
    icon: 'done',
    tone: outcome === 'kept' ? 'good' : outcome === 'late' ? 'bad' : 'calm',
    title: deskEventText[language].promiseEnded[outcome],
    detail: html`${when(dueAt, { language, now })}`,
  }),
  'rida.department.asked.v1': ({ department, dueAt }, view) =>
    calm(
      'move',
      deskEventText[view.language].asked,
      html`${departmentName(view, department)} · ${when(dueAt, view)}`,
    ),
  'rida.case.handed-over.v1': ({ holder, number, until }, view) =>
    calm(
      'move',
      deskEventText[view.language].heldOutside,
      html`<bdi>${holder}</bdi>${number !== undefined && html` · ${ltr(number)}`} · ${when(until, view)}`,
    ),
  'rida.case.returned.v1': ({ holder }, { language }) =>
    calm('reply', deskEventText[language].backFromOutside, html`<bdi>${holder}</bdi>`),
  'rida.case.extended.v1': ({ because, from, until, informedBy }, view) => {
    const { language } = view;
    const w = deskEventText[language];
    return calm(
      'clock',
      w.periodExtended,
      html`${fromTo(when(from, view), when(until, view))} · ${extensionGroundLabel[because][language]}${
        informedBy !== undefined && html` · ${w.personInformed} ${meansLabel[informedBy][language]}`
      }`,
    );
  },
  'rida.department.answered.v1': ({ department, late, extended }, view) => {
    const w = deskEventText[view.language];
    return {
      icon: 'reply',
      tone: late ? 'warn' : 'good',
      title: w.answered,
      detail: html`${departmentName(view, department)}${late && html` · ${w.lateAnswer}`}${
        extended && html` · ${w.withinExtension}`
      }`,
    };
  },
  'rida.department.wrote.v1': ({ department, because }, view) => {
    const w = deskEventText[view.language];
    return {
      icon: 'reply',
      tone: 'warn',
      title: w.wrote,
      detail: html`${departmentName(view, department)} · ${w.wroteBecause[because]}`,
    };
  },
  'rida.department.time-asked.v1': ({ department, until }, view) => ({
    icon: 'clock',
    tone: 'warn',
    title: deskEventText[view.language].timeAsked,
    detail: html`${departmentName(view, department)} · ${when(until, view)}`,
  }),
  'rida.department.time-decided.v1': ({ department, granted, dueAt }, view) => {
    const w = deskEventText[view.language];
    return calm(
      'clock',
      granted ? w.timeGranted : w.timeRefused,
      html`${departmentName(view, department)} · ${when(dueAt, view)}`,
    );
  },
  'rida.department.passed-on.v1': ({ department, to }, view) =>
    calm(
      'move',
      deskEventText[view.language].passedOn,
      fromTo(departmentName(view, department), departmentName(view, to)),
    ),
  'rida.department.reminder-due.v1': ({ department, dueAt }, view) =>
    calm(
      'mail',
      deskEventText[view.language].departmentReminded,
      html`${departmentName(view, department)} · ${when(dueAt, view)}`,
    ),
  'rida.department.request-withdrawn.v1': ({ department }, view) =>
    calm('none', deskEventText[view.language].requestWithdrawn, html`${departmentName(view, department)}`),
  'rida.contact.logged.v1': ({ means }, { language }) =>
    calm('phone', deskEventText[language].contacted, html`${meansLabel[means][language]}`),
  'rida.sla.retracted.v1': ({ clock, dueAt }, { language, now }) => ({
    icon: 'done',
    tone: 'good',
    title: deskEventText[language].retracted,
    detail: html`${clockLabel[clock][language]} · ${when(dueAt, { language, now })}`,
  }),
  'rida.beneficiary.joined.v1': (_, { language }) => calm('person', deskEventText[language].joined),
  'rida.beneficiary.parted.v1': (_, { language }) => calm('person', deskEventText[language].parted),
  'rida.beneficiary.preferences-changed.v1': ({ changes }, { language }) => {
    const w = deskEventText[language];
    return calm(
      'person',
      w.preferences,
      html`${changes.map(
        ({ preference, to }, at) =>
          html`${at > 0 && ' · '}${to ? w.preferenceOn : w.preferenceOff} ${preferenceLabel[preference][language]}`,
      )}`,
    );
  },
  'rida.beneficiary.verified.v1': ({ means }, { language }) =>
    calm('shield', deskEventText[language].verified, html`${deskEventText[language].verifiedBy[means]}`),
  'rida.beneficiary.erased.v1': (_, { language }) => calm('shield', deskEventText[language].personErased),
  'rida.agent.absent.v1': ({ until, handOverTo }, view) =>
    calm(
      'pause',
      deskEventText[view.language].absent,
      html`${until !== undefined && when(until, view)}${
        handOverTo !== undefined && html` · <bdi>${staffName(view, handOverTo)}</bdi>`
      }`,
    ),
  'rida.agent.returned.v1': (_, { language }) => calm('person', deskEventText[language].returned),
  'rida.agent.listed.v1': (_, { language }) => calm('person', deskEventText[language].listed),
  'rida.agent.removed.v1': (_, { language }) => calm('person', deskEventText[language].removed),
  'rida.agent.cases-moved.v1': ({ moved }, { language }) =>
    calm('move', deskEventText[language].casesMoved, html`${moved}`),
  'rida.notices.due.v1': (_, { language }) => calm('mail', deskEventText[language].notices),
};
