import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createMailReader, type ThreadedReader } from '#shared/adapters/mail/parse-mail.ts';
import {
  type ExplainContext,
  type Explanation,
  explainMail,
  quarantined,
} from '#shared/domain/mail/explain.ts';
import type { MailAddress } from '#shared/domain/mail/parsed-mail.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import { type CommandIo, runCommand, type ToolCommand } from './tool-command.ts';

const USAGE = `npm run --silent mail -- explain FILE.eml|FOLDER… [--json] [--address HELP@DOMAIN]… [--dmarc pass|fail|gray]
npm run --silent mail -- evaluate

evaluate runs the rules on the table of mails (test/unit/mail/table) and prints rows, right answers, precision and
recall for each kind. It exits with 1 when a figure is below its threshold.

explain prints how Rida would process a received mail, and stores nothing. With --json it prints one JSON object per
line, in the order of the files. A folder means all .eml files in it.
Only the running system knows whether the author may write to a case. explain assumes that the referenced cases exist
and that the author is a participant. The DMARC result is --dmarc, otherwise the topmost Authentication-Results header,
otherwise pass.`;

const THREADS = 2;

const shown = (address: MailAddress): string =>
  address.name === '' ? address.address : `${address.name} <${address.address}>`;

function print({ console }: CommandIo, explained: Explanation): void {
  const { date, language } = explained;
  const rows: [string, string][] = [
    ['from', explained.from ? shown(explained.from) : '-'],
    ['to', explained.to.map(shown).join(', ')],
    ['date', date ? formatInstant(Date.parse(date), language === 'ar' ? 'ar' : 'en') : '-'],
    ['subject', explained.subject],
    ['attachments', explained.attachments.map(({ name, size }) => `${name} (${size})`).join(', ') || '-'],
    ['automatic', explained.automaticKind ?? 'no'],
    ['case', `${explained.type ?? '-'}, ${explained.category ?? '-'}, ${language ?? '-'}`],
    ['decision', explained.decision],
    ['reasons', explained.reasons.join(', ')],
  ];
  console.log(explained.file);
  for (const [label, value] of rows) console.log(`  ${label.padEnd(12)} ${value}`);
  console.log(`\n${explained.text.replace(/^/gm, '  | ')}\n`);
}

/** Return the mails in a folder. A file or an unreadable path returns itself. */
async function mailsIn(path: string): Promise<string[]> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats?.isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => name.toLowerCase().endsWith('.eml'))
    .sort()
    .map((name) => join(path, name));
}

/**
 * Explain a file. Never rejects: an unreadable file or a mail that fails to parse is reported as a result.
 */
async function explainFile(
  reader: ThreadedReader,
  file: string,
  context: ExplainContext,
): Promise<Explanation> {
  try {
    const mail = await reader.parseMail(await readFile(file));
    return mail.kind === 'parsed' ? explainMail(file, mail, context) : quarantined(file, mail);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return quarantined(file, { reason: 'unreadable-file', message });
  }
}

/** Process a few items at a time, and print the results in the given order. */
async function mapInOrder<In, Out>(
  items: readonly In[],
  work: (item: In) => Promise<Out>,
  tell: (result: Out) => void,
): Promise<void> {
  const under: Promise<Out>[] = [];
  for (const item of items) {
    under.push(work(item));
    const oldest = under.length >= THREADS * 2 ? under.shift() : undefined;
    if (oldest) tell(await oldest);
  }
  for (const rest of under) tell(await rest);
}

async function explainOrEvaluate(io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...io.args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      address: { type: 'string', multiple: true },
      dmarc: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const [command, ...files] = positionals;
  if (values.help) {
    io.console.log(USAGE);
    return 0;
  }
  if (command === 'evaluate' && files.length === 0) {
    // Load the table of mails only for this command.
    const { evaluateMailRules: evaluate } = await import('./mail-evaluate.ts');
    return evaluate(io);
  }
  if (command !== 'explain' || files.length === 0) {
    io.console.error(USAGE);
    return 2;
  }
  const reader = createMailReader({}, THREADS);
  const context = { addresses: values.address ?? [], dmarc: values.dmarc };
  const paths = (await Promise.all(files.map(mailsIn))).flat();
  await mapInOrder(
    paths,
    (file) => explainFile(reader, file, context),
    (explained) => {
      if (values.json) io.console.log(JSON.stringify(explained));
      else print(io, explained);
    },
  );
  await reader.close();
  return 0;
}

/** Explain mails, and evaluate the mail rules: `npm run mail`. */
export const mail: ToolCommand = async (io) => {
  try {
    return await explainOrEvaluate(io);
  } catch (error) {
    io.console.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
};

if (import.meta.main) await runCommand(mail);
