import type { Change, CommitOutcome, Kind, Store } from '#shared/ports/store.ts';

/** Wrap a store so that it notifies the relay of each commit, which needs no polling. */
export function notifyingStore(store: Store, committed: () => void): Store {
  return {
    load: (kind, id, atLeast) => store.load(kind, id, atLeast),
    async commit<K extends Kind>(change: Change<K>): Promise<CommitOutcome<K>> {
      const outcome = await store.commit(change);
      if (outcome.outcome === 'committed') committed();
      return outcome;
    },
    hasCommitted: (kind, id, cause) => store.hasCommitted(kind, id, cause),
    commitAt: (place) => store.commitAt(place),
    timeline: (kind, id) => store.timeline(kind, id),
    ofBeneficiary: (beneficiaryId, page) => store.ofBeneficiary(beneficiaryId, page),
    entriesOfBeneficiary: (beneficiaryId, page) => store.entriesOfBeneficiary(beneficiaryId, page),
    queue: (department, state, page) => store.queue(department, state, page),
    casesAt: (asked, limit) => store.casesAt(asked, limit),
    work: (departments, query) => store.work(departments, query),
    assignedTo: (user, page) => store.assignedTo(user, page),
    firstWaiting: (department) => store.firstWaiting(department),
    nextWaiting: (after) => store.nextWaiting(after),
    dueShards: () => store.dueShards(),
    live: (shard, page) => store.live(shard, page),
    calls: (span, page) => store.calls(span, page),
    callsAbout: (caseRef, page) => store.callsAbout(caseRef, page),
    callsOut: (purpose, state, page) => store.callsOut(purpose, state, page),
    tasksOf: (kind, page) => store.tasksOf(kind, page),
    callsOutTo: (beneficiaryId, page) => store.callsOutTo(beneficiaryId, page),
    closedBefore: (department, before, page) => store.closedBefore(department, before, page),
    due: (shard, until, page) => store.due(shard, until, page),
    collectNotices: (reader, notices) => store.collectNotices(reader, notices),
    waitingNotices: (reader, limit) => store.waitingNotices(reader, limit),
    removeNotices: (reader, notices) => store.removeNotices(reader, notices),
    workloads: (users) => store.workloads(users),
    isCounted: (user, caseId) => store.isCounted(user, caseId),
    countCase: (user, counted, most) => store.countCase(user, counted, most),
    discountCase: (user, caseId) => store.discountCase(user, caseId),
    countedCases: (user, page) => store.countedCases(user, page),
    correctCount: (user, from, to) => store.correctCount(user, from, to),
    newestCommits: (kind, id, page) => store.newestCommits(kind, id, page),
    newestEffects: (caseId, span) => store.newestEffects(caseId, span),
    effects: (kind, id) => store.effects(kind, id),
    effect: (kind, id, effectId) => store.effect(kind, id, effectId),
    recordEffect: (kind, id, effect) => store.recordEffect(kind, id, effect),
    scrub: (kind, id, clean) => store.scrub(kind, id, clean),
  };
}
