import { expect, test } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { clocksOf } from '#shared/domain/cases/clocks.ts';
import { decideCase } from '#shared/domain/cases/decide-case.ts';
import { MOST_FACTS } from '#shared/domain/cases/settle-facts.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';

const by = 'agent:salem' as const;
const SOURCE = '9A1-1A1-0002';
const write: CaseCommand = { do: 'receive', channel: 'mail' };
const answer: CaseCommand = { do: 'reply', by };
const ROUNDS = 150;

/** Live a round of commands many times. Return the largest number of facts, and the case. */
function lived(round: readonly CaseCommand[], pace: number): { most: number; state: Case; at: number } {
  let state = aCase({ status: 'open' });
  let at = WORKING_MORNING;
  let most = 0;
  for (let n = 0; n < ROUNDS * round.length; n += 1) {
    at += pace;
    const given = round[n % round.length] as CaseCommand;
    const command = given.do === 'promise' ? { ...given, dueAt: at + HOUR + n } : given;
    const decided = decideCase(state, command, { now: at, rules, cause: `cause ${n}` });
    if ('rejected' in decided) throw new Error(`${command.do}: ${decided.rejected}`);
    state = decided.case;
    most = Math.max(most, state.facts.length);
  }
  return { most, state, at };
}

const RELATIVES: Readonly<Record<string, readonly CaseCommand[]>> = {
  'messages and answers': [write, answer],
  'messages and questions back': [write, { ...answer, thenStatus: 'pending-beneficiary' }],
  'telephone calls and visits': [write, { do: 'log-contact', means: 'visit', by }],
  'changes of status': [
    { do: 'set-status', to: 'pending-beneficiary', by },
    { do: 'set-status', to: 'open', by },
  ],
  'promises that are kept': [{ do: 'promise', dueAt: 0, by }, answer],
  'promises that are replaced': [{ do: 'promise', dueAt: 0, by }],
  'resolutions and reopenings': [{ do: 'resolve', as: 'done', outcome: 'تم', by }, write],
  'changes of priority': [
    { do: 'reclassify', to: { priority: 'high' }, by },
    { do: 'reclassify', to: { priority: 'normal' }, by },
  ],
  'merges that are undone': [
    { do: 'absorb', source: SOURCE, remaining: { resolution: HOUR }, by },
    { do: 'release', source: SOURCE, by },
  ],
  'timers between messages': [write, { do: 'tick' }, answer],
};

test.each(Object.entries(RELATIVES))('%s do not make a case grow', (_, round) => {
  for (const pace of [0, 20 * MINUTE, 5 * HOUR]) {
    const { most, state, at } = lived(round, pace);
    expect(most).toBeLessThan(MOST_FACTS + 30);
    expect(state.fired.length).toBeLessThan(MOST_FACTS + 30);
    expect(JSON.stringify(state).length).toBeLessThan(12_000);
    expect(clocksOf(state, rules, at).runs.length).toBeLessThan(MOST_FACTS + 30);
  }
});

test('the exchanges of a long conversation are counted on, and its slowest answer stays known', () => {
  const { state, at } = lived([write, answer], 20 * MINUTE);
  const later = decideCase(state, write, { now: at + MINUTE, rules, cause: 'later' });
  if ('rejected' in later) throw new Error(later.rejected);
  const { live, clocks } = clocksOf(later.case, rules, at + 2 * MINUTE);
  expect(live.find(({ clock }) => clock === 'nextResponse')?.generation).toBe(ROUNDS + 1);
  expect(clocks.nextResponse).toMatchObject({ elapsedMs: 20 * MINUTE, breached: false });
});

test('a contact that is recorded after its time was settled changes no clock', () => {
  const { state, at } = lived([write, answer], 20 * MINUTE);
  const late = { now: WORKING_MORNING + HOUR, recordedAt: at + MINUTE, rules, cause: 'late' };
  const decided = decideCase(state, write, late);
  if ('rejected' in decided) throw new Error(decided.rejected);
  expect(decided.events.map(({ type }) => type)).toEqual(['rida.message.received.v1']);
  expect(decided.case.facts).toEqual(state.facts);
});
