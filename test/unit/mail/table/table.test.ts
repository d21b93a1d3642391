import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMailReader } from '#shared/adapters/mail/parse-mail.ts';
import { type Explanation, explain, quarantined } from '#shared/domain/mail/explain.ts';
import { TABLE } from './all.ts';
import { type Expected, plain } from './row.ts';

const reader = createMailReader();
beforeAll(() => reader.parseMail(plain('the thread loads its parser')), 60_000);
afterAll(() => reader.close());

async function explained(raw: Uint8Array): Promise<Explanation> {
  const read = await reader.parseMail(raw);
  const context = { addresses: ['help@rida.example'], dmarc: 'pass' };
  return read.kind === 'parsed' ? explain('x.eml', read, context) : quarantined('x.eml', read);
}

/** The fields of an explanation that a row speaks of, in the row's form. */
function compared(found: Explanation, out: Expected): Record<string, unknown> {
  const forms: Record<keyof Expected, unknown> = {
    messageId: found.messageId,
    date: found.date,
    from: found.from && [found.from.name, found.from.address],
    to: found.to.map(({ address }) => address),
    subject: found.subject,
    text: found.text,
    fullText: found.fullText,
    attachments: found.attachments.map(({ name, type, size }) => [name, type, size]),
    kind: found.automaticKind,
    decision: found.decision,
    language: found.language,
    category: found.category,
    reasons: out.reasons?.filter((reason) => found.reasons.includes(reason)),
  };
  return Object.fromEntries(Object.keys(out).map((key) => [key, forms[key as keyof Expected]]));
}

describe('the table of mails', () => {
  it('has at least 150 mails, each under its own name', () => {
    const names = Object.entries(TABLE).flatMap(([kind, rows]) => rows.map(({ name }) => `${kind}: ${name}`));
    expect(names.length).toBeGreaterThanOrEqual(150);
    expect(new Set(names).size).toBe(names.length);
  });

  for (const [kind, rows] of Object.entries(TABLE)) {
    describe(kind, () => {
      it.each(rows.map((row) => [row.name, row] as const))('%s', async (_name, { raw, out }) => {
        expect(compared(await explained(raw), out)).toEqual(out);
      });
    });
  }
});
