import type { Language } from '#events/vocabulary.ts';
import { CATALOGUE, type MeasureId } from '#shared/domain/reports/catalogue.ts';
import type { Claim, Silence } from '#shared/domain/reports/claims.ts';
import type { Trend } from '#shared/domain/reports/trend.ts';
import { departmentName, type View } from '../shell/view.ts';
import { numberText } from './value-text.ts';

const ar = {
  rose: 'ارتفع',
  fell: 'انخفض',
  better: 'تحسّن يتجاوز هامش الخطأ',
  worse: 'تراجع يتجاوز هامش الخطأ',
  changed: 'تغيّر يتجاوز هامش الخطأ',
  withinChance: 'لا يتجاوز الفرق هامش الخطأ',
  aDay: 'في اليوم',
  moved: (name: string, verb: string, before: string, now: string) =>
    `${name}: ${verb} من ${before} إلى ${now}`,
  mainly: (department: string) => `، وأكثره في ${department}`,
  against: {
    worse: (day: string) => `، لكن الأسابيع أسوأ من المعتاد منذ ${day}`,
    better: (day: string) => `، لكن الأسابيع أفضل من المعتاد منذ ${day}`,
    changed: (day: string) => `، لكن الأسابيع تختلف عن المعتاد منذ ${day}`,
  },
  because: {
    'no-value': 'لا قيمة في إحدى الفترتين',
    'no-interval': 'متوسط لا يُحسب له هامش خطأ، فلا حكم',
    'too-few': 'الأعداد أقل من أن يُبنى عليها حكم',
    'missing-days': 'أيام لم تُحسب في إحدى الفترتين',
    'changed-definition': 'تغيّر تعريف المؤشر بين الفترتين',
    'different-hours': 'ساعات العمل مختلفة بين الفترتين، فلا مقارنة',
    'different-asking': 'اختلفت نسبة من سُئلوا بين الفترتين، فلا مقارنة',
    mix: 'الفرق من اختلاف نصيب الإدارات، لا من أدائها',
    'few-days': 'الفرق من أيام قليلة غير معتادة',
    'usual-weeks': 'تختلف الأسابيع بهذا القدر عادة، فلا حكم',
  } satisfies Record<Silence, string>,
};

const en: typeof ar = {
  rose: 'rose',
  fell: 'fell',
  better: 'better, beyond chance',
  worse: 'worse, beyond chance',
  changed: 'changed, beyond chance',
  withinChance: 'within chance',
  aDay: 'a day',
  moved: (name, verb, before, now) => `${name}: ${verb} from ${before} to ${now}`,
  mainly: (department) => `, mainly in ${department}`,
  against: {
    worse: (day) => `, but week by week worse than usual since ${day}`,
    better: (day) => `, but week by week better than usual since ${day}`,
    changed: (day) => `, but week by week different from usual since ${day}`,
  },
  because: {
    'no-value': 'no value in one of the periods',
    'no-interval': 'a mean without a margin of error, so nothing is said',
    'too-few': 'too few to judge by',
    'missing-days': 'days are missing in one of the periods',
    'changed-definition': 'the definition changed between the periods',
    'different-hours': 'the working hours differ, so the periods are not compared',
    'different-asking': 'people were asked more or less often, so the periods are not compared',
    mix: 'the shares of the departments changed, not their work',
    'few-days': 'the difference comes from a few unusual days',
    'usual-weeks': 'weeks usually differ as much, so nothing is said',
  },
};

const texts: Readonly<Record<Language, typeof ar>> = { ar, en };

/** Return the verdict of a claim in a few words, for a table. */
export function verdictText(claim: Claim, language: Language): string {
  const w = texts[language];
  if (claim.says === 'nothing') return w.because[claim.because];
  if (claim.says === 'within-chance') return w.withinChance;
  return claim.isBetter === null ? w.changed : claim.isBetter ? w.better : w.worse;
}

/** Return the words about weeks that say something else than a claim. */
function againstText(trend: Trend | undefined, language: Language): string {
  if (trend?.since === undefined || trend.says === 'usual' || trend.says === 'too-few') return '';
  return texts[language].against[trend.says](`\u2066${trend.since.day}\u2069`);
}

/**
 * Return the sentence of a claim, which names the direction only when the data carry it. When the claim has no
 * direction and the weeks of the measure have, it says so.
 */
export function claimSentence(
  id: MeasureId,
  claim: Claim,
  view: Pick<View, 'rules' | 'language'>,
  trend?: Trend,
): string {
  const { language } = view;
  const w = texts[language];
  const { name, unit } = CATALOGUE[id];
  if (claim.says === 'nothing' || claim.says === 'within-chance')
    return `${name[language]}: ${verdictText(claim, language)}${againstText(trend, language)}.`;
  const rate = unit === 'count' ? ` ${w.aDay}` : '';
  const value = (of: number) =>
    `${numberText(unit === 'count' ? Math.round(of * 10) / 10 : of, unit, view)}${rate}`;
  const mainly = claim.mainly === undefined ? '' : w.mainly(departmentName(view, claim.mainly));
  const moved = w.moved(name[language], w[claim.says], value(claim.before), value(claim.now));
  return `${moved}${mainly}${againstText(claim.against, language)}.`;
}
