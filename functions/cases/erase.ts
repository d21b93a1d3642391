import type { EventsOf } from '#events/registry.ts';
import type { Actor } from '#events/vocabulary.ts';
import { becauseOf } from '#shared/application/because-of.ts';
import { eraseCallsOut } from '#shared/application/erase-calls-out.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { messagesPrefix, readMessage, removeMessage } from '#shared/application/messages.ts';
import { indexWholeCase } from '#shared/application/search/index-case.ts';
import { eraseRecovery } from '#shared/application/tasks/erase-recovery.ts';
import { requestPath } from '#shared/application/tokens/department-token.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import { scrubbed } from '#shared/domain/cases/decisions/erase-data.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import { addressKey } from '#shared/domain/mail/address-key.ts';
import type { DraftStore } from '#shared/ports/draft-store.ts';
import type { SentCopies } from '#shared/ports/mailer.ts';
import type { BlobStore, Clock, RulesSource } from '#shared/ports/outside.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import type { SearchIndex } from '#shared/ports/search-index.ts';
import type { Commit, Store } from '#shared/ports/store.ts';
import { type EraseRecordingsDeps, eraseRecordings } from './erase-recordings.ts';

export interface EraseDeps extends EraseRecordingsDeps {
  readonly blobs: BlobStore;
  /** The unsent words of staff on the pages of cases. Absent where there are no pages. */
  readonly drafts?: DraftStore;
  readonly rules: RulesSource;
  readonly clock: Clock;
  readonly search: SearchIndex;
  /** The store of sent mail. Absent on AWS, where sent mail is not stored. */
  readonly sentCopies?: SentCopies;
}

type Erased = EventsOf<'cases/erase'>;
type CaseErased = Extract<Erased, { type: 'rida.case.erased.v1' }>;
type PersonErased = Extract<Erased, { type: 'rida.beneficiary.erased.v1' }>;

const PAGE = 100;

/**
 * Return the keys of raw mails, which are outside the folder of the case. Messages and quarantine events
 * contain the keys.
 */
function rawMails(commits: readonly Commit[], messages: readonly Message[]): string[] {
  const quarantined = commits.flatMap(({ events }) =>
    events.flatMap(({ type, data }) => (type === 'rida.mail.quarantined.v1' ? [data.rawKey] : [])),
  );
  return [...messages.flatMap(({ rawKey }) => rawKey ?? []), ...quarantined];
}

const authorOf = ({ from }: Message): string => (from === undefined ? '' : addressKey(from.address));

const messagesOf = async ({ blobs }: EraseDeps, id: string, commits: readonly Commit[]): Promise<Message[]> =>
  (await Promise.all(commits.map(({ cause }) => readMessage(blobs, id, cause)))).filter(
    (message) => message !== undefined,
  );

const isReceived = ({ direction }: Message): boolean => direction === 'in';

/** Return the commits of the cases into which this case was merged, directly or indirectly. */
async function mergedInto(
  store: Store,
  commits: readonly Commit[],
  found = new Map<string, readonly Commit[]>(),
): Promise<ReadonlyMap<string, readonly Commit[]>> {
  for (const { type, data } of commits.flatMap(({ events }) => events)) {
    if (type !== 'rida.case.merged.v1' || found.has(data.into)) continue;
    const theirs = await store.timeline('case', data.into);
    found.set(data.into, theirs);
    await mergedInto(store, theirs, found);
  }
  return found;
}

/**
 * Erase messages that the beneficiary of this case wrote to the case into which it was merged. The messages
 * of the beneficiary of that case stay.
 */
async function eraseWordsElsewhere(
  deps: EraseDeps,
  commits: readonly Commit[],
  messages: readonly Message[],
): Promise<void> {
  const authors = new Set(messages.filter(isReceived).map(authorOf));
  for (const [other, theirs] of await mergedInto(deps.store, commits)) {
    const own = addressKey((await deps.store.load('case', other))?.beneficiary.email ?? '');
    for (const message of (await messagesOf(deps, other, theirs)).filter(isReceived)) {
      const author = authorOf(message);
      if (author !== own && authors.has(author)) await removeMessage(deps.blobs, other, message);
    }
    // Also in a repetition that finds no message: the first run may have ended before this.
    await indexWholeCase(deps, other);
  }
}

/**
 * Erase the outbound calls about a case, and the recovery of its beneficiary. Its opening names their beneficiary until
 * it is scrubbed.
 */
async function eraseCallsAbout(
  { store, rules, clock }: EraseDeps,
  about: { readonly case: string; readonly by: Actor; readonly cause: string },
  commits: readonly Commit[],
): Promise<void> {
  const { outbound } = await rules.current();
  for (const beneficiaryId of peopleOf(commits)) {
    const trace = { by: about.by, at: clock.now(), cause: about.cause };
    await eraseCallsOut(store, outbound, { beneficiaryId, caseRef: about.case, ...trace });
    await eraseRecovery(store, await rules.current(), { beneficiaryId, caseRef: about.case, ...trace });
  }
}

/** Return the ids of the beneficiaries whom the commits of a case name. */
const peopleOf = (commits: readonly Commit[]): ReadonlySet<string> =>
  new Set(commits.flatMap(({ patch }) => (patch.beneficiary as { id?: string } | undefined)?.id ?? []));

/** Erase messages, files and the history of an erased case. A repeated call erases what remains. */
async function eraseCase(deps: EraseDeps, event: CaseErased): Promise<'erased'> {
  const { id: cause, subject: id, data, correlationId } = event;
  const commits = await deps.store.timeline('case', id);
  await eraseCallsAbout(deps, { case: id, by: data.by, cause }, commits);
  await eraseRecordings(deps, { caseRef: id, because: data.because, correlationId }, commits);
  const messages = await messagesOf(deps, id, commits);
  await deps.search.remove(id);
  // With erasure by age, the other case is younger and keeps its messages.
  if (data.because === 'request') await eraseWordsElsewhere(deps, commits, messages);
  if (deps.sentCopies) {
    const effects = await deps.store.effects('case', id);
    await deps.sentCopies.forget(effects.map(({ token }) => token));
  }
  // Delete the folder of the case last: it contains the list of its mails.
  await deps.blobs.remove(rawMails(commits, messages));
  await deps.store.scrub('case', id, scrubbed);
  for (const place of [`/cases/${id}`, requestPath(id)]) await deps.drafts?.forget(place);
  await deps.blobs.remove([messagesPrefix(id)]);
  return 'erased';
}

/** Remove the person from a commit, unless it is of a person who returned after the erasure. */
const withoutPerson =
  (until: number) =>
  (commit: Commit): Commit => {
    if (commit.at > until) return commit;
    const { name: _, contacts: _c, asked: _a, ...patch } = commit.patch;
    return { ...commit, patch: 'contacts' in commit.patch ? { ...patch, contacts: [] } : patch };
  };

/** Erase the record of an id that was joined to the erased beneficiary. */
async function eraseRecord({ store, clock }: EraseDeps, event: PersonErased, id: string): Promise<void> {
  if (id !== event.subject && (await store.load('person', id))) {
    const { by } = event.data;
    await updatePerson(store, {
      ...{ id, command: { do: 'erase', by }, by },
      ...becauseOf(event, `record#${id}`, clock),
    });
  }
  await store.scrub('person', id, withoutPerson(Date.parse(event.time)));
}

async function erasePerson(deps: EraseDeps, event: PersonErased): Promise<`${number} cases`> {
  const { store, clock } = deps;
  const rules = await deps.rules.current();
  // The event may arrive late, or again. Then the beneficiary may have new cases.
  const until = Date.parse(event.time);
  let count = 0;
  for (const beneficiary of event.data.ids) {
    // The index may still contain an erased case, which rejects a second erasure.
    for await (const entries of pagesOf((page) => store.entriesOfBeneficiary(beneficiary, page), PAGE)) {
      for (const { id } of entries.filter(({ openedAt }) => openedAt <= until)) {
        const { by } = event.data;
        const command = { do: 'erase', because: 'request', by } as const;
        await handleCommand({ store, rules }, { id, command, by, ...becauseOf(event, id, clock) });
        count += 1;
      }
    }
    const { by } = event.data;
    const trace = { by, at: clock.now(), cause: event.id, plannedUntil: until };
    await eraseCallsOut(store, rules.outbound, { beneficiaryId: beneficiary, ...trace });
    await eraseRecovery(store, rules, { beneficiaryId: beneficiary, ...trace });
    await eraseRecord(deps, event, beneficiary);
  }
  return `${count} cases`;
}

/** Erase all personal data of a case or of a beneficiary from the store and the blobs. */
export const eraseStoredData = (deps: EraseDeps, event: Erased): Promise<'erased' | `${number} cases`> =>
  event.type === 'rida.case.erased.v1' ? eraseCase(deps, event) : erasePerson(deps, event);
