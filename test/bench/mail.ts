import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';

const MAILS = 2_000;
const CONNECTIONS = 16;
const HELP = 'help@rida.example';

/** Starts a centre in a process of its own and answers its mail port once it is open. */
async function startCentre(data: string): Promise<{ child: ChildProcess; port: number }> {
  const args = ['infra/local/main.ts', '--port', '0', '--smtp-port', '0', '--data', data];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const [, port] = /127\.0\.0\.1:(\d+)/u.exec(said) ?? [];
    if (port !== undefined) return { child, port: Number(port) };
  }
  throw new Error('the centre did not start');
}

const writeMail = (number: number) => ({
  from: { name: 'نورة القحطاني', address: `norah${number}@example.com` },
  to: HELP,
  subject: `إنارة الشارع رقم ${number}`,
  text: `السلام عليكم\n\nالإنارة في شارع ${number} مطفأة منذ يومين، والحي مظلم ليلًا.\n\nشكرًا لكم\nنورة`,
  html: `<p dir="rtl">السلام عليكم<br>الإنارة في شارع ${number} مطفأة منذ يومين، والحي مظلم ليلًا.</p>`,
});

async function sendAll(port: number): Promise<void> {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  await Promise.all(Array.from({ length: MAILS }, (_, number) => transport.sendMail(writeMail(number))));
  transport.close();
}

async function untilCases(data: string): Promise<void> {
  const database = new DatabaseSync(join(data, 'rida.db'), { readOnly: true });
  const count = database.prepare(`SELECT count(*) AS cases FROM items WHERE sk = 'HEAD'`);
  while (Number(count.get()?.cases) < MAILS) await pause(20);
  database.close();
}

async function peakMiB(pid: number | undefined): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const [, kib] = /VmHWM:\s+(\d+)/u.exec(status) ?? [];
  return kib === undefined ? undefined : Math.round(Number(kib) / 1024);
}

/** Measures mail from SMTP to cases on this computer: a centre in its own process, several connections. */
export async function run(): Promise<Record<string, number>> {
  const data = await mkdtemp(join(tmpdir(), 'rida-bench-'));
  const { child, port } = await startCentre(data);
  try {
    const begin = performance.now();
    const cases = untilCases(data).then(() => performance.now());
    await sendAll(port);
    const accepted = performance.now();
    const done = await cases;
    const peak = await peakMiB(child.pid);
    const rate = (end: number) => Math.round((MAILS / (end - begin)) * 1000);
    return {
      mails: MAILS,
      'accepted (on disk) a second': rate(accepted),
      'mails to cases a second': rate(done),
      ...(peak !== undefined && { 'peak memory of the centre, MiB': peak }),
    };
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
    await rm(data, { recursive: true, force: true });
  }
}

if (import.meta.main) console.table(await run());
