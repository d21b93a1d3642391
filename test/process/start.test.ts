import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { runTool } from '#test/builders/run-command.ts';
import { aCentre, aFolder, allCases, aMail } from '#test/local/support.ts';

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

/** A relay that accepts connections and never answers. */
async function aSilentRelay(): Promise<{ port: number; connected: Promise<unknown> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, connected: once(server, 'connection') };
}

test('a centre stops when it is asked to, whatever its relay does, and keeps the work for the next start', async () => {
  const data = aFolder();
  const relay = await aSilentRelay();
  const child = spawn(
    process.execPath,
    [
      ...['infra/local/main.ts', '--port', '0', '--smtp-port', '0', '--data', data],
      ...['--relay', `smtp://127.0.0.1:${relay.port}`],
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (/127\.0\.0\.1:(\d+)/u.test(said)) break;
  }
  await handIn(Number(/127\.0\.0\.1:(\d+)/u.exec(said)?.[1]), aMail());
  // The acknowledgement hangs at the relay.
  await relay.connected;
  const [exited] = [once(child, 'exit'), child.kill('SIGTERM')];
  expect(await exited).toEqual([0, null]);
  expect(readFileSync(join(data, 'log', 'centre.jsonl'), 'utf8')).toContain('local-stopped-early');

  const files = readdirSync(data, { recursive: true, withFileTypes: true });
  const open = files.filter((file) => (statSync(join(file.parentPath, file.name)).mode & 0o077) !== 0);
  expect(open.map(({ name }) => name)).toEqual([]);

  const centre = await aCentre({ data });
  await centre.settle();
  expect(await allCases(centre)).toHaveLength(1);
  expect(centre.outbox?.list(10)).toHaveLength(1);
});
