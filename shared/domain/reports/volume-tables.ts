import type { CaseType } from '#events/vocabulary.ts';
import { everyOf } from '../every-of.ts';
import { TYPE_LABEL } from '../mail/templates/terms.ts';
import type { Measure } from './counter-name.ts';
import { counted, type ReportTable } from './report-table.ts';
import type { Tally } from './tally.ts';

const OPENED = { ar: 'فُتحت', en: 'Opened' };
const RESOLVED = { ar: 'أُنجزت', en: 'Resolved' };
const TYPES = everyOf<CaseType>()([
  'observation',
  'inquiry',
  'report',
  'complaint',
  'thanks',
  'data-request',
]);

/** Return the values that a counter has, those with the largest sum of the first counter first. */
const valuesOf =
  (...measures: Measure[]) =>
  (counts: Tally): string[] => [
    ...new Set(
      measures.flatMap((measure) => counts.by(measure).filter(([, n]) => n !== 0)).map(([id]) => id),
    ),
  ];

const ofDay = (counts: Tally, day: string, what: 'opened' | 'resolved'): number =>
  counts.perDay.find((line) => line.day === day)?.[what] ?? 0;

/** How many cases there are, by each of their facts. */
export const VOLUME_TABLES: readonly ReportTable[] = [
  {
    ...{ id: 'days', name: { ar: 'المفتوحة والمنجزة يوميًا', en: 'Opened and resolved by day' } },
    ...{ rowsAre: 'day', rowsAreNamed: { ar: 'اليوم', en: 'Day' } },
    rows: ({ perDay }) => perDay.map(({ day }) => day).reverse(),
    columns: [
      { ...counted('opened', OPENED, () => ['opened']), of: (counts, day) => ofDay(counts, day, 'opened') },
      {
        ...counted('resolved', RESOLVED, () => ['resolved']),
        of: (counts, day) => ofDay(counts, day, 'resolved'),
      },
    ],
  },
  {
    ...{ id: 'channels', name: { ar: 'المعاملات حسب القناة والنوع', en: 'Cases by channel and type' } },
    ...{ rowsAre: 'channel', rowsAreNamed: { ar: 'القناة', en: 'Channel' } },
    rows: valuesOf('opened'),
    columns: [
      counted('opened', OPENED, (channel) => [`opened|${channel}`]),
      ...TYPES.map((type) => counted(type, TYPE_LABEL[type], (channel) => [`opened|${channel}|${type}`])),
    ],
  },
  {
    ...{
      id: 'categories',
      name: { ar: 'المعاملات حسب التصنيف عند التسجيل', en: 'Cases by category as registered' },
    },
    ...{ rowsAre: 'category', rowsAreNamed: { ar: 'التصنيف', en: 'Category' } },
    rows: valuesOf('opened-category'),
    columns: [counted('opened', OPENED, (id) => [`opened-category|${id}`])],
  },
  {
    ...{ id: 'services', name: { ar: 'المعاملات حسب الخدمة', en: 'Cases by service' } },
    ...{ rowsAre: 'service', rowsAreNamed: { ar: 'الخدمة', en: 'Service' } },
    rows: valuesOf('opened-about', 'resolved-about', 'contacted-again'),
    columns: [
      counted('opened', OPENED, (id) => [`opened-about|${id}`]),
      counted('resolved', RESOLVED, (id) => [`resolved-about|${id}`]),
      counted('contactedAgain', { ar: 'عاود أصحابها التواصل', en: 'Contacted again' }, (id) => [
        `contacted-again|${id}`,
      ]),
    ],
  },
  {
    ...{ id: 'districts', name: { ar: 'المعاملات حسب الحي', en: 'Cases by district' } },
    ...{ rowsAre: 'district', rowsAreNamed: { ar: 'الحي', en: 'District' } },
    rows: valuesOf('opened-at', 'resolved-at'),
    columns: [
      counted('opened', OPENED, (id) => [`opened-at|${id}`]),
      counted('resolved', RESOLVED, (id) => [`resolved-at|${id}`]),
    ],
  },
  {
    ...{ id: 'segments', name: { ar: 'المعاملات حسب فئة المستفيد', en: 'Cases by kind of beneficiary' } },
    ...{ rowsAre: 'segment', rowsAreNamed: { ar: 'الفئة', en: 'Kind of beneficiary' } },
    rows: valuesOf('opened-segment'),
    columns: [counted('opened', OPENED, (id) => [`opened-segment|${id}`])],
  },
  {
    ...{ id: 'languages', name: { ar: 'المعاملات حسب اللغة', en: 'Cases by language' } },
    ...{ rowsAre: 'language', rowsAreNamed: { ar: 'اللغة', en: 'Language' } },
    rows: valuesOf('opened-language'),
    columns: [counted('opened', OPENED, (id) => [`opened-language|${id}`])],
  },
  {
    ...{ id: 'outcomes', name: { ar: 'نتائج المعاملات المنجزة', en: 'How resolved cases ended' } },
    ...{ rowsAre: 'outcome', rowsAreNamed: { ar: 'النتيجة', en: 'Outcome' } },
    rows: valuesOf('outcome'),
    columns: [counted('resolved', RESOLVED, (id) => [`outcome|${id}`])],
  },
  {
    ...{ id: 'suppressed', name: { ar: 'من لم يُسأل عن رضاه، وسبب ذلك', en: 'Surveys not sent, by reason' } },
    ...{ rowsAre: 'suppression', rowsAreNamed: { ar: 'السبب', en: 'Reason' } },
    rows: valuesOf('suppressed'),
    columns: [
      counted('surveys', { ar: 'استبيانات لم تُرسل', en: 'Surveys not sent' }, (id) => [`suppressed|${id}`]),
    ],
  },
];
