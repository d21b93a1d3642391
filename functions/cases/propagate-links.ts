import type { EventsOf } from '#events/registry.ts';
import type { Relation } from '#events/vocabulary.ts';
import { becauseOf } from '#shared/application/because-of.ts';
import { type CommandOutcome, handleCommand } from '#shared/application/handle-command.ts';
import { readMessage } from '#shared/application/messages.ts';
import { openCase } from '#shared/application/open-case.ts';
import { whereItStands } from '#shared/application/standing-case.ts';
import type { Command } from '#shared/domain/cases/command.ts';
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

/** The outcome of an event: of the other case or person, or how many children followed. */
type LinkOutcome =
  | CommandOutcome['outcome']
  | OtherPersonOutcome
  | 'overtaken'
  | 'nothing-to-do'
  | `${number} children`;

/** What a tie looks like from its other end; a merge has commands of its own. */
const OTHER_END: Readonly<Record<Exclude<Relation, 'merged-from'>, Relation>> = {
  related: 'related',
  parent: 'child',
  child: 'parent',
  'split-from': 'split-into',
  'split-into': 'split-from',
};

/** One event being carried to the other case. */
class Carrying {
  readonly deps: PropagateLinksDeps;
  readonly rules: Rules;
  readonly event: Related;

  constructor(deps: PropagateLinksDeps, rules: Rules, event: Related) {
    this.deps = deps;
    this.rules = rules;
    this.event = event;
  }

  /** What every write because of this event says of itself; once for each case it reaches. */
  trace(id: string) {
    return becauseOf(this.event, id, this.deps.clock);
  }

  /** Carries out a command on another case. What it refuses was done before, or can no longer be. */
  do(id: string, command: Command): Promise<CommandOutcome> {
    const by = 'by' in command ? command.by : 'rida';
    const { store } = this.deps;
    return handleCommand({ store, rules: this.rules }, { id, command, by, ...this.trace(id) });
  }
}

/** Carries out what must reach a case that stands; one that was merged in this moment is looked for again. */
async function reach(carrying: Carrying, id: string, command: Command): Promise<CommandOutcome['outcome']> {
  const done = await carrying.do(id, command);
  if (done.outcome === 'rejected' && done.rejection.rejected === 'is-merged')
    throw new Error(`case ${id} was merged while another was carried to it; try again`);
  return done.outcome;
}

async function absorb(carrying: Carrying, event: Of<'rida.case.merged.v1'>): Promise<LinkOutcome> {
  const { subject, subjectVersion, data } = event;
  const { store } = carrying.deps;
  const { into, by, remaining, promisedFor, owedSince } = data;
  const source = await store.load('case', subject, subjectVersion);
  // Its undoing may have been told first.
  if (source?.merged?.into !== into) return 'overtaken';
  const { stands, ring } = await whereItStands(store, source);
  // Two people merged two cases into each other: the first by its reference stands, or neither would.
  if (subject === ring[0]) return reach(carrying, subject, { do: 'unmerge', by: 'rida' });
  if (ring.length > 0) throw new Error(`case ${subject} waits until one of ${ring} stands; try again`);
  return reach(carrying, stands.id, {
    ...{ do: 'absorb', source: subject, by },
    remaining: {
      ...(remaining.firstResponse !== undefined && { firstResponse: remaining.firstResponse }),
      ...(remaining.resolution !== undefined && { resolution: remaining.resolution }),
    },
    ...(promisedFor !== undefined && { promisedFor: Date.parse(promisedFor) }),
    ...(owedSince !== undefined && { owedSince: Date.parse(owedSince) }),
  });
}

async function release(carrying: Carrying, event: Of<'rida.case.unmerged.v1'>): Promise<LinkOutcome> {
  const { subject, subjectVersion, data } = event;
  const { store } = carrying.deps;
  const [source, target] = await Promise.all([
    store.load('case', subject, subjectVersion),
    store.load('case', data.from),
  ]);
  if (!target || source?.merged?.into === data.from) return 'overtaken';
  const { stands } = await whereItStands(store, target);
  return (await carrying.do(stands.id, { do: 'release', source: subject, by: data.by })).outcome;
}

/** The other end of a tie follows as long as this end still says so: events may come in any order. */
async function otherEnd(
  carrying: Carrying,
  { type, subject, subjectVersion, data }: Of<'rida.case.linked.v1' | 'rida.case.unlinked.v1'>,
): Promise<LinkOutcome> {
  const { to, as, by } = data;
  if (as === 'merged-from') return 'nothing-to-do';
  const supportCase = await carrying.deps.store.load('case', subject, subjectVersion);
  const isTied = supportCase?.links?.some((link) => link.to === to && link.as === as) ?? false;
  const what = type === 'rida.case.linked.v1' ? 'link' : 'unlink';
  if (isTied !== (what === 'link')) return 'overtaken';
  return (await carrying.do(to, { do: what, to: subject, as: OTHER_END[as], by })).outcome;
}

/** The split message begins a case of its own, tied to the one it came from. */
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
  const { beneficiary, segment, channel, language, lastMessageId } = source;
  const trace = carrying.trace('split');
  const opened = await openCase(
    { store: deps.store, rules, keys: deps.keys },
    {
      ...trace,
      by,
      openCaseFrom: {
        ...{ type, category, department, priority, beneficiary, segment, channel, language },
        subject: message.subject || source.subject,
        related: subject,
        ...(lastMessageId !== undefined && { lastMessageId }),
      },
      before: (reference) => copyMessage(deps.blobs, message, { caseId: reference, id: trace.cause }),
    },
  );
  return (await carrying.do(subject, { do: 'link', to: opened.case.id, as: 'split-into', by })).outcome;
}

/** What ends the parent ends its children: each beneficiary hears of it and is asked. */
async function resolveChildren(
  carrying: Carrying,
  { subject, data, subjectVersion }: Of<'rida.case.resolved.v1'>,
): Promise<LinkOutcome> {
  const { children = [], by } = data;
  if (children.length === 0) return 'nothing-to-do';
  const parent = await carrying.deps.store.load('case', subject, subjectVersion);
  const outcome = parent?.resolution?.outcome;
  if (outcome === undefined || outcome === '') return 'nothing-to-do';
  for (const child of children) await carrying.do(child, { do: 'resolve', outcome, by });
  return `${children.length} children`;
}

/**
 * Carries what was decided of one case, or of one beneficiary, to the other it concerns. The first wrote
 * its event in the same commit, so that the other end follows whatever fails in between.
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
