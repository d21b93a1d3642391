import { describe, expect, it } from 'vitest';
import type { Relation } from '#events/vocabulary.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { HOUR, isoInstant, MINUTE } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { WORKING_MORNING as NINE } from '#test/doubles/fixed-clock.ts';
import { at, AGENT as by, dataOf, done, having, kinds, resolve, tick } from './deciding.ts';

const other = '7M2-4K9-0131';
const link = (as: Relation, to: string = other): CaseCommand => ({ do: 'link', to, as, by });

describe('ties between cases', () => {
  it.each<Relation>(['related', 'parent', 'child', 'split-from', 'split-into'])(
    '%s: tied and untied once',
    (as) => {
      const tied = done(NINE, aCase(), link(as));
      expect(tied.events).toEqual([{ type: 'rida.case.linked.v1', data: { to: other, as, by } }]);
      expect(tied.case.links).toEqual([{ to: other, as, at: NINE }]);
      expect(at(NINE, tied.case, link(as))).toEqual({ rejected: 'already-linked' });
      const untied = done(NINE, tied.case, { do: 'unlink', to: other, as, by });
      expect(untied.events).toEqual([{ type: 'rida.case.unlinked.v1', data: { to: other, as, by } }]);
      expect(at(NINE, untied.case, { do: 'unlink', to: other, as, by })).toEqual({ rejected: 'not-linked' });
    },
  );

  it('two cases may have two', () => {
    expect(having(aCase(), [NINE, link('related')], [NINE, link('child')]).links).toHaveLength(2);
  });

  it('a case has none with itself, and at most two hundred', () => {
    const supportCase = aCase();
    expect(at(NINE, supportCase, link('related', supportCase.id))).toEqual({ rejected: 'same-case' });
    const links = Array.from({ length: 200 }, (_, n) => ({ to: `c${n}`, as: 'child' as const, at: NINE }));
    expect(at(NINE, { ...supportCase, links }, link('related'))).toEqual({ rejected: 'too-many' });
  });

  it('children end with their parent', () => {
    const parent = having(
      aCase(),
      [NINE, link('child')],
      [NINE, link('child', 'c2')],
      [NINE, link('related', 'c3')],
    );
    const { events } = done(NINE + 1, parent, resolve);
    expect(dataOf(events, 'rida.case.resolved.v1')?.children).toEqual([other, 'c2']);
    expect(dataOf(done(NINE, aCase(), resolve).events, 'rida.case.resolved.v1')).not.toHaveProperty(
      'children',
    );
  });
});

describe('splitting', () => {
  const split: CaseCommand = {
    ...{ do: 'split', message: 'm', type: 'inquiry', category: 'parking', department: 'licensing' },
    ...{ priority: 'low', by },
  };
  it('is told and changes nothing here', () => {
    const supportCase = having(aCase(), [NINE, { do: 'note', by }]);
    const { case: next, events } = done(NINE, supportCase, split);
    expect(next).toEqual(supportCase);
    expect(events).toEqual([
      {
        type: 'rida.case.split.v1',
        data: {
          ...{
            by,
            message: 'm',
            type: 'inquiry',
            category: 'parking',
            department: 'licensing',
            priority: 'low',
          },
        },
      },
    ]);
  });
  it.each([
    ['unknown-category', { category: 'nowhere' }],
    ['unknown-department', { department: 'nowhere' }],
  ])('is refused: %s', (rejected, over) => {
    expect(at(NINE, aCase(), { ...split, ...over } as CaseCommand)).toEqual({ rejected });
  });
});

describe('watchers', () => {
  const watch = (user: string): CaseCommand => ({ do: 'watch', user, by });

  it('begin and end once, and are at most fifty', () => {
    const watched = done(NINE, aCase(), watch('huda'));
    expect(watched.events).toEqual([{ type: 'rida.case.watched.v1', data: { user: 'huda', by } }]);
    expect(at(NINE, watched.case, watch('huda'))).toEqual({ rejected: 'already-watching' });
    const unwatched = done(NINE, watched.case, { do: 'unwatch', user: 'huda', by });
    expect(unwatched.events).toEqual([{ type: 'rida.case.unwatched.v1', data: { user: 'huda', by } }]);
    expect(at(NINE, unwatched.case, { do: 'unwatch', user: 'huda', by })).toEqual({
      rejected: 'not-watching',
    });
    const watchers = Array.from({ length: 50 }, (_, n) => `u${n}`);
    expect(at(NINE, aCase({ watchers }), watch('huda'))).toEqual({ rejected: 'too-many' });
  });

  const supportCase = aCase({ assignee: 'sara', watchers: ['huda', 'salem', 'sara'] });
  const notified = (now: number, command: CaseCommand) =>
    done(now, supportCase, command).events.flatMap(({ data }) =>
      'staffToNotify' in data ? [data.staffToNotify] : [],
    );

  it('hear with the assignee what others did, each once, and never of themselves', () => {
    expect(notified(NINE, { do: 'receive', channel: 'mail' })).toEqual([['huda', 'salem', 'sara']]);
    expect(notified(NINE, resolve)).toEqual([['huda', 'sara']]);
    expect(notified(NINE, { do: 'close', reason: 'withdrawn', by: 'agent:huda' })).toEqual([
      ['salem', 'sara'],
    ]);
    expect(notified(NINE, { do: 'receive', channel: 'mail', automatic: 'bulk' })).toEqual([]);
    const alone = aCase({ assignee: 'salem' });
    expect(dataOf(done(NINE, alone, resolve).events, 'rida.case.resolved.v1')).not.toHaveProperty(
      'staffToNotify',
    );
  });

  it('hear of deadlines; the assignee is named beside them', () => {
    const due = NINE + 2 * HOUR;
    const warned = dataOf(done(due - MINUTE, supportCase, tick).events, 'rida.sla.warned.v1');
    const event = {
      assignee: 'sara',
      staffToNotify: ['huda', 'salem', 'sara'],
      dueAt: isoInstant(due),
      priority: 'normal',
    };
    expect(warned).toMatchObject(event);
    const late = done(due + 1, supportCase, tick).events;
    expect(kinds(late)).toEqual(['sla.breached', 'case.escalated']);
    for (const { data } of late)
      expect(data).toMatchObject({ clock: 'firstResponse', generation: 1, ...event });
    expect(dataOf(done(due + 1, aCase(), tick).events, 'rida.sla.breached.v1')).not.toHaveProperty(
      'staffToNotify',
    );
  });
});

describe('the assignee', () => {
  const assign = (to: string, because?: 'rule' | 'absence' | 'hand-over'): CaseCommand => ({
    ...{ do: 'assign', to, by },
    ...(because && { because }),
  });

  it('hears of being assigned, unless it was their own doing', () => {
    const given = done(NINE, aCase({ assignee: 'sara', watchers: ['nobody'] }), assign('huda', 'hand-over'));
    expect(dataOf(given.events, 'rida.case.assigned.v1')).toEqual({
      ...{ from: 'sara', to: 'huda', by, because: 'hand-over', staffToNotify: ['huda'] },
    });
    expect(dataOf(done(NINE, aCase(), assign('salem')).events, 'rida.case.assigned.v1')).not.toHaveProperty(
      'staffToNotify',
    );
  });

  it('begins when a person was chosen by a person, not by a rule', () => {
    expect(done(NINE, aCase(), assign('huda')).case.status).toBe('open');
    expect(done(NINE, aCase(), assign('huda', 'rule')).case.status).toBe('new');
  });

  it('may give it back to the queue', () => {
    const back = done(NINE, aCase({ assignee: 'sara' }), { do: 'unassign', by: 'rida', because: 'absence' });
    expect(back.case).not.toHaveProperty('assignee');
    expect(back.events).toEqual([
      {
        type: 'rida.case.unassigned.v1',
        data: {
          ...{ from: 'sara', by: 'rida', because: 'absence', department: 'operations' },
          ...{ category: 'lighting', language: 'ar' },
        },
      },
    ]);
  });
});
