import type { ThreadedReader } from '#shared/adapters/mail/parse-mail.ts';
import { type Explanation, explainMail, quarantined } from '#shared/domain/mail/explain.ts';
import { urgencyOf } from '#shared/domain/mail/urgency.ts';
import type { Expected, Row } from './row.ts';

/** The help address in the mails of the table. */
const HELP_ADDRESS = 'help@rida.example';

/** Explain one raw mail of the table. Its sender is authenticated unless the mail shows otherwise. */
export async function explained(reader: ThreadedReader, raw: Uint8Array): Promise<Explanation> {
  // The reader may transfer the bytes to a thread.
  const read = await reader.parseMail(raw.slice());
  const context = { addresses: [HELP_ADDRESS], dmarc: 'pass' };
  return read.kind === 'parsed' ? explainMail('x.eml', read, context) : quarantined('x.eml', read);
}

/** Return the fields of an explanation that a row has, in the form of the row. */
export function compared(found: Explanation, out: Expected): Record<string, unknown> {
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
    urgency: urgencyOf(`${found.subject}\n${found.text}`),
    reasons: out.reasons?.filter((reason) => found.reasons.includes(reason)),
    without: out.without?.filter((reason) => !found.reasons.includes(reason)),
  };
  return Object.fromEntries(Object.keys(out).map((key) => [key, forms[key as keyof Expected]]));
}

/** Return whether all fields of a row match. */
export const isRight = (found: Explanation, { out }: Row): boolean =>
  JSON.stringify(compared(found, out)) === JSON.stringify(out);
