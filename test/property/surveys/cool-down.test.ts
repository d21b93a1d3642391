import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { askPerson, takeBackQuestion } from '#shared/application/surveys/ask-person.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import { surveyChannels } from '#shared/domain/surveys/dispatch-table.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';

const rules = shippedRules.survey;
const person = fc.constantFrom('p-1', 'p-2');
const question = fc.record({
  person,
  channel: fc.constantFrom(...surveyChannels),
  about: fc.nat(40).map((n) => `call:${n}`),
});

/** Questions at one moment, by any channels and processes, or another act on the row. */
const act = fc.oneof(
  { weight: 8, arbitrary: fc.array(question, { minLength: 1, maxLength: 6 }) },
  { weight: 1, arbitrary: person.map((of) => ({ optOut: of })) },
  { weight: 1, arbitrary: person.map((of) => ({ optIn: of })) },
);
const pause = fc.oneof(fc.integer({ min: 0, max: 40 * 24 }), fc.constantFrom(0, 30 * 24, 30 * 24 - 1));

type Asked = Map<string, { at: number; abouts: Set<string> }>;

/** Put questions at one moment, and check each one that was asked. */
async function putAll(
  store: MemoryStore,
  questions: readonly (typeof question extends fc.Arbitrary<infer Q> ? Q : never)[],
  now: number,
  { asked, optedOut }: { asked: Asked; optedOut: ReadonlySet<string> },
): Promise<void> {
  const answers = await Promise.all(
    questions.map(({ person: beneficiaryId, ...one }) =>
      askPerson(store, rules, { beneficiaryId, ...one, until: now + 14 * DAY }, now),
    ),
  );
  for (const [at, { person: of, about, channel }] of questions.entries()) {
    if (answers[at] !== 'asked') continue;
    expect(optedOut.has(of)).toBe(false);
    const { at: last, abouts } = asked.get(of) ?? { at: Number.NEGATIVE_INFINITY, abouts: new Set<string>() };
    // A repeated delivery of the same question asks nothing new. Put again later, it begins the rest again.
    if (abouts.has(about)) {
      if (now - last >= HOUR) asked.set(of, { at: now, abouts });
      continue;
    }
    const rest = channel === 'evaluation' ? rules.evaluationCoolDownMs : rules.coolDownMs;
    expect(now - last).toBeGreaterThanOrEqual(rest);
    asked.set(of, { at: now, abouts: abouts.add(about) });
  }
}

test('no person is asked twice within the cool-down, whatever the channels, and not after an opt-out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(pause, act), { minLength: 2, maxLength: 14 }), async (moments) => {
      const store = new MemoryStore();
      const past = { asked: new Map() as Asked, optedOut: new Set<string>() };
      let now = WORKING_MORNING;
      for (const [hours, what] of moments) {
        now += hours * HOUR;
        if (Array.isArray(what)) {
          await putAll(store, what, now, past);
          continue;
        }
        const [of, command] =
          'optOut' in what ? ([what.optOut, 'opt-out'] as const) : ([what.optIn, 'opt-in'] as const);
        const trace = {
          by: 'beneficiary',
          at: now,
          recordedAt: now,
          cause: `${command}${of}${now}`,
        } as const;
        const wish = { do: command, of: ['surveys'], by: 'beneficiary' } as const;
        await updatePerson(store, { id: of, command: wish, ...trace });
        if (command === 'opt-out') past.optedOut.add(of);
        else past.optedOut.delete(of);
      }
    }),
    { numRuns: 150 },
  );
});

test('joined and parted records keep the rest of both people', async () => {
  const store = new MemoryStore();
  const at = WORKING_MORNING;
  const of = (beneficiaryId: string, about: string) =>
    ({ beneficiaryId, channel: 'mail', about, until: at + DAY }) as const;
  const does = (id: string, command: Parameters<typeof updatePerson>[1]['command']) =>
    updatePerson(store, { id, command, by: 'agent:salem', at, recordedAt: at, cause: `${command.do} ${id}` });
  expect(await askPerson(store, rules, of('b', 'call:1'), at)).toBe('asked');
  const b = await store.load('person', 'b');
  if (!b) throw new Error('it was asked');
  await does('a', { do: 'adopt', record: b, by: 'agent:salem' });
  await does('b', { do: 'join-into', into: 'a' });
  expect(await askPerson(store, rules, of('a', 'call:2'), at + DAY)).toBe('cool-down');
  expect(await askPerson(store, rules, of('b', 'call:2'), at + DAY)).toBe('cool-down');
  await takeBackQuestion(store, { beneficiaryId: 'b', about: 'call:1' }, at);
  expect(await askPerson(store, rules, of('b', 'call:2'), at + DAY)).toBe('asked');
  const { asked } = (await store.load('person', 'a')) ?? {};
  await does('b', { do: 'stand-alone', from: 'a', ...(asked && { asked }) });
  expect(await askPerson(store, rules, of('b', 'call:3'), at + 2 * DAY)).toBe('cool-down');
});
