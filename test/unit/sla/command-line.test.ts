import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { sla as slaCommand } from '#infra/tools/sla-command.ts';
import { interchangeAnswerer } from '#shared/domain/sla/interchange.ts';
import { runHere } from '#test/builders/run-command.ts';
import { batchLines as lines } from './batch-lines.ts';

async function sla(args: string[], input = '') {
  const { out, err, status } = await runHere(slaCommand, args, { input });
  return { out: out.trim(), err, status };
}

describe('the command line', () => {
  test('due in local time and in UTC', async () => {
    const { out } = await sla([
      'due',
      '--calendar',
      'saudi-government',
      '--start',
      '2026-02-15T07:30',
      '--minutes',
      '3060',
    ]);
    expect(out).toBe('2026-02-26T15:00:00+03:00  2026-02-26T12:00:00Z');
  });

  test('elapsed', async () => {
    expect((await sla(['elapsed', '--start', '2026-02-15T07:30', '--end', '2026-02-26T15:00'])).out).toBe(
      '3060',
    );
  });

  test('holidays, with the day in lieu', async () => {
    expect((await sla(['holidays', '--year', '2028'])).out).toContain('(in lieu of 2028-09-23)');
  });

  test('an invalid line does not stop the batch', async () => {
    const { out } = await sla(['batch'], `{\n${lines}`);
    const answers = out.split('\n').map((line) => JSON.parse(line));
    expect(answers[0]).toMatchObject({ id: null, error: expect.stringContaining('expected a line of JSON') });
    expect(answers).toHaveLength(7);
  });

  test('evaluate', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rida-sla-'));
    const file = join(folder, 'timeline.json');
    const calendar = { timezone: 'UTC', hours: { tue: [['08:00', '16:00']] } };
    const events = [{ at: '2026-11-24T08:00:00Z', type: 'created', state: 'open' }];
    writeFileSync(
      file,
      JSON.stringify({
        id: 'a',
        calendar,
        policy: { resolutionMinutes: 60 },
        events,
        asOf: '2026-11-24T08:30:00Z',
      }),
    );
    const { out, status } = await sla(['evaluate', file]);
    await rm(folder, { recursive: true });
    expect(JSON.parse(out)).toMatchObject({ id: 'a', nextDeadlineAt: '2026-11-24T09:00:00Z' });
    expect(status).toBe(0);
  });

  test('the schema of what batch reads and writes accepts both', async () => {
    const { $defs } = JSON.parse((await sla(['schema'])).out);
    const request = z.fromJSONSchema({ ...$defs.request, $defs });
    const answer = z.fromJSONSchema({ ...$defs.answer, $defs });
    const asked = [...lines.split('\n'), '{}', ''].filter((line) => line !== '');
    expect(asked.map((line) => request.safeParse(JSON.parse(line)).success)).toEqual([
      ...Array(6).fill(true),
      false,
    ]);
    const answerer = interchangeAnswerer();
    for (const line of asked) answer.parse(answerer(JSON.parse(line)));
  });

  test.each([
    [[], /Usage/],
    [['due', '--minutes', '5'], /--start is missing/],
    [['due', '--moon'], /--moon/],
    [['due', '--start', '2026-01-01', '--minutes', 'five'], /--minutes: expected a number/],
    [
      ['due', '--calendar', 'mars', '--start', '2026-01-01', '--minutes', '5'],
      /expected one of saudi-government, always/,
    ],
  ])('a wrong use says what was expected: %j', async (args, message) => {
    const { err, status } = await sla(args);
    expect(err).toMatch(message);
    expect(status).toBe(2);
  });
});
