/**
 * The six Arabic plural forms (CLDR). `#` is the place of the number; the forms for one and two have none.
 */
export interface ArabicForms {
  readonly zero: string;
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
  readonly other: string;
}

const rules = new Intl.PluralRules('ar');

/** Return the form of an Arabic noun for a count: ساعة، ساعتان، 3 ساعات، 11 ساعة، 100 ساعة. */
export function plural(count: number, forms: ArabicForms): string {
  return forms[rules.select(count)].replaceAll('#', String(count));
}

const hours = { zero: '0 ساعة', one: 'ساعة', two: 'ساعتان', few: '# ساعات', many: '# ساعة', other: '# ساعة' };
const days = { zero: '0 يوم', one: 'يوم', two: 'يومان', few: '# أيام', many: '# يومًا', other: '# يوم' };
const minutes = {
  zero: '0 دقيقة',
  one: 'دقيقة',
  two: 'دقيقتان',
  few: '# دقائق',
  many: '# دقيقة',
  other: '# دقيقة',
};

const cases = {
  zero: 'لا معاملات',
  one: 'معاملة واحدة',
  two: 'معاملتان',
  few: '# معاملات',
  many: '# معاملة',
  other: '# معاملة',
};

/** Forms of the nouns that Rida counts most often, in the nominative. */
export const COUNTED = { cases, days, hours, minutes } as const;
