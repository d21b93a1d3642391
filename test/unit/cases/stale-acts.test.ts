import { describe, expect, it } from 'vitest';
import { type ActOutcome, handleAct, handleCommand } from '#shared/application/handle-command.ts';
import { overtakenBy } from '#shared/domain/cases/overtaken.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules } from '#test/builders/a-console.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { overtaking } from '#test/doubles/overtaking-store.ts';
import { answered, by, hers, type Row, reply, staleRows } from './stale-rows.ts';

const rules = shippedRules();
const trace = (cause: string) => ({
  ...{ cause, at: WORKING_MORNING + HOUR, recordedAt: WORKING_MORNING + HOUR },
  ...{ correlationId: cause, causationId: cause },
});

/** Carry out the act while the other one is committed between its load and its write. */
async function lived({ act, given = [], over = {}, first }: Row) {
  const store = new MemoryStore();
  const { id } = aCase(over);
  store.seed(aCase({ ...over, id }));
  for (const [at, command] of given.entries())
    await handleCommand({ store, rules }, { id, command, by: hers, ...trace(`given ${at}`) });
  const shown = await store.load('case', id);
  const contested = overtaking(store, async () => {
    const other = await handleCommand({ store, rules }, { id, command: first, by: hers, ...trace('first') });
    if (other.outcome === 'rejected')
      throw new Error(`the first act was rejected: ${other.rejection.rejected}`);
  });
  const seen = shown?.version ?? 0;
  const done = await handleAct({ store: contested, rules }, { id, command: act, seen, by, ...trace('act') });
  const causes = (await store.timeline('case', id)).map(({ cause }) => cause);
  return { done, wasWritten: causes.includes('act') };
}

const stoppedOf = (done: ActOutcome): Row['stopped'] => {
  if (done.outcome === 'overtaken') return done.news;
  return done.outcome === 'rejected' ? { rejected: done.rejection.rejected } : undefined;
};

const table = Object.entries(staleRows).flatMap(([name, own]) => own.map((row) => ({ name, row })));

describe('of two acts at the same moment', () => {
  it.each(table.map(({ name, row }) => [name, row.first.do, row] as const))(
    '%s, written after %s, is carried out or says why not',
    async (_, __, row) => {
      const { done, wasWritten } = await lived(row);
      expect(stoppedOf(done)).toEqual(row.stopped);
      expect(wasWritten).toBe(row.stopped === undefined);
    },
  );

  it('the act of a person who saw the newest version is carried out', async () => {
    const store = new MemoryStore();
    const one = aCase();
    store.seed(one);
    await handleCommand({ store, rules }, { id: one.id, command: answered, by: hers, ...trace('first') });
    const act = { id: one.id, command: reply, seen: 2, by, ...trace('act') };
    expect(await handleAct({ store, rules }, act)).toMatchObject({ outcome: 'committed' });
    expect(await handleAct({ store, rules }, { ...act, seen: 1 })).toMatchObject({ outcome: 'duplicate' });
  });

  it('a timer and new settings are never stale', () => {
    const news = [
      { type: 'rida.message.sent.v1', data: { message: 'm', channel: 'mail', by: hers } },
      { type: 'rida.case.closed.v1', data: { by: hers, reason: 'withdrawn' } },
    ] as const;
    expect(overtakenBy({ do: 'tick' }, news)).toBeUndefined();
    expect(overtakenBy({ do: 'retime', settings: 2, before: {} }, news)).toBeUndefined();
  });
});
