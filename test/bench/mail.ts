import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { exampleStaff } from '#infra/local/example/example-staff.ts';
import { random } from '#infra/local/example/random.ts';
import { handInAll, type Letter } from './mail-client.ts';
import { shippedStart } from './shipped-start.ts';

const WARMING = 500;
const MAILS = 3_000;
const CONNECTIONS = 16;
const HELP = 'help@rida.example';
/** The size limit of the mail port, reduced by some bytes for the headers. */
const LARGEST = 39_900_000;
const CASES = `SELECT count(*) AS n FROM items WHERE sk = 'state' AND pk LIKE 'case#%'`;
/** Queries that find one row or none: counting would take processor time from the centre. */
const INTAKE = "SELECT 1 FROM messages WHERE queue = 'mail/mail-intake' LIMIT 1";
const UNDONE = 'SELECT 1 FROM (SELECT id FROM messages LIMIT 1) UNION ALL SELECT 1 FROM outbox LIMIT 1';
const STAFF = 20;

interface Started {
  readonly child: ChildProcess;
  readonly data: string;
  readonly port: number;
}

/** Start a centre in a separate process, and return its mail port when it is open. */
async function startCentre(data: string): Promise<Started> {
  const settings = join(data, 'settings-of-the-bench.json');
  // A higher hourly limit of acknowledgements than the default, which would stop the measured work.
  const staff = exampleStaff(STAFF, random('bench')).map((one) => ({ ...one, capacity: 1_000 }));
  await writeFile(settings, JSON.stringify({ desk: { acknowledgementsPerHour: 1000 }, staff }));
  const args = [
    ...(await shippedStart()),
    ...['--port', '0', '--smtp-port', '0', '--data', data, '--settings', settings],
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk);
    const [, port] = /127\.0\.0\.1:(\d+)/u.exec(output) ?? [];
    if (port !== undefined) return { child, data, port: Number(port) };
  }
  throw new Error('the centre did not start');
}

/**
 * Run work with a centre in its own folder, and remove both. `RIDA_BENCH_DATA` names the folder of an example: the
 * centre works on a copy of it instead of an empty folder.
 */
async function withCentre<T>(work: (centre: Started) => Promise<T>): Promise<T> {
  const data = await mkdtemp(join(tmpdir(), 'rida-bench-'));
  const { RIDA_BENCH_DATA: lived } = process.env;
  if (lived !== undefined) await cp(lived, data, { recursive: true });
  const started = await startCentre(data);
  try {
    return await work(started);
  } finally {
    started.child.kill('SIGTERM');
    await once(started.child, 'exit');
    await rm(data, { recursive: true, force: true });
  }
}

const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

async function letter(number: number): Promise<Letter> {
  const from = `norah${number}@example.com`;
  const { message } = await composer.sendMail({
    from: { name: 'نورة القحطاني', address: from },
    to: HELP,
    subject: `إنارة الشارع رقم ${number}`,
    text: `السلام عليكم\n\nالإنارة في شارع ${number} مطفأة منذ يومين، والحي مظلم ليلًا.\n\nشكرًا لكم\nنورة`,
    html: `<p dir="rtl">السلام عليكم<br>الإنارة في شارع ${number} مطفأة منذ يومين، والحي مظلم ليلًا.</p>`,
  });
  return { from, to: HELP, content: message as Buffer };
}

/** A mail of nearly the maximum size, most of it an attachment. */
function largeLetter(): Letter {
  const headers = [
    'From: norah@example.com',
    `To: ${HELP}`,
    'Subject: a film of the street',
    'Message-ID: <large@example.com>',
    'MIME-Version: 1.0',
    'Content-Type: application/octet-stream; name="film.bin"',
    'Content-Transfer-Encoding: base64',
    '',
    '',
  ].join('\r\n');
  const line = `${'QUJD'.repeat(19)}\r\n`;
  const body = line.repeat(Math.floor((LARGEST - headers.length) / line.length));
  return { from: 'norah@example.com', to: HELP, content: Buffer.from(headers + body) };
}

/** Return the time at which a query finds nothing. */
async function emptied(database: DatabaseSync, query: string): Promise<number> {
  const statement = database.prepare(query);
  while (statement.get() !== undefined) await pause(10);
  return performance.now();
}

const casesIn = (database: DatabaseSync): number => Number(database.prepare(CASES).get()?.n);

function expectCases(database: DatabaseSync, before: number, wanted: number): void {
  const found = casesIn(database) - before;
  if (found !== wanted) throw new Error(`${found} cases of ${wanted} mails`);
}

/** Send mails over several concurrent connections; each takes the next mail. */
const sendAll = (port: number, letters: readonly Letter[]): Promise<unknown> => {
  const left = letters[Symbol.iterator]();
  return Promise.all(Array.from({ length: CONNECTIONS }, () => handInAll(port, left)));
};

async function peakMiB({ child }: Started): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? Number.NaN) / 1024);
}

/** Return the processor time of the centre in milliseconds. Linux counts in hundredths of a second. */
async function processorMs({ child }: Started): Promise<number> {
  const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8').catch(() => '');
  const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14);
  return (Number(user ?? Number.NaN) + Number(system ?? Number.NaN)) * 10;
}

async function measureStream(centre: Started): Promise<Record<string, number>> {
  const letters = await Promise.all(Array.from({ length: WARMING + MAILS }, (_, number) => letter(number)));
  const database = new DatabaseSync(join(centre.data, 'rida.db'), { readOnly: true });
  await emptied(database, UNDONE);
  const cases = casesIn(database);
  await sendAll(centre.port, letters.slice(0, WARMING));
  await emptied(database, UNDONE);

  const [begin, before, own] = [performance.now(), await processorMs(centre), process.cpuUsage()];
  await sendAll(centre.port, letters.slice(WARMING));
  const accepted = performance.now();
  const client = process.cpuUsage(own);
  const opened = await emptied(database, INTAKE);
  const untilOpened = (await processorMs(centre)) - before;
  const answered = await emptied(database, UNDONE);
  const used = (await processorMs(centre)) - before;
  expectCases(database, cases, letters.length);
  database.close();
  const rate = (end: number) => Math.round((MAILS / (end - begin)) * 1000);
  const each = (ms: number) => Math.round((ms / MAILS) * 100) / 100;
  return {
    'accepted (on disk) a second': rate(accepted),
    'mails to cases a second': rate(opened),
    'mails to cases, acknowledgements sent and figures counted, a second': rate(answered),
    'processor of the centre until the cases are open, ms a mail': each(untilOpened),
    'processor of the centre, ms a mail': each(used),
    'processor of the sending client, ms a mail': each((client.user + client.system) / 1000),
    'peak memory of the centre, MiB': await peakMiB(centre),
  };
}

async function measureLarge(centre: Started): Promise<Record<string, number>> {
  const database = new DatabaseSync(join(centre.data, 'rida.db'), { readOnly: true });
  await emptied(database, UNDONE);
  const cases = casesIn(database);
  await handInAll(centre.port, [largeLetter()]);
  await emptied(database, UNDONE);
  expectCases(database, cases, 1);
  database.close();
  return { 'peak memory with one mail of 40 MB, MiB': await peakMiB(centre) };
}

/**
 * Measure mail on this computer: a centre in its own process, prepared mails, and several connections from
 * this process. After a warm-up, the time runs from the first connection until the last case is on disk. Work
 * after a case is open is counted in a separate line.
 */
export async function run(): Promise<Record<string, number>> {
  return {
    mails: MAILS,
    connections: CONNECTIONS,
    cores: availableParallelism(),
    ...(await withCentre(measureStream)),
    ...(await withCentre(measureLarge)),
  };
}

if (import.meta.main) console.table(await run());
