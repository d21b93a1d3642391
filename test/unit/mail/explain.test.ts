import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mail as mailCommand } from '#infra/tools/mail-command.ts';
import { ownMessageId } from '#shared/domain/mail/own-address.ts';
import { runHere } from '#test/builders/run-command.ts';
import { eml, encodeIn, FROM } from './eml.ts';

const MAILS: Readonly<Record<string, Uint8Array>> = {
  'open.eml': eml(
    [
      FROM,
      'To: Help <help@rida.example>',
      'Message-ID: <1@example.com>',
      'Date: Sun, 22 Nov 2026 10:30:00 +0300',
      'Content-Type: text/plain; charset=windows-1256',
    ],
    encodeIn('windows-1256', 'بلاغ عن إنارة معطلة في شارعنا'),
  ),
  'append.eml': eml(
    [
      FROM,
      'To: help+9T90A92918@rida.example',
      `In-Reply-To: ${ownMessageId('9T9-0A9-2918', 'ack', 'rida.example')}`,
      'Subject: Re: it is still dark',
    ],
    'Still dark.\r\n\r\nOn Sunday Rida wrote:\r\n> old',
  ),
  'forged.eml': eml([
    'Authentication-Results: amazonses.com; spf=fail; dmarc=fail header.from=example.com',
    FROM,
    'Subject: [Rida 9T9-0A9-2918]',
  ]),
  'absence.eml': eml([FROM, 'Subject: رد تلقائي: خارج المكتب']),
  'own.eml': eml([FROM, 'X-Rida-Mail: 1']),
  'nobody.eml': eml(['Subject: x']),
  'bytes.eml': Buffer.from([0, 1, 2, 3, 250]),
};

describe('npm run mail -- explain', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rida-mail-'));
    for (const [name, raw] of Object.entries(MAILS)) await writeFile(join(folder, name), raw);
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function run(...argv: string[]) {
    const { status: code, out: stdout, err: stderr } = await runHere(mailCommand, argv);
    return { code, stdout, stderr };
  }

  it('says of each file what becomes of it', async () => {
    const files = Object.keys(MAILS).map((name) => join(folder, name));
    const { code, stdout } = await run('explain', ...files, '--json');
    expect(code).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ decision }) => decision)).toEqual([
      'open',
      'append',
      'open',
      'feedback',
      'own',
      'quarantine',
      'quarantine',
    ]);
    expect(lines[0]).toEqual({
      file: files[0],
      messageId: '<1@example.com>',
      date: '2026-11-22T07:30:00.000Z',
      from: { name: 'Sara', address: 'sara@example.com' },
      to: [{ name: 'Help', address: 'help@rida.example' }],
      subject: '',
      text: 'بلاغ عن إنارة معطلة في شارعنا',
      fullText: 'بلاغ عن إنارة معطلة في شارعنا',
      attachments: [],
      automatic: false,
      automaticKind: null,
      language: 'ar',
      type: 'report',
      category: 'lighting',
      decision: 'open',
      reasons: expect.arrayContaining(['no-reference', 'dmarc-assumed', 'type:report:بلاغ']),
    });
    expect(lines[1]).toMatchObject({
      text: 'Still dark.',
      reasons: expect.arrayContaining(['reference-in-address']),
    });
    expect(lines[2].reasons).toContain('sender-not-authenticated');
    expect(lines[3]).toMatchObject({ automatic: true, automaticKind: 'out-of-office' });
    expect(lines[6]).toMatchObject({ from: null, reasons: expect.arrayContaining(['not-a-mail']) });
  });

  it('reports an unreadable file, continues, and reads the mails of a folder', async () => {
    const missing = join(folder, 'no-such-file.eml');
    const { code, stdout } = await run('explain', '--json', missing, folder);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({ file: missing, decision: 'quarantine' });
    expect(lines[0].reasons[0]).toBe('unreadable-file');
    expect(lines.slice(1).map(({ file }) => file)).toEqual(
      Object.keys(MAILS)
        .sort()
        .map((name) => join(folder, name)),
    );
  });

  it('writes a page for people', async () => {
    const { stdout } = await run('explain', join(folder, 'open.eml'));
    expect(stdout).toContain('الموافق 12 جمادى الآخرة 1448هـ');
    expect(stdout).toContain('| بلاغ عن إنارة معطلة في شارعنا');
  });

  it('takes the DMARC verdict it is given', async () => {
    const { stdout } = await run('explain', join(folder, 'append.eml'), '--json', '--dmarc', 'fail');
    expect(JSON.parse(stdout)).toMatchObject({ decision: 'open' });
  });

  it.each([[['explain']], [['explode', 'x.eml']], [['explain', '--what']]])(
    'refuses %j with status 2',
    async (argv) => {
      const { code, stderr } = await run(...argv);
      expect(code).toBe(2);
      expect(stderr).not.toBe('');
    },
  );
});
