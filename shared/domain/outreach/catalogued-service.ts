import type { Language } from '#events/vocabulary.ts';
import type { Rules } from '../rules.ts';
import { nameKeys } from '../services/service-words.ts';
import type { UsedService } from './call-out.ts';

const keyOf = (name: string): string => nameKeys(name.replace(/^\s*طلب\s+(?=خدم)/u, '')).join(' ');

/**
 * Find a service of a list in the catalogue, by its id, one of its names or its aliases. A service in the catalogue has
 * the name in the language of the called person. Any other one keeps the name in the list.
 */
export function cataloguedService(
  services: Rules['services'],
  used: UsedService,
  language: Language,
): UsedService {
  const key = keyOf(used.name);
  const found = [...services.values()].find(
    ({ id, name, aliases }) =>
      id === used.name.trim().toLowerCase() ||
      (key !== '' && [name.ar, name.en, ...aliases].some((one) => keyOf(one) === key)),
  );
  return found ? { ...used, id: found.id, name: found.name[language] } : used;
}
