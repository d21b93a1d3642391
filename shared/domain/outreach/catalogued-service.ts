import type { Language } from '#events/vocabulary.ts';
import type { Rules } from '../rules.ts';
import { normaliseArabic } from '../text/normalise-arabic.ts';
import type { UsedService } from './call-out.ts';

/** Words that people write before or after the name of a service. */
const FILLING = /^(?:خدمه|طلب خدمه|service)\s*[:-]?\s*|\s+service$/gu;

const keyOf = (name: string): string =>
  normaliseArabic(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(FILLING, '');

/**
 * Find a service of a list in the catalogue, by its id or one of its names. A service in the catalogue has the name in
 * the language of the called person. Any other one keeps the name in the list.
 */
export function cataloguedService(
  services: Rules['services'],
  used: UsedService,
  language: Language,
): UsedService {
  const key = keyOf(used.name);
  const found = [...services.values()].find(
    ({ id, name }) =>
      id === used.name.trim().toLowerCase() || keyOf(name.ar) === key || keyOf(name.en) === key,
  );
  return found ? { ...used, id: found.id, name: found.name[language] } : used;
}
