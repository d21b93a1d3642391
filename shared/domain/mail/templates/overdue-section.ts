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
    standing: (count: number) =>
      count === 1
        ? 'يصلك هذا التذكير كل يوم عمل حتى تُنجز المعاملة أو يُعدَّل موعدها.'
        : 'يصلك هذا التذكير كل يوم عمل حتى تُنجز هذه المعاملات أو تُعدَّل مواعيدها.',
    partial: 'وقد يكون العدد أكبر من ذلك.',
    others: (count: number) => `وهناك ${count} غيرها، وهي في قائمة المعاملات المتأخرة.`,
  },
  en: {
    age: (days: number) => `${days} days or more`,
    cases: (count: number) => (count === 1 ? '1 case' : `${count} cases`),
    standing: (count: number) =>
      count === 1
        ? 'You get this reminder each working day until the case is resolved or its deadline moves.'
        : 'You get this reminder each working day until these cases are resolved or their deadlines move.',
    partial: 'There may be more than these.',
    others: (count: number) => `And ${count} more; the list of overdue cases shows them.`,
  },
} as const;

/** Return how many cases are overdue, in words: «معاملتان متأخرتان عن موعدهما». */
export function overdueTitle({ count }: OverdueWork, language: Language): string {
  if (language === 'ar') return plural(count, OVERDUE_CASES);
  return count === 1 ? '1 overdue case' : `${count} overdue cases`;
}

/** Build the tables of overdue work: the numbers by age, then the oldest cases. */
export function overdueTables(
  overdue: OverdueWork,
  language: Language,
  { now, zone, console: home }: { readonly now: number; readonly zone: string; readonly console: string },
): readonly FactTable[] {
  const words = WORDS[language];
  const { byAge, oldest, count, isPartial } = overdue;
  const ages: FactRow[] = byAge.map((group) => ({
    label: AGE[group.days]?.[language] ?? words.age(group.days),
    value: words.cases(group.count),
  }));
  const named: FactRow[] = oldest.map(({ case: reference, dueAt }) => {
    const at = Date.parse(dueAt);
    return {
      label: reference,
      value: `${durationText(at - now, language)} · ${formatInstant(at, language, zone)}`,
      href: `${home}/cases/${reference}`,
    };
  });
  const beyond = count - oldest.length;
  const notes = [
    ...(isPartial ? [words.partial] : []),
    words.standing(count),
    ...(beyond > 0 ? [words.others(beyond)] : []),
  ];
  return [
    { title: overdueTitle(overdue, language), paragraphs: [], facts: ages },
    { paragraphs: notes, facts: named },
  ];
}
