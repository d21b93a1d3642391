import { type RidaEvent, registrationOf } from '#events/registry.ts';
import type { EventDraft } from '#shared/domain/cases/decision.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { Commit } from '#shared/ports/store.ts';
import { eventId } from './ids.ts';

/** A commit contains an event that must not be published. This is a programming error, not an input error. */
export class UnpublishableEvent extends Error {
  override readonly name = 'UnpublishableEvent';
  readonly code = 'event-unpublishable';
}

const envelope = (commit: Commit, { type, data }: EventDraft, id: string): RidaEvent => {
  const registration = registrationOf(type);
  if (registration === undefined) throw new UnpublishableEvent(`${type} is not in the registry of events`);
  const parsed = registration.event.schema.safeParse({
    id,
    type,
    source: registration.source,
    subject: commit.id,
    subjectVersion: commit.version,
    time: isoInstant(commit.at),
    recordedTime: isoInstant(commit.recordedAt),
    correlationId: commit.correlationId,
    causationId: commit.causationId,
    data,
  });
  if (parsed.success) return parsed.data as RidaEvent;
  const where = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new UnpublishableEvent(`${type} does not match its contract at ${where}`, { cause: parsed.error });
};

/**
 * Build the published events of a commit, in order. The same commit always gives the same events and ids.
 * @throws UnpublishableEvent for an unknown type or data that does not match its contract
 */
export const toEnvelopes = (commit: Commit): RidaEvent[] =>
  commit.events.map((draft, index) =>
    envelope(commit, draft, eventId(commit.kind, commit.id, commit.cause, index)),
  );

/** An id in the form of event ids. The check of a commit does not need the real ones, which cost more. */
const ANY_ID = '0'.repeat(26);

/**
 * Reject a commit whose events could not be published. Stores call it before they write, so that only another
 * release can leave such a commit to the relay.
 * @throws UnpublishableEvent
 */
export function checkEvents(commit: Commit): void {
  for (const draft of commit.events) envelope(commit, draft, ANY_ID);
}
