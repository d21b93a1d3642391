import type { LegFacts } from '#shared/domain/telephone/leg-facts.ts';
import { CALL_QUEUES } from '#shared/domain/telephone/line.ts';
import { SECOND } from '#shared/domain/time/instant.ts';

/** Every call of a centre is between these instants. An instant outside is a fault of its source. */
const [EARLIEST, LATEST] = [Date.parse('2000-01-01T00:00:00Z'), Date.parse('2100-01-01T00:00:00Z')];

/** Parse an instant of Connect; return undefined for a missing, invalid or implausible one. */
export const parseConnectTime = (text: string | null | undefined): number | undefined => {
  const at = text ? Date.parse(text) : Number.NaN;
  return at >= EARLIEST && at < LATEST ? at : undefined;
};

/** Return the last part of an ARN: the id of an agent or a queue. */
export const idOf = (arn: string | null | undefined): string | undefined =>
  arn?.split('/').at(-1) || undefined;

export const msOf = (seconds: number | null | undefined): number | undefined =>
  typeof seconds === 'number' ? Math.round(seconds * SECOND) : undefined;

/** Return the time between two instants if both are present. */
export function between(from: string | null | undefined, to: string | null | undefined): number | undefined {
  const [start, end] = [parseConnectTime(from), parseConnectTime(to)];
  return start === undefined || end === undefined ? undefined : Math.max(0, end - start);
}

/** User names in Connect are at most 100 letters, and e-mail addresses with SAML. */
const MOST_LETTERS = 128;

/** Return a trimmed text of Connect with limited length. */
export const wordOf = (text: string | null | undefined): string | undefined =>
  text?.trim().slice(0, MOST_LETTERS) || undefined;

/**
 * Return the name of a queue in Rida, which is the suffix of the deployed name; for other queues, return the
 * name in Connect.
 */
export function queueFact(
  name: string | null | undefined,
  arn: string | null | undefined,
): LegFacts['queue'] {
  const given = wordOf(name) ?? wordOf(idOf(arn));
  const parts = given?.toLowerCase().split(/[\s_-]+/u) ?? [];
  return CALL_QUEUES.find((queue) => parts.at(-1) === queue) ?? given;
}
