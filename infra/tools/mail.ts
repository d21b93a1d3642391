import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createMailReader, type ThreadedReader } from '#shared/adapters/mail/parse-mail.ts';
import { type ExplainContext, type Explanation, explain, quarantined } from '#shared/domain/mail/explain.ts';
import type { MailAddress } from '#shared/domain/mail/parsed-mail.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';

const USAGE = `npm run --silent mail -- explain FILE.eml|FOLDER… [--json] [--address HELP@DOMAIN]… [--dmarc pass|fail|gray]
npm run --silent mail -- evaluate

evaluate runs the rules over the table of mails (test/unit/mail/table) and prints, per kind, rows, right answers,
precision and recall. It exits with 1 when a figure is below its threshold.

explain says what Rida would make of a received mail, without keeping anything: one JSON object a line with --json, in
the order of the files given; a folder stands for the .eml files in it.
Whether the author may write to a case is known only to the running system: here the references named are
taken to exist, and the author to take part in them. DMARC is taken from --dmarc, else from the topmost
Authentication-Results, else assumed to have passed.`;

const THREADS = 2;

const shown = (address: MailAddress): string =>
  address.name === '' ? address.address : `${address.name} <${address.address}>`;

function print(explained: Explanation): void {
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

/** A folder's mails; a file, or what cannot be looked at, stands for itself. */
async function mailsIn(path: string): Promise<string[]> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats?.isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => name.toLowerCase().endsWith('.eml'))
    .sort()
    .map((name) => join(path, name));
}

/** Never rejects: a file that cannot be read, and a mail that breaks us, are answered like any other. */
async function explainFile(
  reader: ThreadedReader,
  file: string,
  context: ExplainContext,
): Promise<Explanation> {
  try {
    const mail = await reader.parseMail(await readFile(file));
    return mail.kind === 'parsed' ? explain(file, mail, context) : quarantined(file, mail);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return quarantined(file, { reason: 'unreadable-file', message });
  }
}

/** Works on a few files at a time and tells of them in the order given. */
async function inOrder<In, Out>(
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

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
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
    console.log(USAGE);
    return 0;
  }
  if (command === 'evaluate' && files.length === 0) {
    // The table of mails is loaded only for what needs it.
    const { evaluate } = await import('./mail-evaluate.ts');
    return evaluate();
  }
  if (command !== 'explain' || files.length === 0) {
    console.error(USAGE);
    return 2;
  }
  const reader = createMailReader({}, THREADS);
  const context = { addresses: values.address ?? [], dmarc: values.dmarc };
  const paths = (await Promise.all(files.map(mailsIn))).flat();
  await inOrder(
    paths,
    (file) => explainFile(reader, file, context),
    (explained) => {
      if (values.json) console.log(JSON.stringify(explained));
      else print(explained);
    },
  );
  await reader.close();
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
