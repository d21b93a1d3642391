import { describe, expect, it } from 'vitest';
import type { EventFor, EventType } from '#events/registry.ts';
import { propagateLinks } from '#functions/cases/propagate-links.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { aCase } from '#test/builders/a-case.ts';
import { Desk } from './desk-of.ts';

const by = 'agent:salem' as const;

function two() {
  const [first = aCase(), second = aCase()] = [aCase(), aCase()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const desk = new Desk();
  desk.store.seed(first, second);
  const happened = <T extends EventType>(type: T, id: string): EventFor<T> =>
    desk.store.commits
      .filter((commit) => commit.id === id)
      .flatMap((commit) => toEnvelopes(commit))
      .findLast((event) => event.type === type) as EventFor<T>;
  return { desk, first, second, happened };
}

describe('two cases merged into each other at once', () => {
  it.each([
    ['the first', true],
    ['the second', false],
  ])('leave one case open, when %s is applied first', async (_, inOrder) => {
    const { desk, first, second, happened } = two();
    await desk.do(first.id, { do: 'merge', into: second.id, by });
    await desk.do(second.id, { do: 'merge', into: first.id, by });
    const [a, b] = [
      happened('rida.case.merged.v1', first.id),
      happened('rida.case.merged.v1', second.id),
    ] as const;
    expect(await propagateLinks(desk, inOrder ? a : b)).toBe('committed');
    await desk.settle();
    expect(await desk.case(first.id)).toMatchObject({ status: 'new' });
    expect((await desk.case(first.id)).merged).toBeUndefined();
    expect(await desk.case(second.id)).toMatchObject({ status: 'closed', merged: { into: first.id } });
    expect((await desk.case(first.id)).links).toMatchObject([{ to: second.id, as: 'merged-from' }]);
  });
});

describe('a change that was reverted before its event was processed', () => {
  it('of a merge leaves no trace at the other case', async () => {
    const { desk, first, second, happened } = two();
    await desk.do(first.id, { do: 'merge', into: second.id, by });
    await desk.do(first.id, { do: 'unmerge', by });
    expect(await propagateLinks(desk, happened('rida.case.unmerged.v1', first.id))).toBe('outdated');
    expect(await propagateLinks(desk, happened('rida.case.merged.v1', first.id))).toBe('outdated');
    expect((await desk.case(second.id)).links).toBeUndefined();
  });

  it('of a merge that was made again keeps the second', async () => {
    const { desk, first, second, happened } = two();
    await desk.do(first.id, { do: 'merge', into: second.id, by });
    await propagateLinks(desk, happened('rida.case.merged.v1', first.id));
    await desk.do(first.id, { do: 'unmerge', by });
    await desk.do(first.id, { do: 'merge', into: second.id, by });
    expect(await propagateLinks(desk, happened('rida.case.unmerged.v1', first.id))).toBe('outdated');
    expect((await desk.case(second.id)).links).toMatchObject([{ to: first.id, as: 'merged-from' }]);
  });

  it('of a link leaves no other end', async () => {
    const { desk, first, second, happened } = two();
    await desk.do(first.id, { do: 'link', to: second.id, as: 'child', by });
    await desk.do(first.id, { do: 'unlink', to: second.id, as: 'child', by });
    expect(await propagateLinks(desk, happened('rida.case.linked.v1', first.id))).toBe('outdated');
    expect((await desk.case(second.id)).links).toBeUndefined();
  });
});
