import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConsoleAgent, signInAt } from '#infra/demo/agent.ts';
import { shippedStart } from './shipped-start.ts';

const ROWS = 1_000_000;
const PIECE = 4_000_000;
const BUDGET_MIB = 300;
const SERVICES = ['رخصة بناء', 'نقل ملكية', 'تصريح حفر', 'رخصة محل', 'رخصة هدم'];
/** The faults of each tenth row: number, service, date, formula, years away, a quotation mark without its partner. */
const FAULTS = [
  (on: string) => `05,رخصة بناء,${on}`,
  (on: string, phone: string) => `${phone},,${on}`,
  (_: string, phone: string) => `${phone},رخصة بناء,2026-02-30`,
  (on: string, phone: string) => `${phone},"=HYPERLINK(""x"")",${on}`,
  (_: string, phone: string) => `${phone},رخصة بناء,2036-11-20`,
  (on: string, phone: string) => `${phone},"رخصة بناء,${on}`,
];

function rowOf(index: number, on: string): string {
  const phone = `05${String((index * 7919) % 1e8).padStart(8, '0')}`;
  if (index % 10 !== 7) return `${phone},${SERVICES[index % SERVICES.length]},${on}`;
  return FAULTS[Math.floor(index / 10) % FAULTS.length]?.(on, phone) ?? '';
}

/** A list as pieces of a file. Only one piece is in memory. */
function* piecesOf(rows: number, on: string): Generator<Buffer> {
  let text = 'الجوال,الخدمة,التاريخ\n';
  for (let index = 0; index < rows; index += 1) {
    text += `${rowOf(index, on)}\n`;
    if (text.length < PIECE / 2) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

async function started(data: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const args = [...(await shippedStart()), ...['--port', '0', '--smtp-port', '0', '--data', data]];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk);
    const [url] = /http:\/\/localhost:\d+/u.exec(output) ?? [];
    if (url !== undefined) return { child, url };
  }
  throw new Error('the centre did not start');
}

async function peakMiB(child: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  const [, kib] = /VmHWM:\s+(\d+)/u.exec(status) ?? [];
  return Math.round(Number(kib ?? 0) / 1024);
}

async function send(agent: ConsoleAgent, id: string): Promise<void> {
  const on = new Date().toISOString().slice(0, 10);
  const pieces = piecesOf(ROWS, on);
  let piece = pieces.next();
  for (let number = 0; !piece.done; number += 1) {
    const next = pieces.next();
    const fields = { id, number: String(number), ...(!next.done && { more: '1' }) };
    await agent.upload('/calls-out/lists', new File([new Uint8Array(piece.value)], 'list.csv'), fields);
    piece = next;
  }
}

/** Continue the reading as the page does: one run a request. Return the longest run in milliseconds. */
async function readOn(agent: ConsoleAgent, id: string): Promise<number> {
  let longest = 0;
  while ((await agent.page('/calls-out/week')).includes('data-continue')) {
    const began = performance.now();
    await agent.send('/calls-out/week', '/calls-out/lists/read', { id });
    longest = Math.max(longest, performance.now() - began);
  }
  return longest;
}

/**
 * Send a million rows to a centre as its page does, a tenth of them bad, and read them. The memory is that of the whole
 * process of `npm start`, as `/usr/bin/time -v` measures it.
 */
export async function run(): Promise<Record<string, number | string>> {
  const data = await mkdtemp(join(tmpdir(), 'rida-import-'));
  const { child, url } = await started(data);
  try {
    const before = await peakMiB(child);
    const agent = await signInAt(url, 'huda', 'هدى', 'supervisor');
    const id = crypto.randomUUID();
    const began = performance.now();
    await send(agent, id);
    const longest = await readOn(agent, id);
    const seconds = (performance.now() - began) / 1000;
    const named = await namedLines(agent, id);
    const peak = await peakMiB(child);
    if (peak > BUDGET_MIB) process.exitCode = 1;
    return {
      rows: ROWS,
      'bad rows named by their line': named,
      seconds: Math.round(seconds),
      'longest run, ms': Math.round(longest),
      'peak before, MiB': before,
      [`peak, MiB of ${BUDGET_MIB}`]: peak,
    };
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
    await rm(data, { recursive: true, force: true });
  }
}

/** Count the lines that the files of bad rows name. */
async function namedLines(agent: ConsoleAgent, id: string): Promise<number> {
  const lines = new Set<string>();
  const page = await agent.page('/calls-out/week');
  for (const [, path] of page.matchAll(/href="(\/calls-out\/lists\/[^"]+\/issues\.csv[^"]*)"/gu))
    if (path?.includes(id)) {
      const rows = (await agent.page(path.replaceAll('&amp;', '&'))).split('\r\n').slice(1);
      for (const row of rows) if (/^\d+,/u.test(row)) lines.add(row.slice(0, row.indexOf(',')));
    }
  return lines.size;
}
