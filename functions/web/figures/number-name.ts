import { obstacleLabel } from '#shared/domain/investors/obstacle-label.ts';
import type { RowKind } from '#shared/domain/reports/report-table.ts';
import type { Selection } from '#shared/domain/reports/selection.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import { typeLabel } from '../shell/text/labels.ts';
import { textFor } from '../shell/text/text-for.ts';
import type { View } from '../shell/view.ts';
import { rowName } from './row-name.ts';
import { surveyBalanceText } from './survey-balance-text.ts';

/** How a value in the name of a counter is written; `hidden` ones are said by the name of the number. */
type ValueKind = RowKind | 'type' | 'obstacle' | 'subject' | 'survey-channel' | 'hidden';

interface NumberName {
  /** The counter, with the values that the name already says. */
  readonly of: string;
  readonly name: Bilingual;
  /** The kinds of the values after it. Further ones are left out. */
  readonly values?: readonly ValueKind[];
}

/** The numbers outside the tables and the catalogue, the narrower ones first. */
const NUMBERS: readonly NumberName[] = [
  {
    of: 'opened-hour',
    name: { ar: 'معاملات فُتحت في الساعة', en: 'Cases opened in the hour' },
    values: ['hour'],
  },
  { of: 'opened', name: { ar: 'معاملات فُتحت', en: 'Cases opened' }, values: ['channel', 'type'] },
  { of: 'resolved', name: { ar: 'معاملات أُنجزت', en: 'Cases resolved' }, values: ['department'] },
  {
    of: 'outcome',
    name: { ar: 'نتائج المعاملات المنجزة', en: 'Outcomes of resolved cases' },
    values: ['outcome'],
  },
  { of: 'asked', name: { ar: 'لم يُسأل عنها أحد', en: 'Cases about which no beneficiary was asked' } },
  { of: 'retracted', name: { ar: 'تجاوزات سُحبت', en: 'Breaches taken back' }, values: ['clock'] },
  {
    of: 'department-answer',
    name: { ar: 'إجابات الإدارات', en: 'Answers of departments' },
    values: ['hidden', 'department'],
  },
  { of: 'speed|plain', name: { ar: 'معاملات أُنجزت دون تصعيد', en: 'Cases resolved without an escalation' } },
  { of: 'speed', name: { ar: 'معاملات أُنجزت بعد التصعيد', en: 'Cases resolved after an escalation' } },
  {
    of: 'corrected|type',
    name: { ar: 'معاملات صُحّح نوعها', en: 'Cases of a corrected type' },
    values: ['type', 'type'],
  },
  {
    of: 'corrected|category',
    name: { ar: 'معاملات صُحّح تصنيفها', en: 'Cases of a corrected category' },
    values: ['category', 'category'],
  },
  {
    of: 'obstacle',
    name: { ar: 'عوائق المستثمرين', en: 'Obstacles of investors' },
    values: ['department', 'obstacle'],
  },
  {
    of: 'check|closure-audit|checked',
    name: { ar: 'معاملات مغلقة رُوجعت', en: 'Closed cases that were checked' },
  },
  {
    of: 'check|closure-audit',
    name: { ar: 'معاملات مغلقة سُحبت للمراجعة', en: 'Closed cases that were drawn for a check' },
  },
  {
    of: 'check|conversation-review|checked',
    name: { ar: 'محادثات رُوجعت', en: 'Conversations that were reviewed' },
  },
  {
    of: 'check|conversation-review',
    name: { ar: 'محادثات سُحبت للمراجعة', en: 'Conversations that were drawn for a review' },
  },
  { of: 'call|served', name: { ar: 'مكالمات تمت خدمتها', en: 'Calls served' } },
  { of: 'call|abandoned', name: { ar: 'مكالمات أُغلقت قبل الرد', en: 'Calls abandoned while waiting' } },
  { of: 'call|machine', name: { ar: 'مكالمات اكتفت بالخدمة الآلية', en: 'Calls served by the menu alone' } },
  { of: 'call', name: { ar: 'المكالمات', en: 'Calls' } },
  { of: 'call-line', name: { ar: 'المكالمات حسب الخط', en: 'Calls by line' }, values: ['line'] },
  { of: 'call-hour', name: { ar: 'المكالمات حسب الساعة', en: 'Calls by hour' }, values: ['hour'] },
  { of: 'call-transfers', name: { ar: 'مكالمات حُوّلت', en: 'Calls that were transferred' } },
  { of: 'call-callback|kept', name: { ar: 'معاودات اتصال تمّت', en: 'Call-backs that reached the caller' } },
  {
    of: 'call-callback',
    name: { ar: 'معاودات اتصال لم تتم', en: 'Call-backs that did not reach the caller' },
  },
  { of: 'call-message', name: { ar: 'رسائل صوتية', en: 'Voice messages' } },
  { of: 'invited', name: { ar: 'دُعي إلى الاستبيان', en: 'Invited to a survey' }, values: ['mode'] },
  { of: 'suppressed', name: { ar: 'استبيانات لم تُرسل', en: 'Surveys not sent' }, values: ['suppression'] },
  { of: 'survey-eligible', name: { ar: 'استبيانات ممكنة', en: 'Possible surveys' }, values: ['subject'] },
  {
    of: 'survey-sent',
    name: { ar: 'استبيانات مرسلة', en: 'Surveys sent' },
    values: ['subject', 'survey-channel'],
  },
  {
    of: 'survey-suppressed',
    name: { ar: 'استبيانات لم تُرسل', en: 'Surveys not sent' },
    values: ['subject', 'suppression'],
  },
  {
    of: 'loop-opened',
    name: { ar: 'إجابات غير راضية', en: 'Dissatisfied answers' },
    values: ['department'],
  },
  {
    of: 'loop-ended',
    name: { ar: 'نتائج التواصل مع غير الراضين', en: 'Results of the contact with dissatisfied people' },
    values: ['recovery'],
  },
  {
    of: 'loop-about',
    name: { ar: 'إجابات غير راضية عن الخدمات', en: 'Dissatisfied answers about services' },
    values: ['hidden', 'service'],
  },
];

/** Return the words of a value; undefined when it has none, so that no code is shown. */
function valueText(kind: ValueKind, value: string, view: View): string | undefined {
  const { language } = view;
  const w = surveyBalanceText[language];
  const labels: Readonly<Record<string, Bilingual>> = kind === 'type' ? typeLabel : obstacleLabel;
  if (kind === 'hidden') return undefined;
  if (kind === 'type' || kind === 'obstacle')
    return Object.hasOwn(labels, value) ? labels[value]?.[language] : undefined;
  if (kind === 'subject') return textFor(w.subjects, value);
  if (kind === 'survey-channel') return textFor(w.channels, value);
  if (kind === 'suppression' && Object.hasOwn(w.callReasons, value)) return textFor(w.callReasons, value);
  return rowName(kind, value, view);
}

/** Return the name of a number outside the tables and the catalogue; undefined when it has none. */
export function numberName(selection: Selection, view: View): string | undefined {
  const found = NUMBERS.find(({ of }) => selection.every((one) => one === of || one.startsWith(`${of}|`)));
  if (found === undefined) return undefined;
  const given = selection.map((one) => one.slice(found.of.length + 1).split('|'));
  const words = (found.values ?? []).flatMap((kind, at) => {
    const values = new Set(given.map((one) => one[at] ?? ''));
    const [value = ''] = values;
    return values.size === 1 && value !== '' ? (valueText(kind, value, view) ?? []) : [];
  });
  const name = found.name[view.language];
  return words.length === 0 ? name : `${name}: ${words.join(' · ')}`;
}
