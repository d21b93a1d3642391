import { normaliseArabic } from '../text/normalise-arabic.ts';

/** The columns of a list of people to call. */
export const LIST_COLUMNS = ['phone', 'service', 'date', 'language'] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];
type RequiredColumn = Exclude<ListColumn, 'language'>;

/** The place of each column in a row. The language may be missing. */
export type ListColumns = Readonly<Record<RequiredColumn, number>> & { readonly language?: number };

/** The order of columns in a list without headings. */
export const USUAL_COLUMNS: ListColumns = { phone: 0, service: 1, date: 2, language: 3 };

/**
 * Words of the headings of a column, the best first: a heading with a word of an earlier group is taken before one of a
 * later group. A word ends in * when words that begin so count too. A heading with a word of `not` is another column.
 */
interface Headings {
  readonly words: readonly (readonly string[])[];
  readonly not: readonly string[];
}

const HEADINGS: Readonly<Record<ListColumn, Headings>> = {
  phone: {
    words: [
      [
        'جوال*',
        'موبايل*',
        'محمول*',
        'نقال*',
        'mobile',
        'cell',
        'cellphone',
        'gsm',
        'msisdn',
        'واتساب',
        'whatsapp',
        'whats',
      ],
      ['هاتف*', 'تلفون*', 'تليفون*', 'phone', 'phones', 'telephone', 'tel'],
      ['تواصل', 'اتصال', 'متصل', 'contact', 'caller'],
    ],
    not: [
      ...[
        'اسم',
        'نوع',
        'تاريخ',
        'لغه',
        'وقت',
        'مده',
        'قناه',
        'وسيله',
        'حاله',
        'موظف*',
        'عمل',
        'مكتب',
        'بريد',
      ],
      ...[
        'name',
        'type',
        'date',
        'time',
        'language',
        'channel',
        'employee',
        'agent',
        'staff',
        'office',
        'email',
        'model',
      ],
    ],
  },
  date: {
    words: [
      [
        ...['انجاز*', 'اغلاق*', 'اكتمال', 'انتهاء', 'تنفيذ', 'اقفال', 'استفاده', 'استخدام'],
        ...['completed', 'completion', 'closed', 'closing', 'finished', 'done', 'resolved', 'used'],
      ],
      ['تاريخ', 'تواريخ', 'date', 'dates', 'day', 'يوم'],
      ['وقت', 'timestamp', 'time', 'at', 'on'],
    ],
    not: [
      ...[
        'ميلاد',
        'صلاحيه',
        'هويه',
        'اقامه',
        'رخصه',
        'عقد',
        'سداد',
        'مده',
        'حاله',
        'سبب',
        'موظف*',
        'عدد',
        'نسبه',
      ],
      ...[
        'birth',
        'birthday',
        'dob',
        'expiry',
        'expiration',
        'valid',
        'duration',
        'status',
        'by',
        'reason',
        'count',
      ],
    ],
  },
  language: { words: [['لغه', 'لغات', 'language', 'lang', 'locale']], not: [] },
  service: {
    words: [
      ['خدم*', 'اجراء*', 'service', 'services', 'eservice', 'procedure'],
      ['معامل*', 'طلب*', 'transaction', 'request', 'application'],
    ],
    not: [
      ...[
        'حاله',
        'رسوم',
        'مقدم',
        'مزود',
        'صاحب',
        'قناه',
        'تقييم',
        'ملاحظ*',
        'جهه',
        'اداره',
        'مركز',
        'موظف*',
        'رابط',
      ],
      ...[
        'status',
        'fee',
        'fees',
        'provider',
        'owner',
        'applicant',
        'channel',
        'rating',
        'notes',
        'center',
        'centre',
      ],
      ...['department', 'employee', 'agent', 'desk', 'link', 'url', 'time', 'by'],
    ],
  },
};
/** Words of a date on which a transaction began: a list is about when it was finished. */
const BEGUN = [
  ...['تقديم', 'انشاء', 'طلب', 'استلام', 'بدايه', 'بدء'],
  ...[
    'submission',
    'submitted',
    'created',
    'creation',
    'opened',
    'received',
    'started',
    'start',
    'request',
    'requested',
  ],
];
/** Words of a heading that names the number of a service or transaction, rather than the service. */
const NUMBER_OF = ['رقم', 'رمز', 'كود', 'معرف', 'number', 'no', 'num', 'id', 'code', 'ref', 'reference'];
/** A date of a service is a date, so the order decides. */
const BY_PRIORITY = ['phone', 'date', 'language', 'service'] as const;

/** The words of a heading: normalised, `serviceName` and `service_name` apart, without the Arabic article. */
const wordsOf = (heading: string): string[] =>
  normaliseArabic(heading.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/\be-(?=\p{L})/giu, ''))
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/^[وبل]?ال(?=.{2})/u, '').replace(/^لل(?=.{2})/u, ''))
    .filter((word) => word !== '');

const has = (words: readonly string[], looked: readonly string[]): boolean =>
  looked.some((one) =>
    one.endsWith('*') ? words.some((word) => word.startsWith(one.slice(0, -1))) : words.includes(one),
  );

/** Return how well a heading names a column, 0 the best; undefined when it does not. */
function rankOf(words: readonly string[], column: ListColumn): number | undefined {
  const { words: groups, not } = HEADINGS[column];
  if (has(words, not)) return undefined;
  const rank = groups.findIndex((group) => has(words, group));
  if (rank === -1) return undefined;
  if (column === 'date' && has(words, BEGUN)) return groups.length;
  if (column !== 'service' || !has(words, NUMBER_OF)) return rank;
  // The id of a service finds it in the catalogue. The number of a transaction tells nothing.
  return rank === 0 ? groups.length : undefined;
}

/** A heading has no digit. Every row of a list has a number. */
export const isHeading = (fields: readonly string[]): boolean =>
  !fields.some((field) => /\p{Nd}/u.test(field));

/**
 * Find the columns of a list by its headings, in any order and beside others. Return the columns that no heading
 * names when a required one is missing.
 */
export function columnsOf(
  headings: readonly string[],
): { readonly columns: ListColumns } | { readonly missing: readonly ListColumn[] } {
  const found = new Map<ListColumn, { readonly index: number; readonly rank: number }>();
  headings.forEach((heading, index) => {
    const words = wordsOf(heading);
    for (const column of BY_PRIORITY) {
      const rank = rankOf(words, column);
      if (rank === undefined) continue;
      const earlier = found.get(column);
      if (earlier === undefined || rank < earlier.rank) found.set(column, { index, rank });
      return;
    }
  });
  const [phone, service, date, language] = LIST_COLUMNS.map((column) => found.get(column)?.index);
  if (phone === undefined || service === undefined || date === undefined)
    return { missing: LIST_COLUMNS.filter((column) => column !== 'language' && !found.has(column)) };
  return { columns: { phone, service, date, ...(language !== undefined && { language }) } };
}
