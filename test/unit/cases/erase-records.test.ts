import { describe, expect, it } from 'vitest';
import { eraseStoredData } from '#functions/cases/erase.ts';
import { readMessage, saveMessage } from '#shared/application/messages.ts';
import { type OpenCommand, openCase } from '#shared/application/open-case.ts';
import { idsOfBeneficiary, personOf } from '#shared/application/person-of.ts';
import { eraseRecovery } from '#shared/application/tasks/erase-recovery.ts';
import { hearAnswer } from '#shared/application/tasks/hear-answer.ts';
import { updateCall } from '#shared/application/telephone/update-call.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import type { PersonCommand } from '#shared/domain/people/decide-person.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { Desk } from './desk-of.ts';

const by = 'agent:salem' as const;
const email = (value: string, beneficiaryId: string) => ({ kind: 'email', value, beneficiaryId }) as const;

it('erasing a beneficiary erases the record of every address that was joined, and its past', async () => {
  const desk = new Desk();
  const at = { by, at: desk.clock.now(), recordedAt: desk.clock.now() };
  for (const id of ['b-1', 'b-2']) {
    const contacts = [email(`${id}@example.com`, id)];
    const command = { do: 'describe', name: 'نورة', contacts } as const;
    await updatePerson(desk.store, { id, cause: `describe ${id}`, command, ...at });
  }
  const optOuts = { do: 'prefer', optOuts: ['calls'], by } as const;
  await updatePerson(desk.store, { id: 'b-2', cause: 'prefer', command: optOuts, ...at });
  const join = { do: 'join', other: 'b-2', by } as const;
  await updatePerson(desk.store, { id: 'b-1', cause: 'join', command: join, ...at });
  await desk.settle(2);
  expect(await desk.store.load('person', 'b-1')).toMatchObject({
    ...{ joined: ['b-2'], optOuts: ['calls'] },
    contacts: [{ value: 'b-1@example.com' }, { value: 'b-2@example.com' }],
  });
  await updatePerson(desk.store, { id: 'b-1', cause: 'erase', command: { do: 'erase', by }, ...at });
  await desk.settle(2);
  for (const id of ['b-1', 'b-2']) {
    expect(await desk.store.load('person', id)).toMatchObject({ contacts: [], erasedAt: desk.clock.now() });
    const past = JSON.stringify(await desk.store.timeline('person', id));
    expect(past).not.toContain('نورة');
    expect(past).not.toContain('example.com');
  }
});

it('erasing a case ends the recovery about it, also where another address of its beneficiary has it', async () => {
  const desk = new Desk();
  const at = { by, at: desk.clock.now(), recordedAt: desk.clock.now() };
  for (const id of ['b-1', 'b-2']) {
    const contacts = [email(`${id}@example.com`, id)];
    const command = { do: 'describe', name: 'نورة', contacts } as const;
    await updatePerson(desk.store, { id, cause: `describe ${id}`, command, ...at });
  }
  const join = { do: 'join', other: 'b-2', by } as const;
  await updatePerson(desk.store, { id: 'b-1', cause: 'join', command: join, ...at });
  await desk.settle(2);
  const cases = [aCase({ beneficiary: aBeneficiary({ id: 'b-2' }) }), aCase()];
  const answers: readonly [string, string][] = [
    ['b-2', cases[0]?.id ?? ''],
    ['b-1', cases[1]?.id ?? ''],
  ];
  for (const [beneficiaryId, id] of answers)
    await hearAnswer(desk.store, shippedRules, {
      ...{ cause: `heard ${id}`, at: at.at, recordedAt: at.at, correlationId: id },
      ...{ answerer: { beneficiaryId }, handlers: [] },
      answer: { about: `case:${id}:s0`, source: 'mail', isLow: true, seen: 1, at: at.at, score: 1, case: id },
    });
  await eraseRecovery(desk.store, shippedRules, {
    ...{ beneficiaryId: 'b-2', caseRef: cases[0]?.id ?? '', by, at: at.at, cause: 'erased' },
  });
  const task = await desk.store.load('task', 'recovery-b-1');
  expect(task?.recovery?.answers.map(({ state }) => state)).toEqual(['ended', 'open']);
});

const mailOf = (id: string, address: string): Message => ({
  ...{ id, direction: 'in', channel: 'mail', at: 0, from: { name: '', address }, to: [], subject: '' },
  ...{ text: 'هل من جديد؟', attachments: [], rawKey: `mail/${id}`, reasons: [] },
});

it('erasing a merged case takes what its beneficiary wrote to the other, and nothing else of that', async () => {
  const desk = new Desk();
  const ali = aBeneficiary({ id: 'ali', email: 'ali@example.com' });
  const [stands, merged] = [aCase(), aCase({ beneficiary: ali })];
  desk.store.seed(stands, merged);
  const write = async (id: string, address: string) => {
    const { version } = await desk.do(id, { do: 'receive', channel: 'mail' }, 'beneficiary');
    const commit = (await desk.store.timeline('case', id)).find((one) => one.version === version);
    const message = mailOf(commit?.cause ?? '', address);
    await saveMessage(desk.blobs, id, message);
    await desk.blobs.put(message.rawKey ?? '', new Uint8Array([1]), 'message/rfc822');
    return message.id;
  };
  await write(merged.id, 'ali@example.com');
  await desk.do(merged.id, { do: 'merge', into: stands.id, by });
  await desk.settle();
  const theirs = await write(stands.id, 'Ali@example.com');
  const hers = await write(stands.id, 'norah@example.com');
  await desk.do(merged.id, { do: 'erase', because: 'request', by });
  await desk.settle(2);
  expect(await readMessage(desk.blobs, stands.id, theirs)).toBeUndefined();
  expect(await desk.blobs.get(`mail/${theirs}`)).toBeUndefined();
  expect(await readMessage(desk.blobs, stands.id, hers)).toBeDefined();
});

it('erasing a case takes the copies of what was sent to its beneficiary along, where they are kept', async () => {
  const desk = new Desk();
  const supportCase = aCase();
  desk.store.seed(supportCase);
  const effect = {
    id: 'e-1',
    at: 0,
    what: 'acknowledgement',
    to: 'ali@example.com',
    token: '<1@city.example>',
  };
  await desk.store.recordEffect('case', supportCase.id, effect);
  const forgotten: string[] = [];
  const sentCopies = { forget: async (ids: readonly string[]) => void forgotten.push(...ids) };
  await desk.do(supportCase.id, { do: 'erase', because: 'request', by });
  const erased = (await desk.store.timeline('case', supportCase.id)).flatMap(toEnvelopes);
  for (const event of erased)
    if (event.type === 'rida.case.erased.v1')
      await eraseStoredData(
        {
          ...{ store: desk.store, blobs: desk.blobs, rules: desk.rules, clock: desk.clock },
          ...{ recordings: desk.blobs, sentCopies, search: desk.search },
        },
        event,
      );
  expect(forgotten).toEqual(['<1@city.example>']);
});

it.each(['request', 'age'] as const)(
  'erasing a case by %s takes what was recorded of its calls along, by age only when no other case of the call stays',
  async (because) => {
    const desk = new Desk();
    const closing = { at: desk.clock.now(), reason: 'finished' } as const;
    const [first, second] = [aCase({ status: 'closed', closing }), aCase()];
    desk.store.seed(first, second);
    const at = desk.clock.now();
    const call = async (id: string, caseRefs: readonly string[]): Promise<string> => {
      const key = `connect/${id}.wav`;
      await desk.blobs.put(key, new Uint8Array([1]), 'audio/wav');
      const record = { source: 'record', endedAt: at, recordings: [{ key, kind: 'automated' }] } as const;
      let kept = await updateCall(desk.store, { id, cause: id, at, recordedAt: at, facts: record });
      // A call belongs to the case that it named first.
      for (const [after, caseRef] of caseRefs.entries())
        kept = await updateCall(desk.store, {
          ...{ id, cause: `${id} ${caseRef}`, at: at + after, recordedAt: at, facts: { caseRef } },
        });
      const { nextDueAt: _, ...after } = kept.call;
      await desk.store.commit({
        ...{ kind: 'call', id, cause: `${id} announced`, by: 'rida', at, recordedAt: at },
        ...{ correlationId: id, causationId: id, events: [], before: kept.call, after },
      });
      return key;
    };
    const [own, shared] = [await call('c-1', [first.id]), await call('c-2', [first.id, second.id])];
    await desk.do(first.id, { do: 'erase', because, by });
    await desk.settle(2);
    expect(await desk.blobs.get(own)).toBeUndefined();
    expect((await desk.blobs.get(shared)) === undefined).toBe(because === 'request');
  },
);

describe('a beneficiary who was erased and writes again', () => {
  const NORAH = { id: 'b-1', email: 'norah@example.com', name: 'نورة', authenticated: true } as const;
  /** Open a case of Norah as her mail does. */
  const writes = async (desk: Desk, cause: string) => {
    const at = desk.clock.now();
    const done = await openCase(
      { store: desk.store, rules: desk.inForce, keys: desk.keys },
      {
        ...{ cause, by: 'beneficiary', at, recordedAt: at, correlationId: cause, causationId: cause },
        openCaseFrom: {
          ...{ type: 'report', category: 'other', department: 'operations', channel: 'mail', language: 'ar' },
          ...{
            subject: cause,
            beneficiary: NORAH,
            segment: 'citizen',
            priority: 'normal',
            acknowledge: true,
          },
        } as OpenCommand,
      },
    );
    return done.case.id;
  };
  const acts =
    (desk: Desk) =>
    async (cause: string, command: PersonCommand, at = desk.clock.now()) =>
      (await updatePerson(desk.store, { id: 'b-1', cause, command, by, at, recordedAt: desk.clock.now() }))
        .outcome;

  const erasedOnce = async () => {
    const desk = new Desk();
    const act = acts(desk);
    const first = await writes(desk, 'first');
    await act('prefer', { do: 'prefer', optOuts: ['surveys'], by });
    await act('join', { do: 'join', other: 'b-2', contact: email('old@example.com', 'b-2'), by });
    await desk.settle();
    const before = desk.clock.now();
    desk.clock.advance(1000);
    await act('erase', { do: 'erase', by });
    await desk.settle();
    const erased = desk.store.commits
      .flatMap(toEnvelopes)
      .find(({ type }) => type === 'rida.beneficiary.erased.v1');
    if (!erased) throw new Error('nothing was erased');
    desk.clock.advance(60_000);
    return { desk, act, first, before, erased };
  };

  it('has a record with nothing of before, and all rights', async () => {
    const { desk, act } = await erasedOnce();
    expect(await act('late', { do: 'opt-out', of: ['calls'], by }, desk.clock.now() - 60_000)).toBe(
      'rejected',
    );
    await writes(desk, 'again');
    const record = await desk.store.load('person', 'b-1');
    expect(record).toMatchObject({ joined: [], contacts: [], optOuts: [] });
    expect(record).not.toHaveProperty('erasedAt');
    const rights: readonly PersonCommand[] = [
      { do: 'verify', means: 'document', by },
      { do: 'prefer', optOuts: ['calls'], by },
      { do: 'join', other: 'b-3', by },
      { do: 'erase', by },
    ];
    for (const command of rights)
      expect(await act(`again ${command.do}`, command), command.do).toBe('committed');
  });

  it.each(['speak', 'opt-out', 'join', 'erase'] as const)('may %s before they write again', async (what) => {
    const { act } = await erasedOnce();
    const commands = {
      speak: { do: 'speak', language: 'en' },
      'opt-out': { do: 'opt-out', of: ['calls'], by },
      join: { do: 'join', other: 'b-3', by },
      erase: { do: 'erase', by },
    } as const;
    expect(await act('later', commands[what])).toBe('committed');
  });

  it('keeps the new cases when the erasure is delivered again, and loses them with the next one', async () => {
    const { desk, act, first, erased } = await erasedOnce();
    const second = await writes(desk, 'again');
    await act('prefer again', { do: 'prefer', optOuts: ['updates'], by });
    await desk.settle();
    const deps = {
      store: desk.store,
      blobs: desk.blobs,
      rules: desk.rules,
      clock: desk.clock,
      recordings: desk.blobs,
      search: desk.search,
    };
    await eraseStoredData(deps, erased as Parameters<typeof eraseStoredData>[1]);
    expect((await desk.case(second)).erased).toBeUndefined();
    expect(await desk.store.load('person', 'b-1')).toMatchObject({ optOuts: ['updates'] });
    expect((await desk.case(first)).erased).toBeDefined();
    desk.clock.advance(1000);
    await act('erase again', { do: 'erase', by });
    await desk.settle();
    expect((await desk.case(second)).erased).toBeDefined();
  });

  it('under a joined address is a person of their own', async () => {
    const { desk } = await erasedOnce();
    expect((await personOf(desk.store, 'b-2'))?.id).not.toBe('b-1');
    expect(await idsOfBeneficiary(desk.store, 'b-1')).toEqual(['b-1']);
  });
});
