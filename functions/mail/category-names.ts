import type { Rules } from '#shared/domain/rules.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';

const OTHER: Bilingual = { ar: 'أخرى', en: 'Other' };

/** Return the names of a category; those of «other» for one that the settings have not any more. */
export const categoryNames = ({ categories }: Pick<Rules, 'categories'>, id: string): Bilingual =>
  categories.get(id)?.name ?? OTHER;
