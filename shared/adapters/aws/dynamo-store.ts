import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CallPurpose } from '#events/vocabulary.ts';
import { behind } from '#shared/adapters/table/behind.ts';
import { callsAbout, callsIn } from '#shared/adapters/table/call-listing.ts';
import { callsOutOf, callsOutToOf } from '#shared/adapters/table/call-out-listing.ts';
import { commitItem } from '#shared/adapters/table/commit-item.ts';
import { byTime, effectItem, effectOf } from '#shared/adapters/table/effect-item.ts';
import { EFFECT, effectKey, partitionOf } from '#shared/adapters/table/keys.ts';
import {
  casesOf,
  closedBeforeOf,
  dueOf,
  entriesOf,
  liveOf,
  queueOf,
} from '#shared/adapters/table/listing.ts';
import { plan } from '#shared/adapters/table/plan.ts';
import { scrubbedCommit, scrubbedEffect } from '#shared/adapters/table/scrub.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import type { Call } from '#shared/domain/telephone/call.ts';
import { hasProcessed, needsCauseLookup } from '#shared/ports/processed-causes.ts';
import type {
  Aggregates,
  CallOutListing,
  CallSpan,
  CaseEntry,
  Change,
  ClosedEntry,
  Commit,
  CommitOutcome,
  DueEntry,
  Effect,
  Kind,
  Page,
  PageRequest,
  QueueState,
  Store,
} from '#shared/ports/store.ts';
import { DynamoHeads } from './dynamo-heads.ts';
import { DynamoIndex } from './dynamo-index.ts';
import { DynamoTable } from './dynamo-table.ts';

const SCRUBBED_AT_ONCE = 8;

export interface DynamoStoreOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
  /** Partitions of the index `desk`; 1 unless one gets hot. */
  readonly shards?: number;
}

/**
 * Cases, calls and the other heads in one DynamoDB table by write-ahead commits: one conditional put of the commit
 * item decides, then the head follows. No transaction, which would double every unit.
 */
export class DynamoStore implements Store {
  readonly #table: DynamoTable;
  readonly #shards: number;
  readonly #heads: DynamoHeads;
  readonly #index: DynamoIndex;

  constructor({ client, table, shards = 1 }: DynamoStoreOptions) {
    this.#table = new DynamoTable(client, table);
    this.#shards = shards;
    this.#heads = new DynamoHeads(this.#table, shards);
    this.#index = new DynamoIndex(this.#table);
  }

  async load<K extends Kind>(kind: K, id: string, atLeast?: number): Promise<Aggregates[K] | undefined> {
    const state = await this.#heads.read(kind, id, atLeast === undefined);
    if (atLeast === undefined || (state?.version ?? 0) >= atLeast) return state;
    const repaired = await this.#heads.repair(kind, id);
    if ((repaired?.version ?? 0) < atLeast) throw behind(kind, id, repaired?.version ?? 0, atLeast);
    return repaired;
  }

  async commit<K extends Kind>(change: Change<K>): Promise<CommitOutcome<K>> {
    const { kind, id, before, cause } = change;
    if (before && (await this.#knows(kind, before, cause))) return { outcome: 'duplicate', state: before };
    const { commit, state } = plan(change);
    if (!(await this.#table.put(commitItem(commit), 'absent'))) return this.#refuse(change);
    if (!(await this.#heads.write(kind, state))) await this.#heads.repair(kind, id);
    return { outcome: 'committed', state };
  }

  timeline(kind: Kind, id: string): Promise<readonly Commit[]> {
    return this.#heads.commits(kind, id, 0);
  }

  ofBeneficiary(beneficiaryId: string, page: PageRequest): Promise<Page<Case>> {
    return casesOf(this.#index, beneficiaryId, page);
  }

  entriesOfBeneficiary(beneficiaryId: string, page: PageRequest): Promise<Page<CaseEntry>> {
    return entriesOf(this.#index, beneficiaryId, page);
  }

  queue(department: string, state: QueueState, page: PageRequest): Promise<Page<Case>> {
    return queueOf(this.#index, this.#shards, department, state, page);
  }

  calls(span: CallSpan, page: PageRequest): Promise<Page<Call>> {
    return callsIn(this.#index, span, page);
  }

  callsAbout(caseRef: string, page: PageRequest): Promise<Page<Call>> {
    return callsAbout(this.#index, caseRef, page);
  }

  live(shard: number, page: PageRequest): Promise<Page<Case>> {
    return liveOf(this.#index, shard, page);
  }

  callsOut(purpose: CallPurpose, state: CallOutListing, page: PageRequest): Promise<Page<CallOut>> {
    return callsOutOf(this.#index, this.#shards, purpose, state, page);
  }

  callsOutTo(beneficiaryId: string, page: PageRequest): Promise<Page<CallOut>> {
    return callsOutToOf(this.#index, beneficiaryId, page);
  }

  closedBefore(department: string, before: number, page: PageRequest): Promise<Page<ClosedEntry>> {
    return closedBeforeOf(this.#index, department, before, page);
  }

  due(shard: number, until: number, page: PageRequest): Promise<Page<DueEntry>> {
    return dueOf(this.#index, shard, until, page);
  }

  async effects(kind: Kind, id: string): Promise<readonly Effect[]> {
    const items = await this.#table.query({
      KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :prefix)',
      ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
      ExpressionAttributeValues: { ':pk': partitionOf(kind, id), ':prefix': EFFECT },
      ConsistentRead: true,
    });
    return items.map(effectOf).sort(byTime);
  }

  async effect(kind: Kind, id: string, effectId: string): Promise<Effect | undefined> {
    // Whoever asks comes again minutes later at the soonest: by then the copy at hand has it.
    const item = await this.#table.get(effectKey(kind, id, effectId), false);
    return item && effectOf(item);
  }

  recordEffect(kind: Kind, id: string, effect: Effect): Promise<boolean> {
    return this.#table.put(effectItem(kind, id, effect), 'absent');
  }

  /** Not all at once: a crash in between leaves some as they were, and the repeat goes through all again. */
  async scrub(kind: Kind, id: string, clean: (commit: Commit) => Commit): Promise<void> {
    // A head left behind takes in the commits as they were made; cleaned ones may no longer say what went away.
    await this.#heads.repair(kind, id);
    const commits = await this.#heads.commits(kind, id, 0);
    const effects = await this.effects(kind, id);
    const items = [
      ...commits.map((commit) => commitItem(scrubbedCommit(commit, clean))),
      ...effects.map((effect) => effectItem(kind, id, scrubbedEffect(effect))),
    ];
    for (let at = 0; at < items.length; at += SCRUBBED_AT_ONCE) {
      const some = items.slice(at, at + SCRUBBED_AT_ONCE);
      await Promise.all(some.map((item) => this.#table.put(item, 'present')));
    }
  }

  /** The version is taken: by this very cause, also when only its answer was lost, or by another. */
  async #refuse<K extends Kind>({ kind, id, cause }: Change<K>): Promise<CommitOutcome<K>> {
    const state = await this.#heads.repair(kind, id);
    if (state && (await this.#knows(kind, state, cause))) return { outcome: 'duplicate', state };
    return { outcome: 'conflict' };
  }

  async #knows<K extends Kind>(kind: K, state: Aggregates[K], cause: string): Promise<boolean> {
    if (hasProcessed(state, cause)) return true;
    if (!needsCauseLookup(kind, state)) return false;
    const commits = await this.#heads.commits(kind, state.id, 0);
    return commits.some((commit) => commit.cause === cause);
  }
}
