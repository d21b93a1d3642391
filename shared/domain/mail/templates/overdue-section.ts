import type { TaskKind } from '#events/task-vocabulary.ts';
import type { Language, OverdueWork } from '#events/vocabulary.ts';
import { durationText } from '../../text/duration-text.ts';
import { formatInstant } from '../../text/format-instant.ts';
import { COUNTED, plural } from '../../text/plural.ts';
import type { FactRow, FactTable } from './mail-layout.ts';

const OVERDUE_CASES = {
  zero: 'لا معاملات متأخرة',
  one: 'معاملة واحدة متأخرة عن موعدها',
  two: 'معاملتان متأخرتان عن موعدهما',
  few: '# معاملات متأخرة عن موعدها',
  many: '# معاملة متأخرة عن موعدها',
  other: '# معاملة متأخرة عن موعدها',
} as const;

/** Cases and tasks together. */
const OVERDUE_WORK = {
  zero: 'لا أعمال متأخرة',
  one: 'عمل واحد متأخر عن موعده',
  two: 'عملان متأخران عن موعدهما',
  few: '# أعمال متأخرة عن موعدها',
  many: '# عملًا متأخرًا عن موعده',
  other: '# عمل متأخر عن موعده',
} as const;

const WORK = {
  zero: 'لا أعمال',
  one: 'عمل واحد',
  two: 'عملان',
  few: '# أعمال',
  many: '# عملًا',
  other: '# عمل',
} as const;

/** The tasks of staff beside cases. */
const TASK: Readonly<Record<TaskKind, Readonly<Record<Language, string>>>> = {
  recovery: { ar: 'التواصل بشأن إجابة غير راضية', en: 'Contact with a dissatisfied person' },
  'closure-audit': { ar: 'مراجعة معاملة مغلقة', en: 'Check of a closed case' },
  'conversation-review': { ar: 'مراجعة محادثة', en: 'Review of a conversation' },
};

/** The page of a piece of work. */
const pathOf = ({ case: id, kind }: OverdueWork['oldest'][number]): string =>
  kind === undefined ? `/cases/${id}` : `/quality/${kind}/${id}`;

/** The names of the groups of overdue work, by the least age in days. */
const AGE: Readonly<Record<number, Readonly<Record<Language, string>>>> = {
  28: { ar: 'أربعة أسابيع فأكثر', en: 'Four weeks or more' },
  14: { ar: 'من أسبوعين إلى أربعة أسابيع', en: 'Two to four weeks' },
  7: { ar: 'من أسبوع إلى أسبوعين', en: 'One to two weeks' },
  1: { ar: 'من يوم إلى أسبوع', en: 'One day to one week' },
  0: { ar: 'أقل من يوم', en: 'Less than one day' },
};

const WORDS = {
  ar: {
    age: (days: number) => `منذ ${plural(days, COUNTED.days)}`,
    cases: (count: number) => plural(count, COUNTED.cases),
    work: (count: number) => plural(count, WORK),
    standing: (count: number) =>
      count === 1
        ? 'يصلك هذا التذكير كل يوم عمل حتى تُنجز المعاملة أو يُعدَّل موعدها.'
        : 'يصلك هذا التذكير كل يوم عمل حتى تُنجز هذه المعاملات أو تُعدَّل مواعيدها.',
    standingWork: 'يصلك هذا التذكير كل يوم عمل حتى يُنجز ما تأخر أو يُعدَّل موعده.',
    partial: 'وقد يكون العدد أكبر من ذلك.',
    others: (count: number) => `وهناك أيضًا ${plural(count, COUNTED.cases)} في قائمة المعاملات المتأخرة.`,
    otherWork: (count: number) => `وهناك أيضًا ${plural(count, WORK)} في قائمة العمل المتأخر.`,
  },
  en: {
    age: (days: number) => `${days} days or more`,
    cases: (count: number) => (count === 1 ? '1 case' : `${count} cases`),
    work: (count: number) => (count === 1 ? '1 piece of work' : `${count} pieces of work`),
    standing: (count: number) =>
      count === 1
        ? 'You get this reminder each working day until the case is resolved or its deadline moves.'
        : 'You get this reminder each working day until these cases are resolved or their deadlines move.',
    standingWork: 'You get this reminder each working day until this work is done or its deadlines move.',
    partial: 'There may be more than these.',
    others: (count: number) => `And ${count} more; the list of overdue cases shows them.`,
    otherWork: (count: number) => `And ${count} more; the list of overdue work shows them.`,
  },
} as const;

/** Return how much is overdue, in words: «معاملتان متأخرتان عن موعدهما». */
export function overdueTitle({ count, tasks }: OverdueWork, language: Language): string {
  if (tasks !== undefined) {
    if (language === 'ar') return plural(count, OVERDUE_WORK);
    return count === 1 ? '1 overdue piece of work' : `${count} overdue pieces of work`;
  }
  if (language === 'ar') return plural(count, OVERDUE_CASES);
  return count === 1 ? '1 overdue case' : `${count} overdue cases`;
}

/** Build the tables of overdue work: the numbers by age, then the oldest pieces. */
export function overdueTables(
  overdue: OverdueWork,
  language: Language,
  { now, zone, console: home }: { readonly now: number; readonly zone: string; readonly console: string },
): readonly FactTable[] {
  const words = WORDS[language];
  const { byAge, oldest, count, tasks, isPartial } = overdue;
  const isMixed = tasks !== undefined;
  const ages: FactRow[] = byAge.map((group) => ({
    label: AGE[group.days]?.[language] ?? words.age(group.days),
    value: isMixed ? words.work(group.count) : words.cases(group.count),
  }));
  const named: FactRow[] = oldest.map((piece) => {
    const at = Date.parse(piece.dueAt);
    return {
      label: piece.kind === undefined ? piece.case : TASK[piece.kind][language],
      value: `${durationText(at - now, language)} · ${formatInstant(at, language, zone)}`,
      href: `${home}${pathOf(piece)}`,
    };
  });
  const beyond = count - oldest.length;
  const notes = [
    ...(isPartial ? [words.partial] : []),
    isMixed ? words.standingWork : words.standing(count),
    ...(beyond > 0 ? [isMixed ? words.otherWork(beyond) : words.others(beyond)] : []),
  ];
  return [
    { title: overdueTitle(overdue, language), paragraphs: [], facts: ages },
    { paragraphs: notes, facts: named },
  ];
}
