import { placeIn } from '../places/place.ts';
import type { Rules } from '../rules.ts';
import { type ServiceText, serviceIn } from '../services/find-service.ts';
import type { NamedFacts } from './correction.ts';

interface FactsInText {
  readonly facts: NamedFacts;
  /** The text names a position outside the Kingdom, which is not taken. */
  readonly outside: boolean;
}

/**
 * Find the place that a text names, and the service that it is about.
 * @param writtenIn the language of the text when it is neither Arabic nor English: no service is recognised in it
 */
export function factsInText(
  { districts, services }: Pick<Rules, 'districts' | 'services'>,
  { subject, text }: ServiceText,
  writtenIn?: string,
): FactsInText {
  const { place, outside = false } = placeIn(districts, `${subject}\n${text}`);
  const service = writtenIn === undefined ? serviceIn(services, { subject, text }) : undefined;
  return { facts: { ...(place && { place }), ...(service !== undefined && { service }) }, outside };
}

/** Return the facts of a text as those of a new case: the service is a guess. */
export const firstFacts = ({ place, service }: NamedFacts) => ({
  ...(place && { place }),
  ...(service !== undefined && { service, serviceGuessed: true as const }),
});
