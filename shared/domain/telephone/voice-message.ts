import { SECOND } from '../time/instant.ts';
import type { Recording } from './leg-facts.ts';

/**
 * The shortest recording that can contain a word. It starts before the tone of about a second, so that a
 * caller who hangs up at the tone leaves a shorter one.
 */
const SHORTEST_MS = 2 * SECOND;

/**
 * Return whether a recording proves a voice message: it is of the automated part, which is recorded only
 * after the tone, and it is not empty. A transcript proves it too. A length that is not reported is not held
 * against the caller.
 */
export function isVoiceMessage({ kind, startedAt, endedAt, transcript }: Recording): boolean {
  if (kind !== 'automated') return false;
  if (transcript !== undefined || startedAt === undefined || endedAt === undefined) return true;
  return endedAt - startedAt >= SHORTEST_MS;
}
