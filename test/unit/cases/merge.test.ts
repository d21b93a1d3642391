import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { clocksOf } from '#shared/domain/cases/clocks.ts';
import { DAY, HOUR, isoInstant, MINUTE } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as NINE } from '#test/doubles/fixed-clock.ts';
import { at, AGENT as by, dataOf, done, having, kinds, resolve, tick } from './deciding.ts';

const openedAt = NINE - HOUR;
const early = aCase({ openedAt, facts: [{ at: openedAt, type: 'opened' }] });
const fresh = aCase();
const merge: CaseCommand = { do: 'merge', into: fresh.id, by };
const reply: CaseCommand = { do: 'reply', by };
const wrote: CaseCommand = { do: 'receive', channel: 'mail' };
const dueOf = (
  state: Case,
  clock: 'firstResponse' | 'nextResponse' | 'resolution' | 'followUp',
  now = NINE,
) => clocksOf(state, rules, now).clocks[clock].dueAt;
type Absorb = Extract<CaseCommand, { do: 'absorb' }>;

/** Return the absorb command that follows from merging a case at an instant. */
function absorbing(source: Case, now = NINE): Absorb {
  const owed = dataOf(done(now, source, merge).events, 'rida.case.merged.v1');
  if (!owed) throw new Error('nothing was merged');
  return {
    ...{ do: 'absorb', source: source.id, by },
    remaining: owed.remaining as Absorb['remaining'],
    ...(owed.promisedFor && { promisedFor: Date.parse(owed.promisedFor) }),
    ...(owed.owedSince && { owedSince: Date.parse(owed.owedSince) }),
  };
}

describe('the case that is merged', () => {
  const merged = done(NINE, early, merge);

  it('ends as a duplicate, and says what it still owes', () => {
    expect(kinds(merged.events)).toEqual(['case.merged', 'case.closed']);
    expect(dataOf(merged.events, 'rida.case.merged.v1')).toEqual({
      ...{ into: fresh.id, by, owedSince: isoInstant(openedAt) },
      remaining: { firstResponse: HOUR, resolution: clocksOf(early, rules, NINE).clocks.resolution.marginMs },
    });
    expect(dataOf(merged.events, 'rida.case.closed.v1')).toMatchObject({
      ...{ reason: 'duplicate', duplicateOf: fresh.id },
    });
    expect(merged.case).toMatchObject({
      status: 'closed',
      closing: { at: NINE, reason: 'duplicate', duplicateOf: fresh.id },
      merged: { into: fresh.id, at: NINE, status: 'new' },
    });
  });

  it('has no timer, no survey and no tiers', () => {
    const resolved = having(early, [NINE, resolve], [NINE + MINUTE, merge]);
    for (const state of [merged.case, resolved]) {
      expect(state.nextDueAt).toBeUndefined();
      expect(done(NINE + 90 * DAY, state, tick).events).toEqual([]);
    }
  });

  it('takes notes, watchers and late mail, and nothing else', () => {
    const heard = done(NINE + 1, merged.case, { ...wrote, lastMessageId: '<m@x>' } as CaseCommand);
    expect(kinds(heard.events)).toEqual(['message.received']);
    expect(heard.case).toEqual(merged.case);
    for (const command of [
      { do: 'note', by },
      { do: 'watch', user: 'huda', by },
    ] satisfies CaseCommand[])
      expect(at(NINE, merged.case, command)).toHaveProperty('events');
    for (const command of [
      reply,
      resolve,
      merge,
      { do: 'reopen', by },
      { do: 'assign', to: 'huda', by },
      { do: 'promise', dueAt: NINE + DAY, by },
      { do: 'ask-department', department: 'planning', asks: true, by },
      { do: 'reclassify', to: { priority: 'low' }, by },
      { do: 'absorb', source: 'x', remaining: {}, by },
      { do: 'link', to: 'x', as: 'related', by },
    ] satisfies CaseCommand[])
      expect(at(NINE, merged.case, command)).toEqual({ rejected: 'is-merged' });
  });

  it('is restored with its clocks from the original start', () => {
    const back = done(NINE + 3 * HOUR, merged.case, { do: 'unmerge', by });
    const openedAt = isoInstant(back.case.openedAt);
    expect(back.events).toEqual([{ type: 'rida.case.unmerged.v1', data: { from: fresh.id, by, openedAt } }]);
    expect(back.case).toMatchObject({ status: 'new', generation: 0 });
    expect(back.case).not.toHaveProperty('closing');
    expect(dueOf(back.case, 'firstResponse', NINE + 3 * HOUR)).toBe(dueOf(early, 'firstResponse'));
    // The deadline passed while the case was merged: it counts as missed, without an alert.
    const seen = done(NINE + 3 * HOUR, back.case, tick);
    expect(dataOf(seen.events, 'rida.sla.breached.v1')).toMatchObject({ cause: 'terms' });
    expect(kinds(seen.events)).not.toContain('case.escalated');
  });

  it('that waited for a department is open again, because the request is withdrawn', () => {
    const asked = having(early, [NINE, { do: 'set-status', to: 'pending-department', by }]);
    const back = done(NINE + DAY, done(NINE + 1, asked, merge).case, { do: 'unmerge', by });
    expect(back.case.status).toBe('open');
    expect(kinds(back.events)).toEqual(['case.unmerged', 'case.status-changed']);
  });

  it.each<[string, Case, CaseCommand]>([
    ['same-case', fresh, merge],
    ['not-merged', early, { do: 'unmerge', by }],
    ['not-active', having(early, [NINE, { do: 'close', reason: 'spam', by }]), merge],
  ])('is refused: %s', (rejected, state, command) => {
    expect(at(NINE, state, command)).toEqual({ rejected });
  });
});

describe('the case it is merged into', () => {
  it('keeps the earliest deadlines of both, and gives them back when they part', () => {
    const whole = done(NINE, fresh, absorbing(early));
    expect(whole.events).toEqual([
      { type: 'rida.case.linked.v1', data: { to: early.id, as: 'merged-from', by } },
    ]);
    for (const clock of ['firstResponse', 'resolution'] as const)
      expect(dueOf(whole.case, clock)).toBe(dueOf(early, clock));
    const parted = done(NINE + 1, whole.case, { do: 'release', source: early.id, by });
    expect(kinds(parted.events)).toEqual(['case.unlinked']);
    for (const clock of ['firstResponse', 'resolution'] as const)
      expect(dueOf(parted.case, clock, NINE + 1)).toBe(dueOf(fresh, clock));
    const again = done(NINE + 2, parted.case, absorbing(early, NINE + 2)).case;
    expect(dueOf(again, 'resolution', NINE + 2)).toBe(dueOf(early, 'resolution'));
  });

  it('counts what remains from the merging, however late it hears of it', () => {
    const whole = having(fresh, [NINE + 30 * MINUTE, { do: 'note', by }], [NINE, absorbing(early)]);
    expect(dueOf(whole, 'firstResponse', NINE + HOUR)).toBe(dueOf(early, 'firstResponse'));
  });

  it('owes an answer to what was not answered there, since then', () => {
    const waiting = having(early, [NINE - 50 * MINUTE, reply], [NINE - 40 * MINUTE, wrote]);
    const answered = having(fresh, [NINE, reply]);
    const whole = done(
      NINE,
      having(aCase({ openedAt, facts: early.facts }), [openedAt, reply]),
      absorbing(waiting),
    );
    expect(dueOf(whole.case, 'nextResponse')).toBe(NINE - 40 * MINUTE + 4 * HOUR);
    // The first response of the merged case is due here too. Earlier replies in this case do not count for
    // it.
    expect(dueOf(done(NINE, answered, absorbing(early)).case, 'nextResponse')).toBe(NINE + 4 * HOUR);
    // It is due once: the first response here is also the first response for the merged case.
    expect(dueOf(done(NINE, fresh, absorbing(early)).case, 'nextResponse')).toBeNull();
  });

  it('goes back to work when somebody waits for an answer', () => {
    const waiting = having(fresh, [NINE, { do: 'reply', by, thenStatus: 'pending-beneficiary' }]);
    const whole = done(NINE, waiting, absorbing(early));
    expect(kinds(whole.events)).toEqual(['case.linked', 'case.status-changed']);
    expect(clocksOf(whole.case, rules, NINE).clocks.nextResponse.state).toBe('running');
    const answered = having(early, [NINE, reply]);
    expect(done(NINE, waiting, absorbing(answered)).case.status).toBe('pending-beneficiary');
  });

  it('takes over a promise that is sooner than its own', () => {
    const promise = (dueAt: number): CaseCommand => ({ do: 'promise', dueAt, by });
    const source = having(early, [NINE, promise(NINE + 2 * HOUR)]);
    const later = having(fresh, [NINE, promise(NINE + 3 * HOUR)]);
    const sooner = having(fresh, [NINE, promise(NINE + HOUR)]);
    const taken = done(NINE, later, absorbing(source));
    expect(kinds(taken.events)).toEqual(['case.linked', 'promise.ended', 'promise.made']);
    expect(taken.case.promise?.dueAt).toBe(NINE + 2 * HOUR);
    expect(dueOf(taken.case, 'followUp')).toBe(NINE + 2 * HOUR);
    expect(done(NINE, sooner, absorbing(source)).case.promise?.dueAt).toBe(NINE + HOUR);
    expect(done(NINE, fresh, absorbing(source)).case.promise?.dueAt).toBe(NINE + 2 * HOUR);
  });

  it('is only tied to it when it is resolved or closed', () => {
    const resolved = having(fresh, [NINE, resolve]);
    const { case: next, events } = done(NINE + 1, resolved, absorbing(early));
    expect(kinds(events)).toEqual(['case.linked']);
    expect(next.facts).toEqual(resolved.facts);
    const parted = done(NINE + 2, next, { do: 'release', source: early.id, by });
    expect(parted.case.facts).toEqual(resolved.facts);
  });

  it('absorbs once and releases once', () => {
    const whole = done(NINE, fresh, absorbing(early)).case;
    expect(at(NINE, whole, absorbing(early))).toEqual({ rejected: 'already-linked' });
    expect(at(NINE, fresh, { do: 'release', source: early.id, by })).toEqual({ rejected: 'not-linked' });
    expect(at(NINE, fresh, { ...absorbing(early), source: fresh.id })).toEqual({ rejected: 'same-case' });
    const links = Array.from({ length: 200 }, (_, n) => ({ to: `c${n}`, as: 'child' as const, at: NINE }));
    expect(at(NINE, { ...fresh, links }, absorbing(early))).toEqual({ rejected: 'too-many' });
  });
});
