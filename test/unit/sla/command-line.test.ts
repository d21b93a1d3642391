import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { interchangeAnswerer } from '#shared/domain/sla/interchange.ts';

/** Three processes take long to start on a machine that has much else to do. */
const PROCESSES_MS = 30_000;

function sla(args: string[], input = '', zone = 'UTC') {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['infra/tools/sla.ts', ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, TZ: zone },
  });
  return { out: stdout.trim(), err: stderr, status };
}

const day = [['00:30', '24:00']];
const lines = ['Asia/Riyadh', 'Europe/Berlin', 'America/New_York']
  .flatMap((timezone) => {
    const calendar = {
      timezone,
      hours: { sun: day, wed: day, sat: [['01:00', '03:30']] },
      holidays: ['2026-03-29'],
    };
    return ['2026-03-07T20:15:00Z', '2026-10-24T23:59:59Z'].map((start, id) => ({
      id,
      op: 'due',
      calendar,
      start,
      minutes: 4000,
    }));
  })
  .map((item) => JSON.stringify(item))
  .join('\n');

test(
  'answers do not depend on the zone of the process',
  () => {
    const [first, ...others] = ['UTC', 'America/New_York', 'Pacific/Apia'].map(
      (zone) => sla(['batch'], lines, zone).out,
    );
    expect(first?.split('\n')).toHaveLength(6);
    for (const other of others) expect(other).toBe(first);
  },
  PROCESSES_MS,
);

describe('the command line', () => {
  test('due in local time and in UTC', () => {
    const { out } = sla([
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

  test('elapsed', () => {
    expect(sla(['elapsed', '--start', '2026-02-15T07:30', '--end', '2026-02-26T15:00']).out).toBe('3060');
  });

  test('holidays, with the day in lieu', () => {
    expect(sla(['holidays', '--year', '2028']).out).toContain('(in lieu of 2028-09-23)');
  });

  test('a line that is no JSON does not stop the batch', () => {
    const answers = sla(['batch'], `{\n${lines}`)
      .out.split('\n')
      .map((line) => JSON.parse(line));
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
    const { out, status } = sla(['evaluate', file]);
    await rm(folder, { recursive: true });
    expect(JSON.parse(out)).toMatchObject({ id: 'a', nextDeadlineAt: '2026-11-24T09:00:00Z' });
    expect(status).toBe(0);
  });

  test('the schema of what batch reads and writes accepts both', () => {
    const { $defs } = JSON.parse(sla(['schema']).out);
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
    [['due', '--start', '2026-01-01', '--minutes', 'five'], /--minutes: expected a number/],
    [
      ['due', '--calendar', 'mars', '--start', '2026-01-01', '--minutes', '5'],
      /expected one of saudi-government, always/,
    ],
  ])('a wrong use says what was expected: %j', (args, message) => {
    const { err, status } = sla(args);
    expect(err).toMatch(message);
    expect(status).toBe(2);
  });
});
