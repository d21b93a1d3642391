import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { clocksOf, deadlinesOf } from '#shared/domain/cases/clocks.ts';
import { decideCase } from '#shared/domain/cases/decide-case.ts';
import { isRejection } from '#shared/domain/cases/decision.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Targets } from '#shared/domain/sla/policy.ts';
import { DAY, HOUR, isoInstant } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as NINE } from '#test/doubles/fixed-clock.ts';
import { at, AGENT as by, dataOf, done, having, kinds, resolve, tick } from './deciding.ts';

type To = Extract<CaseCommand, { do: 'reclassify' }>['to'];
const reclassify = (to: To): CaseCommand => ({ do: 'reclassify', to, by });
const dueOf = (state: Case) => clocksOf(state, rules, NINE).clocks.resolution.dueAt;

describe('correcting what a case is about', () => {
  it('tells from what to what and moves deadlines from the start', () => {
    const { case: next, events } = done(
      NINE + HOUR,
      aCase(),
      reclassify({
        type: 'report',
        category: 'parking',
        priority: 'urgent',
        segment: 'investor',
        language: 'en',
      }),
    );
    expect(events).toEqual([
      {
        type: 'rida.case.reclassified.v1',
        data: {
          by,
          changes: [
            { field: 'category', from: 'lighting', to: 'parking' },
            { field: 'priority', from: 'normal', to: 'urgent' },
            { field: 'segment', from: 'citizen', to: 'investor' },
            { field: 'language', from: 'ar', to: 'en' },
          ],
        },
      },
    ]);
    const { type, category, priority, segment } = next;
    expect(dueOf(next)).toBe(dueOf(aCase({ type, category, priority, segment })));
    expect(next.facts.at(-1)).toEqual({ at: NINE + HOUR, type: 'terms' });
  });

  it('of the language alone leaves the clocks alone', () => {
    const supportCase = aCase();
    expect(done(NINE, supportCase, reclassify({ language: 'en' })).case.facts).toEqual(supportCase.facts);
  });

  it('leaves the assignee behind with the department, and only then', () => {
    const mine = aCase({ assignee: 'salem' });
    const away = done(NINE, mine, reclassify({ department: 'environment' }));
    expect(away.case).not.toHaveProperty('assignee');
    expect(dataOf(away.events, 'rida.case.reclassified.v1')?.unassigned).toBe('salem');
    const here = done(NINE, mine, reclassify({ category: 'parking' }));
    expect(here.case).toMatchObject({ assignee: 'salem', department: 'operations' });
    expect(dataOf(here.events, 'rida.case.reclassified.v1')).not.toHaveProperty('unassigned');
  });

  it('counts a deadline it put into the past, and notifies no staff of it', () => {
    const openedAt = NINE - DAY;
    const old = aCase({ priority: 'low', openedAt, facts: [{ at: openedAt, type: 'opened' }] });
    const seen = having(old, [NINE + HOUR, tick]);
    const urgent = done(NINE + HOUR, seen, reclassify({ priority: 'urgent' })).case;
    expect(urgent.nextDueAt).toBe(NINE + HOUR);
    const ticked = done(NINE + HOUR, urgent, tick);
    expect(kinds(ticked.events)).not.toContain('case.escalated');
    expect(kinds(ticked.events)).not.toContain('sla.warned');
    const breaches = ticked.events.filter(({ type }) => type === 'rida.sla.breached.v1');
    expect(breaches.length).toBeGreaterThan(0);
    for (const { data } of breaches) expect(data).toMatchObject({ cause: 'terms' });
    expect(ticked.case.level).toBe(seen.level);
  });

  it('of a resolved case is for the figures: type and category only', () => {
    const resolved = having(aCase(), [NINE, resolve]);
    expect(
      done(NINE + 1, resolved, reclassify({ type: 'complaint', category: 'parking' })).case,
    ).toMatchObject({
      ...{ status: 'resolved', type: 'complaint', category: 'parking' },
    });
    for (const to of [{ priority: 'low' }, { department: 'planning' }, { type: 'inquiry', segment: 'staff' }])
      expect(at(NINE, resolved, reclassify(to as To))).toEqual({ rejected: 'not-active' });
    const closed = having(resolved, [NINE, { do: 'close', reason: 'finished', by }]);
    expect(at(NINE, closed, reclassify({ type: 'complaint' }))).toEqual({ rejected: 'not-active' });
  });

  it.each<[To, string]>([
    [{}, 'nothing-changed'],
    [{ priority: 'normal', category: 'lighting' }, 'nothing-changed'],
    [{ category: 'nowhere' }, 'unknown-category'],
    [{ department: 'nowhere' }, 'unknown-department'],
  ])('to %j is refused: %s', (to, rejected) => {
    expect(at(NINE, aCase(), reclassify(to))).toEqual({ rejected });
  });
});

describe('new settings', () => {
  const supportCase = aCase();
  const { clocks } = clocksOf(supportCase, rules, NINE);
  const before = { resolution: clocks.resolution.dueAt ?? 0, firstResponse: clocks.firstResponse.dueAt ?? 0 };
  const retime = (was: Extract<CaseCommand, { do: 'retime' }>['before']): CaseCommand => ({
    ...{ do: 'retime', settings: 3, before: was },
  });

  it('tell which deadlines moved, from when to when', () => {
    const { case: next, events } = done(
      NINE,
      supportCase,
      retime({ resolution: NINE, nextResponse: NINE + 1 }),
    );
    expect(dataOf(events, 'rida.case.retimed.v1')).toEqual({
      settings: 3,
      changes: [
        { clock: 'firstResponse', to: isoInstant(before.firstResponse) },
        { clock: 'nextResponse', from: isoInstant(NINE + 1) },
        { clock: 'resolution', from: isoInstant(NINE), to: isoInstant(before.resolution) },
      ],
    });
    expect(next.facts.at(-1)).toEqual({ at: NINE, type: 'terms' });
  });

  it('publish nothing when no deadline moved; the timer is correct anyway', () => {
    const { case: next, events } = done(NINE, supportCase, retime(before));
    expect(events).toEqual([]);
    const { nextDueAt, deadlineAt } = done(NINE, supportCase, { do: 'note', by }).case;
    expect(next).toEqual({ ...supportCase, nextDueAt, deadlineAt });
  });

  const timed = (targets: Targets, times: number): Targets =>
    Object.fromEntries(Object.entries(targets).map(([name, minutes]) => [name, minutes * times]));
  const withTargets = (times: number): Rules => ({
    ...rules,
    policies: rules.policies.map((policy) => {
      const { urgent, high, normal, low } = policy.targets;
      return {
        ...policy,
        targets: {
          ...{ urgent: timed(urgent, times), high: timed(high, times) },
          ...{ normal: timed(normal, times), low: timed(low, times) },
        },
      };
    }),
  });
  const under = (inForce: Rules, now: number, state: Case, command: CaseCommand) => {
    const decision = decideCase(state, command, { now, rules: inForce, cause: 'new-settings' });
    if (isRejection(decision)) throw new Error(decision.rejected);
    return decision;
  };

  it('that give more time take a breach back', () => {
    const late = having(supportCase, [NINE + 3 * HOUR, tick]);
    const { case: next, events } = under(
      withTargets(3),
      NINE + 4 * HOUR,
      late,
      retime(deadlinesOf(late, rules, NINE)),
    );
    expect(kinds(events)).toEqual(['case.retimed', 'sla.retracted']);
    expect(next.level).toBe(0);
    expect(next.nextDueAt).toBeGreaterThan(NINE + 4 * HOUR);
  });

  it('that give less time count the deadlines they put into the past, and notify no staff', () => {
    const calm = having(supportCase, [NINE + HOUR, { do: 'note', by }]);
    const short = withTargets(0.25);
    const retimed = under(short, NINE + HOUR, calm, retime(deadlinesOf(calm, rules, NINE + HOUR)));
    expect(retimed.case.nextDueAt).toBe(NINE + HOUR);
    const seen = under(short, NINE + HOUR, retimed.case, tick);
    expect(kinds(seen.events)).toEqual(['sla.breached']);
    expect(seen.events[0]?.data).toMatchObject({ cause: 'terms' });
    expect(under(short, NINE + HOUR, seen.case, tick).events).toEqual([]);
  });

  it('leave what is resolved alone', () => {
    const resolved = having(supportCase, [NINE, resolve]);
    expect(done(NINE + 1, resolved, retime(before))).toEqual({ case: resolved, events: [] });
  });
});
