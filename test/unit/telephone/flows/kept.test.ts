import { describe, expect, it } from 'vitest';
import { called, type Situation } from './keeping.ts';

/** A call: the moves of the caller (see `called`), the situation, and the parts that must be kept. */
interface Row {
  readonly does: readonly string[];
  readonly when?: readonly Situation[];
  readonly keeps: readonly string[];
}

const row = (does: string, keeps: string, ...when: NonNullable<Row['when']>): Row => ({
  does: does.split(', '),
  keeps: keeps === '' ? [] : keeps.split(', '),
  when,
});

/** Callers who hang up, in many situations, by hand: their moves before, and the parts that are kept. */
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

describe.each(['1', '2'] as const)('of a caller who hangs up, in the language of key %s,', (language) => {
  it.each(rows)('after $does ($when) is kept: $keeps', async ({ does, when = [], keeps }) => {
    const { end } = await called(does, when, language);
    expect(await end()).toEqual(keeps);
  });
});
