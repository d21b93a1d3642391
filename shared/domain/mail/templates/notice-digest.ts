import type { Language, Notice, OverdueWork, Priority } from '#events/vocabulary.ts';
import { type Addressed, greetingOf } from '#shared/domain/people/form-of-address.ts';
import { everyOf } from '../../every-of.ts';
import { PRIORITIES } from '../../sla/policy.ts';
import { durationText } from '../../text/duration-text.ts';
import { formatInstant } from '../../text/format-instant.ts';
import {
  byLanguage,
  type FactRow,
  layOutMail,
  type RenderedMail,
  type Section,
  type SigningCentre,
} from './mail-layout.ts';
import { overdueTables, overdueTitle } from './overdue-section.ts';
import { CLOCK_LABEL, subjectTag } from './terms.ts';

export interface NoticeDigestValues {
  /** The member of staff who reads it, with their name in a language. Missing for an address of many. */
  readonly to?: ((language: Language) => Addressed) | undefined;
  readonly language: Language;
  readonly notices: readonly Notice[];
  /** Number of notices beyond the listed ones. */
  readonly more: number;
  /** The overdue work of the reader. Missing when nothing is overdue. */
  readonly overdue?: OverdueWork | undefined;
  readonly now: number;
  readonly zone: string;
  /** Base address of the console. */
  readonly console: string;
  readonly centre: SigningCentre;
}

type Kind = Notice['kind'];

/** Kinds of notices, the most urgent first. */
const ORDER: readonly Kind[] = everyOf<Kind>()([
  'escalated',
  'breached',
  'quarantined',
  'warned',
  'reopened',
  'message',
  'department-asks-time',
  'department-answered',
  'department-wrote',
  'department-passed-on',
  'mail-failed',
  'handed-back',
  'assigned',
  'resolved',
  'retracted',
]);

const WORDS: Readonly<Record<Language, Readonly<Record<Kind, string>>>> = {
  ar: {
    escalated: 'تصعيد: ما زالت متأخرة',
    breached: 'تجاوزت الموعد',
    quarantined: 'رسالة تحتاج إلى مراجعة',
    warned: 'اقترب موعدها',
    reopened: 'أُعيد فتحها',
    message: 'كتب المستفيد أو اتصل',
    'department-answered': 'أجابت الإدارة',
    'department-wrote': 'كتبت الإدارة من جديد',
    'department-asks-time': 'الإدارة تطلب مهلة',
    'department-passed-on': 'أحالت الإدارة السؤال إلى إدارة أخرى',
    'mail-failed': 'لم تصل رسالتنا',
    'handed-back': 'عادت إلى قائمة الإدارة: غادر من كانت لديه',
    assigned: 'أُسندت إليك',
    resolved: 'أُنجزت',
    retracted: 'سُحب تنبيه التجاوز',
  },
  en: {
    escalated: 'Escalated: still overdue',
    breached: 'Overdue',
    quarantined: 'A mail to look at',
    warned: 'Due soon',
    reopened: 'Reopened',
    message: 'The beneficiary wrote or called',
    'department-answered': 'The department answered',
    'department-wrote': 'The department wrote again',
    'department-asks-time': 'The department asks for more time',
    'department-passed-on': 'The department passed the question on',
    'mail-failed': 'Our mail did not arrive',
    'handed-back': 'Back in your queue: its agent has left',
    assigned: 'Assigned to you',
    resolved: 'Resolved',
    retracted: 'Breach taken back',
  },
};

const FRAME = {
  ar: {
    one: 'معاملة تحتاج إلى متابعتك',
    many: (count: number) => `تنبيهات المعاملات (${count})`,
    more: (count: number) => `والباقي (${count}) في قائمة المعاملات.`,
    open: 'فتح قائمة المعاملات',
    openOverdue: 'فتح قائمة المعاملات المتأخرة',
    openOne: 'فتح المعاملة',
  },
  en: {
    one: 'A case needs your attention',
    many: (count: number) => `Case notices (${count})`,
    more: (count: number) => `And ${count} more; the list of cases shows them.`,
    open: 'Open the list of cases',
    openOverdue: 'Open the list of overdue cases',
    openOne: 'Open the case',
  },
} as const;

const dueAtOf = ({ dueAt }: Notice): number =>
  dueAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(dueAt);

const RANK: readonly Priority[] = PRIORITIES;

const byPressure = (a: Notice, b: Notice): number =>
  ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
  RANK.indexOf(a.priority ?? 'normal') - RANK.indexOf(b.priority ?? 'normal') ||
  Math.sign(dueAtOf(a) - dueAtOf(b)) ||
  0;

function saying(notice: Notice, language: Language, { now, zone }: NoticeDigestValues): string {
  const { kind, clock, dueAt, reason } = notice;
  const parts = [WORDS[language][kind], ...(reason === undefined ? [] : [reason])];
  if (clock) parts.push(CLOCK_LABEL[clock][language]);
  if (dueAt !== undefined) {
    const at = Date.parse(dueAt);
    parts.push(formatInstant(at, language, zone), durationText(at - now, language));
  }
  return parts.join(' · ');
}

/** Return the notice of a digest with a single one. */
const onlyOf = ({ notices, more }: NoticeDigestValues): Notice | undefined =>
  notices.length === 1 && more === 0 ? notices[0] : undefined;

function titleOf(language: Language, values: NoticeDigestValues): string {
  const { notices, more, overdue } = values;
  if (notices.length === 0 && overdue) return overdueTitle(overdue, language);
  return onlyOf(values) ? FRAME[language].one : FRAME[language].many(notices.length + more);
}

function actionOf(language: Language, values: NoticeDigestValues): NonNullable<Section['action']> {
  const { notices, console: home } = values;
  const w = FRAME[language];
  if (notices.length === 0) return { label: w.openOverdue, href: `${home}/cases?due=overdue&sort=due` };
  const only = onlyOf(values);
  return only && !values.overdue
    ? { label: w.openOne, href: `${home}/cases/${only.case}` }
    : { label: w.open, href: `${home}/cases` };
}

function section(language: Language, values: NoticeDigestValues): Section {
  const { to, notices, more, overdue, console: home } = values;
  const facts: FactRow[] = [...notices].sort(byPressure).map((notice) => ({
    label: notice.case,
    value: saying(notice, language, values),
    href: `${home}/cases/${notice.case}`,
  }));
  return {
    language,
    title: titleOf(language, values),
    paragraphs: [...greetingOf(to?.(language), language), ...(more > 0 ? [FRAME[language].more(more)] : [])],
    facts,
    ...(overdue && { tables: overdueTables(overdue, language, values) }),
    action: actionOf(language, values),
  };
}

/** Build the digest of notices for staff. It contains references and no data of beneficiaries. */
export function noticeDigest(values: NoticeDigestValues): RenderedMail {
  const { language } = values;
  const only = onlyOf(values);
  const title = only ? WORDS[language][only.kind] : titleOf(language, values);
  const subject = only ? `${subjectTag(only.case, language)} ${title}` : title;
  return layOutMail(
    { template: 'notice-digest', version: 1, subject },
    byLanguage(language, section('ar', values), section('en', values)),
    values.centre,
  );
}
