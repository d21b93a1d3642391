import type { DataOf, EventsOf } from '#events/registry.ts';
import type { Actor, Relation } from '#events/vocabulary.ts';
import { becauseOf } from '#shared/application/because-of.ts';
import { type CommandOutcome, handleCommand } from '#shared/application/handle-command.ts';
import { readMessage } from '#shared/application/messages.ts';
import { openCase } from '#shared/application/open-case.ts';
import { followMerges } from '#shared/application/surviving-case.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { VIRUS } from '#shared/domain/cases/set-aside.ts';
import { placeIn } from '#shared/domain/places/place.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { BlobStore, Clock, Keys, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { copyMessage } from './copy-message.ts';
import { type OtherPersonOutcome, otherPerson } from './other-person.ts';

export interface PropagateLinksDeps {
  readonly store: Store;
  readonly blobs: BlobStore;
  readonly keys: Keys;
  readonly rules: RulesSource;
  readonly clock: Clock;
}

type Related = EventsOf<'cases/propagate-links'>;
type Of<T extends Related['type']> = Extract<Related, { type: T }>;

/** The outcome for the other case or person, or the number of resolved child cases. */
type LinkOutcome =
  | CommandOutcome['outcome']
  | OtherPersonOutcome
  | 'outdated'
  | 'nothing-to-do'
  | `${number} children`;

/** The relation of a link as seen from its other end. A merge has separate commands. */
const OTHER_END: Readonly<Record<Exclude<Relation, 'merged-from'>, Relation>> = {
  related: 'related',
  parent: 'child',
  child: 'parent',
  'split-from': 'split-into',
  'split-into': 'split-from',
};

/** Applies one event to other cases. */
class Carrying {
  readonly deps: PropagateLinksDeps;
  readonly rules: Rules;
  readonly event: Related;

  constructor(deps: PropagateLinksDeps, rules: Rules, event: Related) {
    this.deps = deps;
    this.rules = rules;
    this.event = event;
  }

  /** Return the trace of a write because of this event, with a separate cause for each case. */
  trace(id: string) {
    return becauseOf(this.event, id, this.deps.clock);
  }

  /**
   * Execute a command on another case. A rejected command was executed before, or is no longer possible.
   * @param what name of the effect; one event has each effect once
   */
  do(id: string, command: CaseCommand, what = id): Promise<CommandOutcome> {
    const by = 'by' in command ? command.by : 'rida';
    const { store } = this.deps;
    return handleCommand({ store, rules: this.rules }, { id, command, by, ...this.trace(what) });
  }
}

/** Execute a command on a case that is not merged. If it was merged at the same time, find the case again. */
async function reach(
  carrying: Carrying,
  id: string,
  command: CaseCommand,
): Promise<CommandOutcome['outcome']> {
  const done = await carrying.do(id, command);
  if (done.outcome === 'rejected' && done.rejection.rejected === 'is-merged')
    throw new Error(`case ${id} was merged while a change was applied to it; try again`);
  return done.outcome;
}

/**
 * Return the case of a ring that was merged last, the same one whichever event finds the ring. Users merged
 * the cases into each other at the same time; without the last merge, one case stays open.
 */
const newestMerge = (ring: readonly Case[]): Case | undefined =>
  ring.toSorted(
    (one, other) => (other.merged?.at ?? 0) - (one.merged?.at ?? 0) || (one.id < other.id ? -1 : 1),
  )[0];

async function absorb(carrying: Carrying, event: Of<'rida.case.merged.v1'>): Promise<LinkOutcome> {
  const { subject, subjectVersion, data } = event;
  const { store } = carrying.deps;
  const { into } = data;
  const source = await store.load('case', subject, subjectVersion);
  // The merge may have been undone before this event was delivered.
  if (source?.merged?.into !== into) return 'outdated';
  const { survivor: stands, ring } = await followMerges(store, source);
  const newest = newestMerge(ring);
  if (newest !== undefined) {
    const { outcome: undone } = await carrying.do(
      newest.id,
      { do: 'unmerge', by: 'rida' },
      `ring ${newest.id}`,
    );
    // The ring is open now, so the merge of this event has a case to go to.
    return newest.id === subject || undone === 'rejected' ? undone : absorb(carrying, event);
  }
  return reach(carrying, stands.id, absorbing(subject, data));
}

/** Return the command by which a case takes over a merged one, with what that one owed. */
const absorbing = (
  source: string,
  { by, remaining, promisedFor, owedSince }: DataOf<'rida.case.merged.v1'>,
): CaseCommand => ({
  ...{ do: 'absorb', source, by },
  remaining: {
    ...(remaining.firstResponse !== undefined && { firstResponse: remaining.firstResponse }),
    ...(remaining.resolution !== undefined && { resolution: remaining.resolution }),
  },
  ...(promisedFor !== undefined && { promisedFor: Date.parse(promisedFor) }),
  ...(owedSince !== undefined && { owedSince: Date.parse(owedSince) }),
});

/** Return what a merged case owed when it was merged, from the commit that merged it. */
async function mergeOf(
  store: Store,
  { id, merged }: Case,
): Promise<DataOf<'rida.case.merged.v1'> | undefined> {
  if (merged?.commit === undefined) return undefined;
  const commit = await store.commitAt({ kind: 'case', id, version: merged.commit });
  const event = commit?.events.find(({ type }) => type === 'rida.case.merged.v1');
  return event?.data as DataOf<'rida.case.merged.v1'> | undefined;
}

/** Return the case, and every case that it or one of these was ever merged into. */
async function everMergedInto(store: Store, first: Case): Promise<Case[]> {
  const found = new Map([[first.id as string, first]]);
  // A map gives the entries that are added while it is walked.
  for (const [, { merged, mergedBefore = [] }] of found) {
    for (const into of merged ? [...mergedBefore, merged.into] : mergedBefore) {
      const next = found.has(into) ? undefined : await store.load('case', into);
      if (next) found.set(into, next);
    }
  }
  return [...found.values()];
}

/**
 * A case was separated from the one that it was merged into. Let it go there, and let go every other case that
 * had come along with it: the case that these lead to now takes them over.
 */
async function release(
  carrying: Carrying,
  { subject, data }: Of<'rida.case.unmerged.v1'>,
): Promise<LinkOutcome> {
  const { store } = carrying.deps;
  const target = await store.load('case', data.from);
  let outcome: LinkOutcome = 'outdated';
  for (const holder of target ? await everMergedInto(store, target) : []) {
    for (const { to, as } of holder.links ?? []) {
      const released = as === 'merged-from' ? await releaseStray(carrying, holder, to, data.by) : undefined;
      if (to === subject && released) outcome = released;
    }
  }
  return outcome;
}

/** Let a merged case go from one that it does not lead to any more, and let the case that it leads to take it. */
async function releaseStray(
  carrying: Carrying,
  holder: Case,
  id: string,
  by: Actor,
): Promise<CommandOutcome['outcome'] | undefined> {
  const { store } = carrying.deps;
  const source = await store.load('case', id);
  const chain = source && (await followMerges(store, source));
  if (!chain || chain.ring.length > 0 || chain.path.some((one) => one.id === holder.id)) return undefined;
  const { outcome } = await carrying.do(
    holder.id,
    { do: 'release', source: id, by },
    `${holder.id} releases ${id}`,
  );
  const newest = await mergeOf(store, source);
  const { survivor } = chain;
  if (newest) await carrying.do(survivor.id, absorbing(id, newest), `${survivor.id} takes ${id}`);
  return outcome;
}

/** Update the other end of a link if this end still has the link: events may be delivered in any order. */
async function otherEnd(
  carrying: Carrying,
  { type, subject, subjectVersion, data }: Of<'rida.case.linked.v1' | 'rida.case.unlinked.v1'>,
): Promise<LinkOutcome> {
  const { to, as, by } = data;
  if (as === 'merged-from') return 'nothing-to-do';
  const supportCase = await carrying.deps.store.load('case', subject, subjectVersion);
  const isTied = supportCase?.links?.some((link) => link.to === to && link.as === as) ?? false;
  const what = type === 'rida.case.linked.v1' ? 'link' : 'unlink';
  if (isTied !== (what === 'link')) return 'outdated';
  return (await carrying.do(to, { do: what, to: subject, as: OTHER_END[as], by })).outcome;
}

/** Open a new case for a split message, linked to its source. */
async function splitOff(
  carrying: Carrying,
  { subject, data }: Of<'rida.case.split.v1'>,
): Promise<LinkOutcome> {
  const { deps, rules } = carrying;
  const [source, message] = await Promise.all([
    deps.store.load('case', subject),
    readMessage(deps.blobs, subject, data.message),
  ]);
  if (!source || !message || source.erased) return 'nothing-to-do';
  const { type, category, department, priority, by } = data;
  const { beneficiary, segment, channel, language, writtenIn, lastMessageId } = source;
  const { place } = placeIn(rules.districts, `${message.subject}\n${message.text}`);
  const trace = carrying.trace('split');
  const opened = await openCase(
    { store: deps.store, rules, keys: deps.keys },
    {
      ...trace,
      by,
      openCaseFrom: {
        ...{ type, category, department, priority, beneficiary, segment, channel, language },
        ...(place && { place }),
        ...(writtenIn !== undefined && { writtenIn }),
        subject: message.subject || source.subject,
        related: subject,
        ...(lastMessageId !== undefined && { lastMessageId }),
      },
      before: (reference) =>
        copyMessage(deps.blobs, message, {
          ...{ caseId: reference, id: trace.cause },
          isShut: source.quarantine === VIRUS || message.isShut === true,
        }),
    },
  );
  return (await carrying.do(subject, { do: 'link', to: opened.case.id, as: 'split-into', by })).outcome;
}

/** Resolve the child cases of a resolved case. Each beneficiary is informed and surveyed. */
async function resolveChildren(
  carrying: Carrying,
  { subject, data, subjectVersion }: Of<'rida.case.resolved.v1'>,
): Promise<LinkOutcome> {
  const { children = [], by } = data;
  if (children.length === 0) return 'nothing-to-do';
  const parent = await carrying.deps.store.load('case', subject, subjectVersion);
  const { outcome, as = 'done' } = parent?.resolution ?? {};
  if (outcome === undefined || outcome === '') return 'nothing-to-do';
  for (const child of children) await carrying.do(child, { do: 'resolve', as, outcome, by });
  return `${children.length} children`;
}

/**
 * Apply a change of one case or beneficiary to the other case or record that it concerns. The event was
 * stored in the same commit as the change, so that the other end is updated even after a failure.
 */
export async function propagateLinks(deps: PropagateLinksDeps, event: Related): Promise<LinkOutcome> {
  const carrying = new Carrying(deps, await deps.rules.current(), event);
  switch (event.type) {
    case 'rida.case.merged.v1':
      return absorb(carrying, event);
    case 'rida.case.unmerged.v1':
      return release(carrying, event);
    case 'rida.case.linked.v1':
    case 'rida.case.unlinked.v1':
      return otherEnd(carrying, event);
    case 'rida.case.split.v1':
      return splitOff(carrying, event);
    case 'rida.case.resolved.v1':
      return resolveChildren(carrying, event);
    case 'rida.beneficiary.joined.v1':
    case 'rida.beneficiary.parted.v1':
      return otherPerson(deps, event);
  }
}
