import { normaliseArabic } from '../text/normalise-arabic.ts';

/** The columns of a list of people to call. */
export const LIST_COLUMNS = ['phone', 'service', 'date', 'language'] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];
type RequiredColumn = Exclude<ListColumn, 'language'>;

/** The place of each column in a row. The language may be missing. */
export type ListColumns = Readonly<Record<RequiredColumn, number>> & { readonly language?: number };

/** The order of columns in a list without headings. */
export const USUAL_COLUMNS: ListColumns = { phone: 0, service: 1, date: 2, language: 3 };

/** Words of the headings of each column, normalised. A heading names a column if it contains one of them. */
const HEADINGS: Readonly<Record<ListColumn, readonly string[]>> = {
  phone: ['جوال', 'هاتف', 'موبايل', 'phone', 'mobile', 'tel'],
  date: ['تاريخ', 'date'],
  language: ['لغه', 'language', 'lang'],
  service: ['خدمه', 'اجراء', 'معامله', 'service', 'procedure'],
};
/** A date of a service is a date, so the order decides. */
const BY_PRIORITY = ['phone', 'date', 'language', 'service'] as const;

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
  const found = new Map<ListColumn, number>();
  headings.forEach((heading, index) => {
    const words = normaliseArabic(heading);
    const column = BY_PRIORITY.find((name) => HEADINGS[name].some((word) => words.includes(word)));
    if (column !== undefined && !found.has(column)) found.set(column, index);
  });
  const [phone, service, date, language] = LIST_COLUMNS.map((column) => found.get(column));
  if (phone === undefined || service === undefined || date === undefined)
    return { missing: LIST_COLUMNS.filter((column) => column !== 'language' && !found.has(column)) };
  return { columns: { phone, service, date, ...(language !== undefined && { language }) } };
}
