import type { Language } from '#events/vocabulary.ts';
import type { Owner } from '#shared/domain/reports/measure-entry.ts';
import type { Comparison } from '#shared/domain/reports/period.ts';
import type { Trend } from '#shared/domain/reports/trend.ts';
import type { ControlRule } from '#shared/domain/statistics/control-chart.ts';
import { COUNTED, plural } from '#shared/domain/text/plural.ts';

const WEEKS = {
  ...{ zero: '0 أسبوع', one: 'أسبوع واحد', two: 'أسبوعين' },
  ...{ few: '# أسابيع', many: '# أسبوعًا', other: '# أسبوع' },
};

const ar = {
  answers: 'خلاصة الوضع',
  worse: 'ما الذي تراجع؟',
  nothingWorse: 'لا تراجع يتجاوز الصدفة',
  notYet: 'لا يُحكم بعد',
  chance: 'هل هو صدفة؟',
  isChance: 'ما بقي من التغير ضمن ما تُحدثه الصدفة',
  isNoChance: 'لا، فقد خرج عن حدود الصدفة',
  tooEarly: (weeks: number) =>
    weeks === 0
      ? 'لا يُحكم بعد: لم يكتمل أسبوع من القياس'
      : `لا يُحكم بعد: القياس من ${plural(weeks, WEEKS)} فقط`,
  where: 'أين؟',
  nowhere: 'لا إدارة تختلف عن غيرها بما يتجاوز الصدفة',
  notComparable: 'لا يكفي عدد المعاملات للمقارنة بين الإدارات',
  since: 'منذ متى؟',
  always: 'لا تغيّر يُؤرَّخ',
  waiting: 'ما الأطول انتظارًا؟',
  nothingWaits: 'لا معاملة مفتوحة',
  oldest: (days: number) =>
    days === 0 ? 'معاملة فُتحت اليوم' : `معاملة فُتحت قبل ${plural(days, COUNTED.days)}`,
  olderThanMonth: (count: number) => `وأقدم من 30 يومًا: ${plural(count, COUNTED.cases)}`,
  titles: { received: 'الوارد', resolved: 'المنجز', resolution: 'في الموعد', satisfiedMail: 'الرضا' },
  says: {
    better: 'تحسّن يتجاوز الصدفة',
    worse: 'تراجع يتجاوز الصدفة',
    changed: 'تغيّر يتجاوز الصدفة',
    usual: 'آخر أسبوع ضمن المعتاد',
    'too-few': 'الأسابيع أقل من أن يُحكم بها',
  } satisfies Record<Trend['says'], string>,
  sinceDay: (day: string) => `منذ ${day}`,
  rules: {
    outside: 'أسبوع تجاوز حدود الصدفة',
    shift: 'سبعة أسابيع متتالية أو أكثر في جهة واحدة من المتوسط',
    trend: 'سبعة أسابيع متتالية أو أكثر في اتجاه واحد',
    'two-of-three': 'أسبوعان من ثلاثة متتالية قرب حدود الصدفة',
  } satisfies Record<ControlRule, string>,
  against: {
    before: 'مقارنةً بالفترة السابقة',
    'last-year': 'مقارنةً بالفترة نفسها من العام الماضي',
  } satisfies Record<Exclude<Comparison, 'none'>, string>,
  provisional: 'حدود مبدئية حتى تكتمل 12 أسبوعًا',
  weekly: 'أسبوعًا بأسبوع',
  weekUntil: 'الأسبوع حتى',
  limits: 'حدود الصدفة',
  mean: 'المتوسط',
  balance: 'مجموع الأجزاء يساوي الوارد دائمًا.',
  responded: (answers: number, invited: number) => `أجاب ${answers} من ${invited} دُعوا`,
  reasons: 'لماذا لم يُسألوا',
  backlog: 'المعاملات المفتوحة حسب عمرها',
  backlogOpen: 'مفتوحة الآن',
  backlogThen: (day: string) => `كانت مفتوحة في نهاية ${day}، ولا قائمة لما مضى`,
  backlogSince: (day: string) => `تُحسب المعاملات المفتوحة منذ ${day}.`,
  toList: 'عرضها في قائمة العمل',
  age: { single: (days: number) => plural(days, COUNTED.days) },
  ageRange: (from: number, to: number) => `من ${from} إلى ${to} يومًا`,
  ageUpTo: 'يوم أو أقل',
  ageOver: (from: number) => `${from} يومًا فأكثر`,
  funnel: 'الإدارات: الإنجاز في موعده',
  funnelHint:
    'كل نقطة إدارة: كلما زادت معاملاتها ابتعدت عن البداية. وما بين الخطين لا يختلف عن متوسط المركز إلا بالصدفة، ' +
    'فلا ترتيب للإدارات.',
  above: 'أعلى من الحدود',
  below: 'أدنى من الحدود',
  inside: 'ضمن الحدود',
  position: 'موضعه',
  heat: 'متى تُفتح المعاملات: اليوم والساعة',
  weekday: 'اليوم',
  definitions: 'تعريفات المؤشرات',
  definition: 'التعريف',
  formula: 'طريقة الحساب',
  owner: 'جهة المتابعة',
  owners: {
    desk: 'معالجة المعاملات',
    departments: 'الإدارات',
    telephone: 'الهاتف',
    satisfaction: 'قياس الرضا',
  } satisfies Record<Owner, string>,
};

const en: typeof ar = {
  answers: 'The situation in short',
  worse: 'What got worse?',
  nothingWorse: 'Nothing beyond chance',
  notYet: 'Too early to say',
  chance: 'Is it chance?',
  isChance: 'All changes are within chance',
  isNoChance: 'No: it is outside the limits of chance',
  tooEarly: (weeks) =>
    weeks === 0
      ? 'Too early to say: no whole week is measured'
      : `Too early to say: ${weeks} ${weeks === 1 ? 'week' : 'weeks'} of measurement`,
  where: 'Where?',
  nowhere: 'No department differs from the others beyond chance',
  notComparable: 'Too few cases to compare departments',
  since: 'Since when?',
  always: 'No change to date',
  waiting: 'What waits longest?',
  nothingWaits: 'No case is open',
  oldest: (days) =>
    days === 0 ? 'A case opened today' : `A case opened ${days} ${days === 1 ? 'day' : 'days'} ago`,
  olderThanMonth: (count) => `older than 30 days: ${count}`,
  titles: { received: 'Received', resolved: 'Handled', resolution: 'In time', satisfiedMail: 'Satisfied' },
  says: {
    better: 'better, beyond chance',
    worse: 'worse, beyond chance',
    changed: 'changed, beyond chance',
    usual: 'the newest week is as usual',
    'too-few': 'too few weeks to judge by',
  },
  sinceDay: (day) => `since ${day}`,
  rules: {
    outside: 'a week outside the limits of chance',
    shift: 'seven or more weeks in a row on one side of the mean',
    trend: 'seven or more weeks in a row in one direction',
    'two-of-three': 'two of three weeks in a row near a limit of chance',
  },
  against: { before: 'against the period before', 'last-year': 'against the same period of last year' },
  provisional: 'limits are provisional until there are 12 weeks',
  weekly: 'Week by week',
  weekUntil: 'Week until',
  limits: 'Limits of chance',
  mean: 'Mean',
  balance: 'The parts always add up to what was received.',
  responded: (answers, invited) => `${answers} of ${invited} invited answered`,
  reasons: 'Why they were not asked',
  backlog: 'Open cases by age',
  backlogOpen: 'open now',
  backlogThen: (day) => `were open at the end of ${day}; the past has no list`,
  backlogSince: (day) => `Cases opened since ${day} are counted.`,
  toList: 'Show them in the list of work',
  age: { single: (days) => `${days} ${days === 1 ? 'day' : 'days'}` },
  ageRange: (from, to) => `${from} to ${to} days`,
  ageUpTo: '1 day or less',
  ageOver: (from) => `${from} days or more`,
  funnel: 'Departments: resolution in time',
  funnelHint:
    'Each point is a department, further from the start the more cases it has. Between the lines it differs from ' +
    'the centre’s mean only by chance, so departments are not ranked.',
  above: 'above the limits',
  below: 'below the limits',
  inside: 'inside the limits',
  position: 'Place',
  heat: 'When cases are opened: weekday and hour',
  weekday: 'Day',
  definitions: 'Definitions of the measures',
  definition: 'Definition',
  formula: 'Formula',
  owner: 'Owner',
  owners: { desk: 'Desk', departments: 'Departments', telephone: 'Telephone', satisfaction: 'Satisfaction' },
};

export const firstScreenText: Readonly<Record<Language, typeof ar>> = { ar, en };
