import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { scrubbed } from '#shared/domain/cases/decisions/erase-data.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { WORKING_MORNING as NINE } from '#test/doubles/fixed-clock.ts';
import { patchOf } from '#test/doubles/patch-of.ts';
import { at, AGENT as by, dataOf, done, having, kinds, resolve, tick } from './deciding.ts';

const PERSONAL = /نورة|norah|إنارة|huda/u;
const first = aCase({ lastMessageId: '<norah@example.com>' });
const life: readonly (readonly [number, CaseCommand])[] = [
  [NINE, { do: 'reply', by }],
  [NINE, { do: 'resolve', as: 'done', outcome: 'اتصلنا بنورة', by }],
  [NINE + DAY, tick],
  [
    NINE + 2 * DAY,
    {
      ...{ do: 'answer-survey', invitation: 's0', score: 5, finished: true, language: 'ar' },
      comment: 'شكرًا من نورة القحطاني',
    },
  ],
];
const lived = having(first, ...life);
const erase = (because: 'request' | 'age' = 'request'): CaseCommand => ({ do: 'erase', because, by });

describe('erasing a case', () => {
  const { case: gone, events } = done(NINE + 9 * DAY, { ...lived, watchers: ['huda'] }, erase());

  it('leaves nothing personal on it; what is counted stays', () => {
    expect(JSON.stringify(gone)).not.toMatch(PERSONAL);
    expect(gone).toMatchObject({
      beneficiary: { id: 'erased', authenticated: false },
      ...{ subject: '', status: 'closed', category: 'lighting', department: 'operations' },
      ...{ segment: 'citizen', channel: 'mail', openedAt: NINE, facts: lived.facts, fired: lived.fired },
      resolution: { at: NINE, by, outcome: '' },
      survey: { state: 'answered', score: 5, finished: true },
      erased: { at: NINE + 9 * DAY, because: 'request' },
    });
    for (const field of ['lastMessageId', 'watchers', 'nextDueAt']) expect(gone).not.toHaveProperty(field);
    expect(events).toEqual([{ type: 'rida.case.erased.v1', data: { by, because: 'request' } }]);
  });

  it('is the last that happens to it', () => {
    for (const command of [
      { do: 'note', by },
      { do: 'receive', channel: 'mail' },
      { do: 'reopen', by },
      { do: 'merge', into: 'x', by },
      { do: 'reclassify', to: { type: 'inquiry' }, by },
      { do: 'retime', settings: 1, before: {} },
      erase(),
    ] satisfies CaseCommand[])
      expect(at(NINE + 9 * DAY, gone, command)).toEqual({ rejected: 'erased' });
    expect(done(NINE + 99 * DAY, gone, tick)).toEqual({ case: gone, events: [] });
  });

  it.each<[string, Case, string]>([
    ['new', aCase(), 'withdrawn'],
    ['being worked on', having(aCase(), [NINE, { do: 'promise', dueAt: NINE + DAY, by }]), 'withdrawn'],
    ['resolved', having(aCase(), [NINE, resolve]), 'no-answer'],
  ])('that is %s ends it first', (_, state, reason) => {
    const ended = done(NINE + 1, state, erase());
    expect(kinds(ended.events).slice(-2)).toEqual(['case.closed', 'case.erased']);
    expect(dataOf(ended.events, 'rida.case.closed.v1')?.reason).toBe(reason);
    expect(ended.case).toMatchObject({ status: 'closed', closing: { reason } });
    expect(ended.case).not.toHaveProperty('promise');
  });

  it('by age is not for one at work', () => {
    expect(at(NINE, aCase(), erase('age'))).toEqual({
      rejected: 'illegal-status',
      from: 'new',
      to: 'closed',
    });
    for (const state of [lived, having(aCase(), [NINE, resolve])])
      expect(done(NINE + 3 * DAY, state, erase('age')).case.erased?.because).toBe('age');
  });

  it('is possible also when it was merged', () => {
    const merged = having(aCase(), [NINE, { do: 'merge', into: '7M2-4K9-0131', by }]);
    expect(kinds(done(NINE, merged, erase()).events)).toEqual(['case.erased']);
  });
});

describe('its past', () => {
  const opening: CaseCommand = {
    ...{ do: 'open', id: first.id, type: 'report', category: 'lighting', department: 'operations' },
    ...{ subject: first.subject, beneficiary: first.beneficiary, segment: 'citizen', channel: 'mail' },
    ...{ language: 'ar', priority: 'normal', lastMessageId: '<norah@example.com>' },
  };

  it('holds nothing personal either, and tells the same events of the same fields', () => {
    let state: Case | undefined;
    for (const [now, command] of [[NINE, opening] as const, ...life, [NINE + 9 * DAY, erase()] as const]) {
      const next = done(now, state, command);
      const commit = { events: next.events, patch: patchOf(state, next.case) };
      const clean = scrubbed(commit);
      expect(JSON.stringify(clean)).not.toMatch(PERSONAL);
      expect(kinds(clean.events)).toEqual(kinds(commit.events));
      const kept = Object.keys(commit.patch).filter((name) => name !== 'lastMessageId');
      expect(Object.keys(clean.patch)).toEqual(kept);
      expect(scrubbed(clean)).toEqual(clean);
      state = next.case;
    }
  });

  it('keeps whether the sender was authenticated, and the verdicts', () => {
    const { events, case: opened } = done(NINE, undefined, opening);
    const clean = scrubbed({ events, patch: patchOf(undefined, opened) });
    expect(clean.patch.beneficiary).toEqual({ id: 'erased', authenticated: true });
    expect(clean.events[0]?.data).toMatchObject({ beneficiaryId: 'erased', acknowledge: true });
    const resolved = done(NINE, opened, resolve);
    const commit = { events: resolved.events, patch: patchOf(opened, resolved.case) };
    expect(scrubbed(commit).events).toEqual(commit.events);
  });

  it('may say that something went away', () => {
    const patch = { survey: null, resolution: null, beneficiary: null, assignee: null };
    expect(scrubbed({ events: [], patch }).patch).toEqual(patch);
  });
});
