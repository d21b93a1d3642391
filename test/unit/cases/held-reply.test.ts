import { describe, expect, it } from 'vitest';
import { handleAct, handleCommand } from '#shared/application/handle-command.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { clocksOf } from '#shared/domain/cases/clocks.ts';
import { UNDO_MS } from '#shared/domain/cases/decisions/held-reply.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as NINE } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { at, AGENT as by, done, having, kinds, resolve, tick } from './deciding.ts';

const hold: CaseCommand = { do: 'hold-reply', by };
const SENT = 'message.sent';
const first = (state: Case, now: number) => clocksOf(state, rules, now).clocks.firstResponse;

describe('a reply that may be undone', () => {
  const { case: held, events } = done(NINE, aCase(), hold);

  it('sends nothing, stops no clock and changes no status before its time', () => {
    expect(events).toEqual([]);
    expect(held).toMatchObject({ status: 'new', nextDueAt: NINE + UNDO_MS });
    expect(first(held, NINE).state).toBe('running');
    expect(done(NINE + UNDO_MS - 1, held, tick)).toEqual({ case: held, events: [] });
  });

  it('is sent at its time, and the clocks are judged by when its agent sent it', () => {
    const due = first(held, NINE).dueAt ?? 0;
    const late = done(due - 1, aCase(), hold).case;
    const { case: after, events: sent } = done(due + MINUTE, late, tick);
    expect(kinds(sent)).toEqual([SENT, 'case.status-changed']);
    expect(first(after, due + MINUTE)).toMatchObject({ state: 'met', metAt: due - 1, breached: false });
    expect(after.heldReply).toBeUndefined();
  });

  it('is undone as if it had never been written', () => {
    const { message = '' } = held.heldReply ?? {};
    const undone = done(NINE + 1, held, { do: 'undo-reply', message, by });
    const { nextDueAt: _, ...before } = done(NINE + 1, aCase({ id: held.id }), tick).case;
    expect(undone.case).toMatchObject(before);
    expect(undone.case.heldReply).toBeUndefined();
    expect(at(NINE + 2, undone.case, { do: 'undo-reply', message, by })).toEqual({
      rejected: 'already-sent',
    });
  });

  it('also resolves', () => {
    const both = done(NINE, aCase(), { ...hold, outcome: 'أجبناك.' });
    const { case: after, events: sent } = done(NINE + UNDO_MS, both.case, tick);
    expect(kinds(sent)).toEqual([SENT, 'case.status-changed', 'case.resolved', 'survey.invited']);
    expect(after).toMatchObject({
      status: 'resolved',
      resolution: { by, as: 'answered', outcome: 'أجبناك.' },
    });
  });

  it.each<[string, CaseCommand]>([
    ['a second reply', hold],
    ['a reply of a program', { do: 'reply', by }],
    ['the end of the case', resolve],
    ['a merge', { do: 'merge', into: 'other', by }],
  ])('is sent before %s', (_, command) => {
    const { case: after, events: sent } = done(NINE + 1, held, command);
    expect(kinds(sent)[0]).toBe(SENT);
    expect(after.heldReply?.until).not.toBe(held.heldReply?.until);
  });

  it('is sent without the next status that a colleague made impossible', () => {
    const waits = done(NINE, aCase(), { ...hold, thenStatus: 'pending-beneficiary' }).case;
    const moved = having(waits, [NINE + 1, { do: 'set-status', to: 'pending-beneficiary', by }]);
    expect(kinds(done(NINE + MINUTE, moved, tick).events)).toEqual([SENT]);
  });

  it('is never sent for an erased case', () => {
    const erased = having(held, [NINE + 1, { do: 'erase', because: 'request', by }]);
    expect(erased.heldReply).toBeUndefined();
    expect(done(NINE + MINUTE, erased, tick).events).toEqual([]);
  });

  it.each<[string, CaseCommand, unknown]>([
    ['a status that it cannot have next', { ...hold, thenStatus: 'new' }, 'illegal-status'],
    ['a case that ended', hold, 'not-active'],
  ])('is rejected at once for %s', (name, command, rejected) => {
    const state = name.includes('ended') ? having(aCase(), [NINE, resolve]) : aCase({ status: 'open' });
    expect(at(NINE, state, command)).toMatchObject({ rejected });
  });
});

describe('a held reply as news', () => {
  const trace = (cause: string, now: number) => ({
    ...{ cause, at: now, recordedAt: now, correlationId: cause, causationId: cause },
  });
  const shown = async () => {
    const store = new MemoryStore();
    const { id } = aCase();
    store.seed(aCase({ id }));
    const deps = { store, rules };
    await handleCommand(deps, { id, command: hold, by, ...trace('hold', NINE) });
    return { deps, id };
  };
  const ends = { ...resolve, by: 'agent:huda' } as CaseCommand;

  it('stops a colleague who did not see it, before and after it left', async () => {
    const { deps, id } = await shown();
    const act = { id, command: ends, by: 'agent:huda', seen: 1 } as const;
    for (const now of [NINE + 1, NINE + HOUR]) {
      expect(await handleAct(deps, { ...act, ...trace(`act ${now}`, now) })).toMatchObject({
        news: 'answered',
      });
      await handleCommand(deps, { id, command: tick, by: 'rida', ...trace(`tick ${now}`, NINE + MINUTE) });
    }
  });

  it('does not stop a colleague whose page showed it', async () => {
    const { deps, id } = await shown();
    await handleCommand(deps, { id, command: tick, by: 'rida', ...trace('tick', NINE + MINUTE) });
    const act = { id, command: ends, by: 'agent:huda', seen: 2, ...trace('act', NINE + HOUR) } as const;
    expect(await handleAct(deps, act)).toMatchObject({ outcome: 'committed' });
  });
});
