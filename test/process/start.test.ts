import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runTool } from '#test/builders/run-command.ts';
import { aCentre, aFolder } from '#test/local/support.ts';

/** Start a centre as `npm start` does, and return how it failed. */
async function failedStart(args: readonly string[]): Promise<{ code: number; lines: string[] }> {
  const all = ['--port', '0', '--smtp-port', '0', ...args];
  const { status, err } = await runTool('infra/local/main.ts', all);
  return { code: status, lines: err.trim().split('\n') };
}

test('a start that fails prints one line on standard error and exits with 1', async () => {
  const settings = join(aFolder(), 'settings.json');
  writeFileSync(settings, JSON.stringify({ survey: { delayHours: 'soon' } }));
  const { code, lines } = await failedStart(['--data', aFolder(), '--settings', settings]);
  expect([code, lines.length]).toEqual([1, 1]);
  expect(lines[0]).toMatch(/^--settings .*settings\.survey\.delayHours: .*expected number/u);
});

test('a second centre on the same folder does not start', async () => {
  const data = aFolder();
  await aCentre({ data });
  const { code, lines } = await failedStart(['--data', data]);
  expect([code, lines.length]).toEqual([1, 1]);
  expect(lines[0]).toContain('another centre is running on this folder');
});
