import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMailReader } from '#shared/adapters/mail/parse-mail.ts';
import { MAIL_LIMITS } from '#shared/domain/mail/parsed-mail.ts';

const BUDGET_MIB = 400;
const HEADERS = [
  'From: Sara <sara@example.com>',
  'To: help@rida.example',
  'Subject: forty megabytes',
  'MIME-Version: 1.0',
];

const lines = (content: Buffer): string => content.toString('base64').replace(/.{76}/g, '$&\r\n');

/** Mails of the maximum size of SES, of the kinds that cost a parser most. */
const MAILS: Readonly<Record<string, (bytes: number) => string>> = {
  'one file in base64': (bytes) =>
    [
      ...HEADERS,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'see the file',
      '--b',
      'Content-Type: application/pdf; name=a.pdf',
      'Content-Transfer-Encoding: base64',
      '',
      lines(randomBytes(Math.floor(bytes * 0.73))),
      '--b--',
      '',
    ].join('\r\n'),
  'plain text': (bytes) => [...HEADERS, '', 'نص طويل جدا\r\n'.repeat(bytes / 22)].join('\r\n'),
  HTML: (bytes) =>
    [...HEADERS, 'Content-Type: text/html; charset=utf-8', '', '<p>words</p>\r\n'.repeat(bytes / 14)].join(
      '\r\n',
    ),
};

async function peakMiB(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const [, kib] = /VmHWM:\s+(\d+)/u.exec(status) ?? [];
  return Math.round(Number(kib ?? 0) / 1024);
}

/**
 * Parse the file in the first argument and print the cost. Each mail has its own process, so that the peak
 * memory is its own.
 */
async function measure(file: string): Promise<void> {
  const raw = await readFile(file);
  const reader = createMailReader();
  const start = performance.now();
  const mail = await reader.parseMail(raw);
  const milliseconds = Math.round(performance.now() - start);
  await reader.close();
  const outcome =
    mail.kind === 'parsed' ? `${mail.attachments[0]?.size ?? mail.text.length} read` : mail.reason;
  const mib = await peakMiB();
  console.log(
    `${outcome.padEnd(20)} ${String(mib).padStart(4)} MiB of ${BUDGET_MIB} ${String(milliseconds).padStart(6)} ms`,
  );
  if (mib > BUDGET_MIB) process.exitCode = 1;
}

/** Measure the cost of the largest mails: `node test/bench/mail-memory.ts`. */
async function main(): Promise<void> {
  const { spawnSync } = await import('node:child_process');
  const folder = await mkdtemp(join(tmpdir(), 'rida-memory-'));
  for (const [name, write] of Object.entries(MAILS)) {
    const file = join(folder, 'mail.eml');
    await writeFile(file, write(MAIL_LIMITS.bytes - 10_000).slice(0, MAIL_LIMITS.bytes), 'utf8');
    process.stdout.write(`${name.padEnd(20)} `);
    const { status } = spawnSync(process.execPath, [import.meta.filename, file], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
  await rm(folder, { recursive: true });
}

const [file] = process.argv.slice(2);
await (file === undefined ? main() : measure(file));
