import { effectIdOf } from '#shared/application/send-once.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { ownTokenOf } from '#shared/domain/mail/own-address.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import type { Rules } from '#shared/domain/rules.ts';

/** The id under which the question of a request is sent once. The Message-ID of its mail is derived from it. */
export const questionId = (reference: string, request: string): string => `${reference}#${request}`;

/** The Message-ID to which all mails about a request refer. Replies repeat it, also where a provider replaces ids. */
const THREAD = /^<?[0-9A-Z]{10}\.question-(r\d{1,4})@/i;

/** Return the request whose mails a mail replies to: by the references of the thread, otherwise by the mail itself. */
export function questionNamed(
  { id, requests = [] }: Case,
  { inReplyTo, references }: Pick<ParsedMail, 'inReplyTo' | 'references'>,
  { departments }: Pick<Rules, 'departments'>,
): string | undefined {
  const ids = [inReplyTo ?? '', ...references.toReversed()];
  const thread = ids.map((one) => THREAD.exec(one)?.[1]?.toLowerCase()).find((one) => one !== undefined);
  if (thread !== undefined) return thread;
  const tokens = new Set(ids.map(ownTokenOf));
  return requests.find(({ id: request, department }) => {
    const to = departments.get(department)?.email;
    return (
      to !== undefined && tokens.has(effectIdOf({ eventId: questionId(id, request), what: 'question', to }))
    );
  })?.id;
}
