import type { EventType } from '#events/registry.ts';
import { html } from '../shell/http/html.ts';
import { clockLabel, priorityLabel, segmentLabel, typeLabel } from '../shell/text/labels.ts';
import { categoryName, departmentName, staffName, type View } from '../shell/view.ts';
import { calm, fromTo, type Speaker, toCase, when } from './event-speech.ts';
import {
  deskEventWords,
  languageLabel,
  meansLabel,
  preferenceLabel,
  relationLabel,
} from './text/desk-event-text.ts';

type DeskEvent = Extract<
  EventType,
  | `rida.case.${'reclassified' | 'unassigned' | 'merged' | 'unmerged' | 'linked' | 'unlinked' | 'split'}.v1`
  | `rida.case.${'watched' | 'unwatched' | 'retimed' | 'erased'}.v1`
  | `rida.${'promise' | 'department' | 'contact' | 'beneficiary' | 'agent' | 'notices'}.${string}.v1`
  | 'rida.sla.retracted.v1'
>;

type Change = Parameters<Speaker<'rida.case.reclassified.v1'>>[0]['changes'][number];

/** A value of a field in words; one that the settings no longer know is shown as it is. */
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

/** How the events of desk work read: from what to what, in the language of the page. */
export const deskSpeakers: { readonly [T in DeskEvent]: Speaker<T> } = {
  'rida.case.reclassified.v1': ({ changes }, view) =>
    calm(
      'note',
      deskEventWords[view.language].reclassified,
      html`${changes.map(
        (change, at) =>
          html`${at > 0 && ' · '}${deskEventWords[view.language].field[change.field]}: ${fromTo(
            valueName(change, change.from, view),
            valueName(change, change.to, view),
          )}`,
      )}`,
    ),
  'rida.case.unassigned.v1': ({ from, because }, view) => {
    const w = deskEventWords[view.language];
    return calm('person', w.unassigned, html`<bdi>${staffName(view, from)}</bdi> · ${w.handedBack[because]}`);
  },
  'rida.case.merged.v1': ({ into }, { language }) =>
    calm('move', deskEventWords[language].merged, toCase(into)),
  'rida.case.unmerged.v1': ({ from }, { language }) =>
    calm('move', deskEventWords[language].unmerged, toCase(from)),
  'rida.case.linked.v1': ({ to, as }, { language }) =>
    calm('open', deskEventWords[language].linked, html`${toCase(to)} · ${relationLabel[as][language]}`),
  'rida.case.unlinked.v1': ({ to, as }, { language }) =>
    calm('none', deskEventWords[language].unlinked, html`${toCase(to)} · ${relationLabel[as][language]}`),
  'rida.case.split.v1': ({ category }, view) =>
    calm('move', deskEventWords[view.language].split, html`${categoryName(view, category)}`),
  'rida.case.watched.v1': ({ user }, view) =>
    calm('person', deskEventWords[view.language].watched, html`<bdi>${staffName(view, user)}</bdi>`),
  'rida.case.unwatched.v1': ({ user }, view) =>
    calm('person', deskEventWords[view.language].unwatched, html`<bdi>${staffName(view, user)}</bdi>`),
  'rida.case.retimed.v1': ({ changes }, { language }) => {
    const w = deskEventWords[language];
    const said = (iso: string | undefined): string =>
      iso === undefined ? w.noDeadline : when(iso, language);
    return calm(
      'clock',
      w.retimed,
      html`${changes.map(
        ({ clock, from, to }, at) =>
          html`${at > 0 && ' · '}${clockLabel[clock][language]}: ${fromTo(said(from), said(to))}`,
      )}`,
    );
  },
  'rida.case.erased.v1': ({ because }, { language }) =>
    calm('shield', deskEventWords[language].erased, html`${deskEventWords[language].erasedBecause[because]}`),
  'rida.promise.made.v1': ({ from, dueAt }, { language }) => {
    const until = when(dueAt, language);
    return calm(
      'clock',
      deskEventWords[language].promised,
      from === undefined ? html`${until}` : fromTo(when(from, language), until),
    );
  },
  'rida.promise.ended.v1': ({ outcome, dueAt }, { language }) => ({
    icon: 'done',
    tone: outcome === 'kept' ? 'good' : outcome === 'late' ? 'bad' : 'calm',
    title: deskEventWords[language].promiseEnded[outcome],
    detail: html`${when(dueAt, language)}`,
  }),
  'rida.department.asked.v1': ({ department, dueAt }, view) =>
    calm(
      'move',
      deskEventWords[view.language].asked,
      html`${departmentName(view, department)} · ${when(dueAt, view.language)}`,
    ),
  'rida.department.answered.v1': ({ department, late }, view) => {
    const w = deskEventWords[view.language];
    return {
      icon: 'reply',
      tone: late ? 'warn' : 'good',
      title: w.answered,
      detail: html`${departmentName(view, department)}${late && html` · ${w.lateAnswer}`}`,
    };
  },
  'rida.department.request-withdrawn.v1': ({ department }, view) =>
    calm('none', deskEventWords[view.language].requestWithdrawn, html`${departmentName(view, department)}`),
  'rida.contact.logged.v1': ({ means }, { language }) =>
    calm('phone', deskEventWords[language].contacted, html`${meansLabel[means][language]}`),
  'rida.sla.retracted.v1': ({ clock, dueAt }, { language }) => ({
    icon: 'done',
    tone: 'good',
    title: deskEventWords[language].retracted,
    detail: html`${clockLabel[clock][language]} · ${when(dueAt, language)}`,
  }),
  'rida.beneficiary.joined.v1': (_, { language }) => calm('person', deskEventWords[language].joined),
  'rida.beneficiary.parted.v1': (_, { language }) => calm('person', deskEventWords[language].parted),
  'rida.beneficiary.preferences-changed.v1': ({ changes }, { language }) => {
    const w = deskEventWords[language];
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
    calm('shield', deskEventWords[language].verified, html`${deskEventWords[language].verifiedBy[means]}`),
  'rida.beneficiary.erased.v1': (_, { language }) => calm('shield', deskEventWords[language].personErased),
  'rida.agent.absent.v1': ({ until, handOverTo }, { language }) =>
    calm(
      'pause',
      deskEventWords[language].absent,
      html`${until !== undefined && when(until, language)}${handOverTo !== undefined && html` · <bdi>${handOverTo}</bdi>`}`,
    ),
  'rida.agent.returned.v1': (_, { language }) => calm('person', deskEventWords[language].returned),
  'rida.notices.due.v1': (_, { language }) => calm('mail', deskEventWords[language].notices),
};
