import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runTool } from '#test/builders/run-command.ts';
import { batchLines } from '#test/unit/sla/batch-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'rida-tools-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('a tool in a process of its own', () => {
  it.each([
    ['sla', ['elapsed', '--start', '2026-02-15T07:30', '--end', '2026-02-26T15:00'], '', /^3060\n$/],
    ['settings', ['check', '-'], '{"desk":{"reopenDays":7}}', /^-: valid\n$/],
    ['flow', ['lint', write('broken.json', '{'), '--json'], '', /"rule":"unreadable"/],
    ['mail', ['explain', '--json', write('a.eml', 'From: a@example.com\n\nhello')], '', /"decision":"open"/],
  ])('prints what %s answers on standard output', async (name, args, input, expected) => {
    const { status, out, err } = await runTool(`infra/tools/${name}-command.ts`, args, { input });
    expect([status, err]).toEqual([name === 'flow' ? 1 : 0, '']);
    expect(out).toMatch(expected);
  });

  it.each([
    ['sla', ['due', '--minutes', '5'], 2],
    ['settings', ['show', '--data', join(folder, 'none')], 1],
    ['flow', ['dance'], 2],
    ['mail', ['explode'], 2],
  ])('prints what %s refuses on standard error, and exits with its code', async (name, args, code) => {
    const { status, out, err } = await runTool(`infra/tools/${name}-command.ts`, args);
    expect([status, out]).toEqual([code, '']);
    expect(err).not.toBe('');
  });

  it('answers the same in any zone of the process', async () => {
    const zones = ['UTC', 'America/New_York', 'Pacific/Apia'];
    const batches = zones.map((TZ) =>
      runTool('infra/tools/sla-command.ts', ['batch'], { input: batchLines, env: { TZ } }),
    );
    const [first, ...others] = (await Promise.all(batches)).map(({ out }) => out.trim());
    expect(first?.split('\n')).toHaveLength(6);
    for (const other of others) expect(other).toBe(first);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const child = spawn(process.execPath, ['infra/tools/sla-command.ts', 'batch'], { stdio: 'pipe' });
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    child.stdin.on('error', () => {});
    child.stdin.write(`${batchLines}\n`.repeat(400));
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end(`${batchLines}\n`.repeat(2000));
    const [code] = await once(child, 'close');
    expect([code, err]).toEqual([0, '']);
  });
});
