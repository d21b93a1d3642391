/** The six Arabic plural forms (CLDR); `#` stands for the number. The one and two forms carry none. */
export interface ArabicForms {
  readonly zero: string;
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
  readonly other: string;
}

const rules = new Intl.PluralRules('ar');

/** The form of a counted noun that Arabic asks for: ساعة، ساعتان، 3 ساعات، 11 ساعة، 100 ساعة. */
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

/** The nouns Rida counts most, in the nominative. */
export const COUNTED = { days, hours, minutes } as const;
