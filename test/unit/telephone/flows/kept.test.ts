import { afterAll, describe, expect, it } from 'vitest';
import { telephoneCode } from '#shared/application/telephone/proven-caller.ts';
import { parseReference, referenceAt } from '#shared/domain/cases/reference.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import type { FlowCall } from '#shared/flow/interpreter.ts';
import { aCase } from '#test/builders/a-case.ts';
import { keysOf } from '#test/builders/reference-keys.ts';
import { testKeys } from '#test/doubles/test-keys.ts';
import { act, FlowTelephone, flowsByName, play } from './telephone.ts';

const FRIDAY = 5 * DAY;

/** A call: the moves of the caller, the situation, and the parts that must be kept. */
interface Row {
  readonly does: readonly string[];
  /**
   * `shut`: on a Friday. `silent`: with a recording that is empty. `hidden`: with a withheld number. `down`:
   * Rida never answers. `failing`: Rida answers only the greeting. `investor`: on the line for investors.
   */
  readonly when?: readonly (
    | 'shut'
    | 'silent'
    | 'hidden'
    | 'known'
    | 'full'
    | 'down'
    | 'failing'
    | 'investor'
  )[];
  readonly keeps: readonly string[];
}

const row = (does: string, keeps: string, ...when: NonNullable<Row['when']>): Row => ({
  does: does.split(', '),
  keeps: keeps === '' ? [] : keeps.split(', '),
  when,
});

/**
 * Every place where a caller can hang up, by hand, with their moves before and the parts that are kept. `L` is the
 * key of the language, `-` silence, `wait` five minutes in the queue, `late` a wait past closing, `reference`
 * the digits of a case of another caller, `unknown` those of none, `mailed` those of a case of a mail, and `code`
 * its telephone code.
 */
const rows: readonly Row[] = [
  // The greeting: nothing was asked for.
  row('', ''),
  row('-', ''),
  row('L', ''),
  row('L, -', ''),
  row('L, -, 7', ''),
  row('L, -, 7, 8', ''),
  row('', '', 'known'),
  row('-', '', 'known'),
  row('-, -', '', 'known'),
  // A type was chosen: the case is opened although the caller hung up at the next question.
  row('L, -, 1', 'observation'),
  row('L, -, 3', 'report'),
  row('L, -, 3, -', 'report'),
  row('L, -, 3, 2', 'report'),
  row('L, -, 3, 2', 'report', 'hidden'),
  row('L, -, 2', 'inquiry'),
  row('L, -, 6', 'complaint'),
  row('L, -, 0', 'inquiry'),
  row('L, -, 3, 2', 'report', 'shut'),
  row('L, -, 3, 2, -', 'report', 'shut'),
  row('L, -, 6', 'complaint', 'shut'),
  // A message: its recording is the proof, not the key that ends it.
  row('L, -, 3, 2, 1', 'report, message'),
  row('L, -, 3, 2, 1', 'report', 'silent'),
  row('L, -, 3, 2, 1, #', 'report, message'),
  row('L, -, 3, 2, 1, -', 'report, message'),
  row('L, -, 7, 8, 9', 'inquiry, message', 'shut'),
  row('L, -, 7, 8, 9', '', 'shut', 'silent'),
  row('L, -, 2, *, wait, 2', 'inquiry'),
  row('L, -, 2, *, wait, 2, -', 'inquiry'),
  row('L, -, 2, *, wait, 2, 1', 'inquiry, message'),
  row('L, -, 2', 'inquiry', 'full'),
  row('L, -, 2, -', 'inquiry, message', 'full'),
  row('L, -, 2, -', 'inquiry', 'full', 'silent'),
  // The queue.
  row('L, -, 2, wait', 'inquiry'),
  row('L, -, 2, wait, -', 'inquiry'),
  row('L, -, 2, wait, 2', 'inquiry, message'),
  row('L, -, 2, wait, 2', 'inquiry', 'silent'),
  row('L, -, 2, wait, 1', 'inquiry, promise'),
  row('L, -, 2, wait, 1, -', 'inquiry, promise'),
  row('L, -, 2, wait, 1, 2', 'inquiry, promise'),
  row('L, -, 2, wait, 1, 2, 0512345678#', 'inquiry, promise'),
  row('L, -, 2, wait, 1', 'inquiry, promise', 'hidden'),
  row('L, -, 2, wait, 1, -', 'inquiry, promise', 'hidden'),
  row('L, -, 2, wait, 1, 0512345678#', 'inquiry, promise', 'hidden'),
  row('L, -, 2, wait, 1, 0512345678#, 1', 'inquiry, callback', 'hidden'),
  row('L, -, 2, wait, 1, 1', 'inquiry, callback'),
  row('L, -, 2, wait, 1, 12#, 13#, 14#', 'inquiry', 'hidden'),
  // The centre closes while the caller waits.
  row('L, -, 2, late', 'inquiry'),
  row('L, -, 2, late, -', 'inquiry'),
  row('L, -, 2, late, 1', 'inquiry, promise'),
  row('L, -, 2, late, 1', 'inquiry, message', 'hidden'),
  row('L, -, 2, late, 2', 'inquiry, message'),
  row('L, -, 2, late, 2', 'inquiry', 'silent'),
  // The status of a case.
  row('L, -, 4', ''),
  row('L, -, 4, 12#', ''),
  row('L, -, 4, 4572600386', ''),
  row('L, -, 4, unknown', ''),
  row('L, -, 4, reference', ''),
  row('L, -, 4, reference', '', 'hidden'),
  row('-, -, 4, reference', '', 'known'),
  // A key of the menu counts in the greeting too.
  row('L, 3', 'report'),
  row('3', 'report', 'known'),
  row('-, 3', 'report', 'known'),
  row('L, -, 4, reference, 1', ''),
  row('L, -, 4, reference, -', ''),
  row('L, -, 4, reference, 0', 'inquiry'),
  row('L, -, 4, reference, 2', 'message'),
  row('L, -, 4, reference, 2', '', 'silent'),
  row('L, -, 4, reference, 2, #', 'message', 'hidden'),
  row('L, -, 4, mailed', ''),
  row('L, -, 4, mailed, 999999', ''),
  row('L, -, 4, mailed, code', '', 'hidden'),
  row('L, -, 4, mailed, code, 0', ''),
  row('L, -, 4, mailed, code, 2', 'message'),
  // Rida does not answer: the contact record does it afterwards.
  row('', '', 'down'),
  row('L', 'inquiry', 'down'),
  row('L', 'inquiry, message', 'down', 'shut'),
  row('L', 'inquiry', 'down', 'shut', 'silent'),
  row('L, -', 'inquiry, message', 'down', 'shut'),
  row('L, #', 'inquiry, message', 'down', 'shut'),
  row('L, -, 3', 'report', 'failing'),
  row('L, -, 3, 2', 'report', 'failing'),
  row('L, -, 3, 2', 'report, message', 'failing', 'shut'),
  row('L, -, 3, 2, #', 'report, message', 'failing', 'shut'),
  row('L, -, 2, agent, agent leaves', 'inquiry', 'failing'),
  row('L, -, 4, reference', 'inquiry', 'failing'),
  // The line for investors has a menu of its own.
  row('L, -', '', 'investor'),
  row('L, -, 1', 'observation', 'investor'),
  row('L, -, 2, wait, 1', 'inquiry, promise', 'investor'),
  // The questions after the call.
  row('L, -, 2, agent, agent leaves', 'inquiry'),
  row('L, -, 2, agent, agent leaves, 1', 'inquiry'),
  row('L, -, 2, agent, agent leaves, 1, 2', 'inquiry, score 2'),
  row('L, -, 2, agent, agent leaves, 1, 9', 'inquiry'),
  row('L, -, 2, agent, agent leaves, 1, 9, 4', 'inquiry, score 4'),
  row('L, -, 2, agent, agent leaves, 1, 2, 2', 'inquiry, score 2, rated'),
];

const FULL = {
  ...{ contacts: 9, capacity: 9, oldestAgeSeconds: 9 },
  agents: { online: 0, staffed: 0, available: 0 },
};

/** Return what is stored of a call, in the words of the table. */
async function kept(line: FlowTelephone, call: FlowCall, id: string, before: number): Promise<string[]> {
  const commits = line.store.commits.slice(before);
  const events = commits.flatMap((commit) => commit.events.map(({ type }) => type));
  const cases = commits.filter(({ kind, version }) => kind === 'case' && version === 1);
  const opened = await Promise.all(cases.map((commit) => line.store.load('case', commit.id)));
  const score = (await line.store.load('call', id))?.facts?.answers.score?.value;
  const has = (type: string, word: string) => (events.some((one) => one === type) ? [word] : []);
  return [
    ...opened.map((one) => one?.type ?? ''),
    ...has('rida.message.spoken.v1', 'message'),
    ...has('rida.promise.made.v1', 'promise'),
    ...(call.effects.some(({ type }) => type === 'callback') ? ['callback'] : []),
    ...(score === undefined ? [] : [`score ${score}`]),
    ...has('rida.call.rated.v1', 'rated'),
  ];
}

/** Every question after which some caller hung up. */
const asked = new Set<string>();

/** A case that was opened by mail. */
const mailed = aCase({ beneficiary: { id: 'writer', email: 'a@example.com', authenticated: true } });

/** Accept the recording, if the call is there, and let time pass in the queue. */
async function waitInQueue(line: FlowTelephone, call: FlowCall, ms: number): Promise<void> {
  await play(call);
  line.clock.advance(ms);
}

/** A line in a situation, on which a case of somebody is open. */
async function aLine(when: readonly string[], language: string) {
  const line = new FlowTelephone(when.includes('full') ? { queue: () => FULL } : {});
  await play(await line.dial(), language, 'silence', '3', '1');
  const [reference = ''] = line.opened;
  if (when.includes('shut')) line.clock.advance(FRIDAY);
  if (when.includes('down')) line.fails = () => true;
  if (when.includes('failing')) line.fails = (step) => step !== 'greet';
  line.store.seed(mailed);
  return { line, reference: parseReference(reference) };
}

const numberOf = (when: readonly string[]): string | null => {
  if (when.includes('hidden')) return null;
  return when.includes('known') ? '+966500000001' : '+966500000009';
};

describe.each(['1', '2'])('of a caller who hangs up, in the language of key %s,', (language) => {
  it.each(rows)('after $does ($when) is kept: $keeps', async ({ does, when = [], keeps }) => {
    const { line, reference } = await aLine(when, language);
    const before = line.store.commits.length;
    const flow = when.includes('investor') ? 'investors' : 'main';
    const call = await line.dial({ number: numberOf(when), flow });
    const words: Readonly<Record<string, string>> = {
      ...{ L: language, '-': 'silence', late: 'wait', unknown: keysOf(referenceAt(7)) },
      ...(reference && { reference: keysOf(reference) }),
      mailed: keysOf(mailed.id),
      code: await telephoneCode(testKeys, mailed.id),
    };
    for (const deed of does.filter((one) => one !== '')) {
      if (deed === 'wait') await waitInQueue(line, call, 5 * MINUTE);
      if (deed === 'late') await waitInQueue(line, call, 8 * HOUR);
      await act(call, words[deed] ?? deed);
    }
    asked.add((await call.run()).at?.block ?? '');
    await call.hangUp();
    // The record may come twice.
    await line.record(call, { said: !when.includes('silent') });
    await line.record(call, { said: !when.includes('silent') });
    expect(await kept(line, call, 'c-2', before)).toEqual(keeps);
  });
});

afterAll(() => {
  const questions = Object.values(flowsByName)
    .flatMap(({ Actions }) => Actions)
    .filter(({ Type, Identifier }) => Type === 'GetParticipantInput' && !/ \d$/u.test(Identifier))
    .map(({ Identifier }) => Identifier);
  const missed = questions.filter((one) => !asked.has(one));
  expect(missed).toEqual([]);
});
