import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createMailReader } from '#shared/adapters/mail/parse-mail.ts';
import { parseReference } from '#shared/domain/case/reference.ts';
import { type Automatic, automaticKind } from '#shared/domain/mail/automatic.ts';
import { classify } from '#shared/domain/mail/classify.ts';
import { decide, type MailDecision, type Verdict } from '#shared/domain/mail/decide.ts';
import { newPart } from '#shared/domain/mail/new-part.ts';
import type { MailAddress, ParsedMail, Unreadable } from '#shared/domain/mail/parsed-mail.ts';
import { findReferences, type ReferenceCandidate } from '#shared/domain/mail/threading.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import { languageOf } from '#shared/domain/text/language.ts';

const USAGE = `npm run --silent mail -- explain FILE.eml… [--json] [--address HELP@DOMAIN]… [--dmarc pass|fail|gray]

Says what Rida would make of a received mail, without keeping anything: one JSON object a line with --json.
Whether the author may write to a case is known only to the running system: here the references named are
taken to exist, and the author to take part in them. DMARC is taken from --dmarc, else from the topmost
Authentication-Results, else assumed to have passed.`;

interface Context {
  readonly addresses: readonly string[];
  readonly dmarc: string | undefined;
}

/** What the tool says of one file. */
interface Explanation {
  readonly file: string;
  readonly messageId: string | null;
  readonly date: string | null;
  readonly from: MailAddress | null;
  readonly to: readonly MailAddress[];
  readonly subject: string;
  readonly text: string;
  readonly fullText: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly size: number }[];
  readonly automatic: boolean;
  readonly automaticKind: string | null;
  readonly language: string | null;
  readonly type: string | null;
  readonly category: string | null;
  readonly decision: MailDecision['action'];
  readonly reasons: readonly string[];
}

function quarantined(file: string, { reason, message }: Unreadable): Explanation {
  return {
    file,
    messageId: null,
    date: null,
    from: null,
    to: [],
    subject: '',
    text: '',
    fullText: '',
    attachments: [],
    automatic: false,
    automaticKind: null,
    language: null,
    type: null,
    category: null,
    decision: 'quarantine',
    reasons: [reason, message],
  };
}

/** Addresses with a valid reference behind a plus are ours, when nobody says which are. */
function ownAddresses(mail: ParsedMail, given: readonly string[]): string[] {
  if (given.length > 0) return [...given];
  return [...mail.to, ...mail.cc].flatMap(({ address }) => {
    const found = /^([^+@]+)\+([^@]+)(@.+)$/.exec(address);
    return found?.[2] && parseReference(found[2]) ? [`${found[1]}${found[3]}`] : [];
  });
}

/** Domains whose Message-IDs begin with a valid reference are ours, when nobody says which are. */
function ownDomain(mail: ParsedMail, given: readonly string[]): string {
  const own = given[0]?.split('@')[1];
  if (own) return own;
  for (const id of [mail.inReplyTo ?? '', ...mail.references]) {
    const found = /^<([^.@<>]+)[^@<>]*@([^<>]+)>$/.exec(id);
    if (found?.[1] && found[2] && parseReference(found[1])) return found[2];
  }
  return 'rida.invalid';
}

function verdictOf(mail: ParsedMail, given: string | undefined): { dmarc: Verdict; reason: string } {
  const stated = given ?? /\bdmarc=(\w+)/i.exec(mail.headers['authentication-results'] ?? '')?.[1];
  if (stated === undefined) return { dmarc: 'PASS', reason: 'dmarc-assumed' };
  const dmarc = stated.toLowerCase() === 'pass' ? 'PASS' : stated.toLowerCase() === 'fail' ? 'FAIL' : 'GRAY';
  return { dmarc, reason: `dmarc-${dmarc.toLowerCase()}` };
}

function decisionOn(
  mail: ParsedMail,
  automatic: Automatic | null,
  candidates: readonly ReferenceCandidate[],
  dmarc: Verdict,
): MailDecision {
  const participants = mail.from ? [mail.from.address.toLowerCase()] : [];
  return decide({
    from: mail.from?.address ?? null,
    dmarc,
    automatic,
    defects: mail.defects,
    candidates,
    cases: candidates.map(({ reference }) => ({ reference, participants, acceptsMessages: true })),
  });
}

function explain(file: string, mail: ParsedMail, { addresses, dmarc: given }: Context): Explanation {
  const text = newPart(mail.text);
  const own = ownAddresses(mail, addresses);
  const domain = ownDomain(mail, addresses);
  const automatic = automaticKind(mail.headers, {
    sender: null,
    from: mail.from?.address ?? null,
    subject: mail.subject,
    messageId: mail.messageId,
    ownAddresses: own,
    ownMessageIdDomain: domain,
  });
  const candidates = findReferences(mail, { ownAddresses: own, ownMessageIdDomain: domain, parseReference });
  const { dmarc, reason } = verdictOf(mail, given);
  const decision = decisionOn(mail, automatic, candidates, dmarc);
  const { type, category, reasons } = classify(mail.subject, text);
  return {
    file,
    messageId: mail.messageId,
    date: mail.date === null ? null : new Date(mail.date).toISOString(),
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    text,
    fullText: mail.text,
    attachments: mail.attachments.map(({ name, type: mediaType, size }) => ({ name, type: mediaType, size })),
    automatic: automatic !== null,
    automaticKind: automatic?.kind ?? null,
    language: languageOf(`${mail.subject}\n${text}`),
    type,
    category,
    decision: decision.action,
    reasons: [
      ...decision.reasons,
      ...candidates.map(({ reference }) => `reference:${reference}`),
      ...(automatic ? [`automatic:${automatic.kind}:${automatic.why}`] : []),
      reason,
      ...reasons,
    ],
  };
}

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
  if (command !== 'explain' || files.length === 0) {
    console.error(USAGE);
    return 2;
  }
  const reader = createMailReader();
  for (const file of files) {
    const mail = await reader.parseMail(await readFile(file));
    const context = { addresses: values.address ?? [], dmarc: values.dmarc };
    const explained = mail.kind === 'parsed' ? explain(file, mail, context) : quarantined(file, mail);
    if (values.json) console.log(JSON.stringify(explained));
    else print(explained);
  }
  await reader.close();
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
