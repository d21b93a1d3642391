import { Session } from 'node:inspector/promises';
import { senderOf } from '#functions/mail/mail-sender.ts';
import { cleanHtml } from '#shared/adapters/mail/clean-html.ts';
import { readMail } from '#shared/adapters/mail/read-mail.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { classify } from '#shared/domain/mail/classify.ts';
import { newPart, shownPart } from '#shared/domain/mail/new-part.ts';
import { MAIL_LIMITS, type ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import { contextOf } from '#shared/domain/mail/reply-context.ts';
import { findReferences } from '#shared/domain/mail/threading.ts';
import { urgencyOf } from '#shared/domain/mail/urgency.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';

/*
 * Count the executed blocks of the steps after the parser, for mails of several shapes at 1 and 10 times a length. V8
 * counts them exactly ("precise coverage") in code that is not optimised. The numbers do not depend on the speed of
 * the machine.
 */

const mail = (subject: string, body: string, type = 'text/plain', more = '') =>
  `From: Sara <sara@example.com>\r\nTo: help@rida.example\r\nSubject: ${subject}\r\n${more}Message-ID: <a@example.com>\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${body}`;
const text = (body: string) => mail('Street light', body);
const html = (body: string) => mail('Street light', body, 'text/html');
const folded = (words: string, times: number) => Array(times).fill(words).join('\r\n ');

const SHAPES: Readonly<Record<string, (times: number) => string>> = {
  'one word in the subject': (n) => mail(folded('a '.repeat(30), 30 * n), 'x'),
  'one word in the text': (n) => text('a '.repeat(5_000 * n)),
  'Arabic words': (n) => text('إنارة '.repeat(2_000 * n)),
  'one line without a space': (n) => text('x'.repeat(10_000 * n)),
  'lines with quote marks': (n) => text('> a\r\n'.repeat(1_000 * n)),
  'many quote marks in a line': (n) => text(`${'>'.repeat(100)} a\r\n`.repeat(50 * n)),
  'beginnings of quotes': (n) => text('On Mon, Sara <s@e.com> wrote:\r\n> a\r\n'.repeat(200 * n)),
  closings: (n) => text('Best regards\r\n'.repeat(400 * n)),
  'Arabic closings': (n) => text('مع التحية\r\nشكرا\r\n'.repeat(300 * n)),
  'labels of a header': (n) => text('From: a\r\nSent: b\r\nTo: c\r\nSubject: d\r\n'.repeat(100 * n)),
  'marks of original messages': (n) => text('-----Original Message-----\r\n'.repeat(200 * n)),
  'marks of signatures': (n) => text('-- \r\n'.repeat(1_000 * n)),
  'empty lines': (n) => text(`${'\r\n'.repeat(5_000 * n)}x`),
  'references in the text': (n) => text('4K7-2M9-0382 '.repeat(500 * n)),
  'telephone numbers': (n) => text('0512345678 '.repeat(500 * n)),
  addresses: (n) => text('sara@example.com '.repeat(500 * n)),
  'references of a thread': (n) =>
    mail('x', 'x', 'text/plain', `References: ${folded('<1@example.com>', 200 * n)}\r\n`),
  receivers: (n) =>
    mail('x', 'x', 'text/plain', `Cc: ${folded('r@example.com,', 300 * n)} z@example.com\r\n`),
  'elements in each other': (n) => html('<div>a'.repeat(500 * n)),
  'elements beside each other': (n) => html('<b>a</b>'.repeat(500 * n)),
  'quotes of HTML': (n) => html('<blockquote>a'.repeat(300 * n)),
  links: (n) => html('<a href="http://a.b/c">x</a> '.repeat(200 * n)),
  'attributes of an element': (n) => html(`<p ${'a="b" '.repeat(500 * n)}>x</p>`),
  'signs of tags': (n) => html('<'.repeat(5_000 * n)),
};

/** Run every step that reads the texts of a mail after its parsing. */
function steps(parsed: ParsedMail): void {
  const at = { rawKey: 'r', envelopeFrom: 'sara@example.com', recipients: [], receivedAt: 0 } as const;
  senderOf(shippedRules, { ...at, dmarc: 'PASS', spam: false, virus: false }, parsed);
  const fresh = newPart(parsed.text, contextOf(parsed));
  shownPart(parsed.text, contextOf(parsed));
  classify(parsed.subject, fresh);
  urgencyOf(`${parsed.subject}\n${fresh}`);
  findReferences(
    { ...parsed, recipients: [], text: fresh, fullText: parsed.text },
    { ownAddresses: ['help@rida.example'], ownMessageIdDomain: 'rida.example', parseReference },
  );
  if (parsed.html !== null) cleanHtml(parsed.html, parsed.language);
}

const session = new Session();
session.connect();
await session.post('Profiler.enable');

/** Return the number of executed blocks of a run. */
async function count(run: () => void): Promise<number> {
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  run();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  await session.post('Profiler.stopPreciseCoverage');
  return result
    .filter(({ url }) => !url.includes('count-steps'))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map((range) => range.count)))
    .reduce((sum, one) => sum + one, 0);
}

const found: Record<string, number[]> = {};
for (const [name, make] of Object.entries(SHAPES)) {
  found[name] = [];
  for (const times of [1, 10]) {
    const parsed = await readMail(new TextEncoder().encode(make(times)), MAIL_LIMITS);
    if (parsed.kind !== 'parsed') throw new Error(`${name}: ${parsed.reason}`);
    found[name].push(await count(() => steps(parsed)));
  }
}
process.stdout.write(JSON.stringify(found));
