import { describe, expect, it } from 'vitest';
import { handleCommand } from '#shared/application/handle-command.ts';
import { updateCall } from '#shared/application/telephone/update-call.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { CAUSES_KEPT } from '#shared/ports/processed-causes.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { ContestedStore } from '#test/doubles/contested-store.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';

const by = 'agent:salem' as const;
const request = (id: string, command: CaseCommand, cause: string, at = T + MINUTE) => ({
  ...{ id, command, cause, by, at, recordedAt: at + 5, correlationId: 'mail-1', causationId: cause },
});
const note: CaseCommand = { do: 'note', by };
const resolve: CaseCommand = { do: 'resolve', as: 'done', outcome: 'done', by };

describe('execute', () => {
  it('commits what was decided, with when it happened and when it was written down', async () => {
    const supportCase = aCase();
    const store = new MemoryStore().seed(supportCase);
    const done = await handleCommand({ store, rules }, request(supportCase.id, resolve, 'click-1'));
    expect(done).toMatchObject({ outcome: 'committed', case: { status: 'resolved', version: 2 } });
    expect(store.commits).toMatchObject([
      {
        ...{ cause: 'click-1', by, at: T + MINUTE, recordedAt: T + MINUTE + 5, correlationId: 'opened-it' },
        patch: { status: 'resolved' },
        events: [{ type: 'rida.case.resolved.v1' }],
      },
    ]);
  });

  it('judges by when it happened, and plans from when it is written down', async () => {
    const supportCase = aCase();
    const store = new MemoryStore().seed(supportCase);
    const deps = { store, rules };
    const due = T + 2 * HOUR;
    await handleCommand(deps, {
      ...request(supportCase.id, { do: 'tick' }, 'timer', due + MINUTE),
      by: 'rida',
    });
    const called = request(
      supportCase.id,
      { do: 'log-contact', means: 'phone', by },
      'call',
      due - 5 * MINUTE,
    );
    const done = await handleCommand(deps, { ...called, recordedAt: due + 5 * MINUTE });
    expect(done).toMatchObject({ outcome: 'committed', case: { level: 0, status: 'open' } });
    expect(store.commits.at(-1)).toMatchObject({ at: due - 5 * MINUTE, recordedAt: due + 5 * MINUTE });
    expect(store.commits.at(-1)?.events.map(({ type }) => type)).toContain('rida.sla.retracted.v1');
    expect(done.case?.nextDueAt).toBeGreaterThan(due + 5 * MINUTE);
  });

  it('takes a case as it was just read, and reads it when that was not the newest', async () => {
    const supportCase = aCase();
    const store = new MemoryStore().seed(supportCase);
    await handleCommand({ store, rules }, { ...request(supportCase.id, note, 'click-1'), supportCase });
    const done = await handleCommand(
      { store, rules },
      { ...request(supportCase.id, note, 'click-2'), supportCase },
    );
    expect(done).toMatchObject({ outcome: 'committed', case: { version: 3 } });
  });

  it('takes the same cause once, also when by now the command would be refused', async () => {
    const supportCase = aCase();
    const store = new MemoryStore().seed(supportCase);
    await handleCommand({ store, rules }, request(supportCase.id, resolve, 'click-1'));
    const again = await handleCommand({ store, rules }, request(supportCase.id, resolve, 'click-1'));
    expect(again.outcome).toBe('duplicate');
    expect(store.commits).toHaveLength(1);
    const other = await handleCommand({ store, rules }, request(supportCase.id, resolve, 'click-2'));
    expect(other).toMatchObject({ outcome: 'rejected', rejection: { rejected: 'illegal-status' } });
    expect(store.commits).toHaveLength(1);
  });

  it('knows a cause again after the head has forgotten it', async () => {
    const supportCase = aCase();
    const store = new MemoryStore().seed(supportCase);
    await handleCommand({ store, rules }, request(supportCase.id, resolve, 'click-1'));
    for (let n = 0; n < 70; n += 1)
      await handleCommand({ store, rules }, request(supportCase.id, note, `note-${n}`));
    expect((await store.load('case', supportCase.id))?.causes).toHaveLength(CAUSES_KEPT);
    for (const [command, cause] of [
      [resolve, 'click-1'],
      [note, 'note-0'],
    ] as const) {
      const again = await handleCommand({ store, rules }, request(supportCase.id, command, cause));
      expect(again.outcome).toBe('duplicate');
    }
    expect(store.commits).toHaveLength(71);
  });

  it('refuses what needs a case where there is none, and writes nothing', async () => {
    const store = new MemoryStore();
    const done = await handleCommand({ store, rules }, request('4K7-2M0-0381', note, 'click'));
    expect(done).toEqual({ outcome: 'rejected', rejection: { rejected: 'no-such-case' }, case: undefined });
    expect(store.commits).toEqual([]);
  });

  it('does not write down that nothing happened', async () => {
    const supportCase = aCase({ status: 'closed' });
    const store = new MemoryStore().seed(supportCase);
    const done = await handleCommand({ store, rules }, request(supportCase.id, { do: 'tick' }, 'timer'));
    expect(done.outcome).toBe('unchanged');
    expect(store.commits).toEqual([]);
  });

  it.each([1, 3, 7])('decides again when somebody was faster %d times', async (conflicts) => {
    const supportCase = aCase();
    const store = new ContestedStore(conflicts);
    store.seed(supportCase);
    const done = await handleCommand({ store, rules }, request(supportCase.id, note, 'click'));
    expect(done.outcome).toBe('committed');
    expect(store.asked).toBe(conflicts + 1);
    expect(store.commits).toHaveLength(1);
  });

  it('decides by the case as it then is', async () => {
    const supportCase = aCase();
    const store = new MemoryStore().seed(supportCase);
    const [one, two] = await Promise.all([
      handleCommand({ store, rules }, request(supportCase.id, resolve, 'click-1')),
      handleCommand({ store, rules }, request(supportCase.id, resolve, 'click-2')),
    ]);
    expect([one.outcome, two.outcome].sort()).toEqual(['committed', 'rejected']);
    expect(store.commits).toHaveLength(1);
  });

  it('gives up on a case that is fought over without end, and says so', async () => {
    const supportCase = aCase();
    const store = new ContestedStore(Number.POSITIVE_INFINITY);
    store.seed(supportCase);
    await expect(handleCommand({ store, rules }, request(supportCase.id, note, 'click'))).rejects.toThrow(
      `case ${supportCase.id} changed 8 times while a command was decided; try again`,
    );
    expect(store.asked).toBe(8);
  });
});

describe('executeCall', () => {
  const telling = { id: 'c-1', cause: 'event-1', at: T, recordedAt: T, facts: { initiatedAt: T } };

  it('writes the same telling once and another one too', async () => {
    const store = new MemoryStore();
    expect((await updateCall(store, telling)).outcome).toBe('committed');
    expect((await updateCall(store, telling)).outcome).toBe('duplicate');
    const ended = { ...telling, cause: 'event-2', facts: { endedAt: T + MINUTE } };
    expect(await updateCall(store, ended)).toMatchObject({
      call: { startedAt: T, endedAt: T + MINUTE, version: 2 },
    });
    expect(store.commits.flatMap(({ events }) => events)).toHaveLength(1);
  });

  it('tries again when somebody was faster, and gives up with a clear error', async () => {
    expect((await updateCall(new ContestedStore(11), telling)).outcome).toBe('committed');
    await expect(updateCall(new ContestedStore(12), telling)).rejects.toThrow('call c-1 changed 12 times');
  });
});
