import { SECOND } from '#shared/domain/time/instant.ts';
import { hiddenField } from './hidden-field.ts';

/** Return the link to confirm or contest an outcome in the text of a mail; undefined for other mails. */
export const outcomeLink = (text: string): string | undefined =>
  /https?:\/\/\S+\/s\/c\/[\w.-]+/u.exec(text)?.[0];

/** Time that the respondent takes to read the page, milliseconds. */
export const READING_MS = 3 * SECOND;

/** An answer to the question at the end of a case. */
export interface OutcomeAnswer {
  readonly finished: 'yes' | 'no';
  readonly score?: number;
  readonly comment?: string;
}

/** Return the fields that a browser sends for an answer. */
export const fieldsOf = ({ finished, score, comment = '' }: OutcomeAnswer): Record<string, string> => ({
  ...{ answer: finished, comment },
  ...(score !== undefined && { score: String(score) }),
});

/**
 * Open the page of an outcome as a browser does, read it, and answer.
 * @param reading let the time pass that a person needs to read the page
 * @throws Error when the page does not open or rejects the answer
 */
export async function respondToOutcome(
  link: string,
  answer: OutcomeAnswer,
  reading: (ms: number) => Promise<unknown>,
): Promise<void> {
  const nonce = hiddenField(await (await fetch(link)).text(), 'nonce');
  if (nonce === undefined) throw new Error('the page of the outcome did not open');
  await reading(READING_MS);
  const sent = await fetch(link, {
    method: 'POST',
    headers: { Origin: new URL(link).origin },
    body: new URLSearchParams({ nonce, ...fieldsOf(answer) }),
  });
  if (!sent.ok) throw new Error(`the page rejected the answer (${sent.status})`);
}

/** Return the link to the page of a request in the mail to a department; undefined for other mails. */
export const requestLink = (text: string): string | undefined =>
  /https?:\/\/\S+\/s\/d\/(?!all\/)[\w.-]+/u.exec(text)?.[0];

/**
 * Open the page of a request as a browser does, read it, and answer.
 * @param reading let the time pass that a person needs to read the page
 * @throws Error when the page does not open or rejects the answer
 */
export async function answerRequest(
  link: string,
  text: string,
  reading: (ms: number) => Promise<unknown>,
): Promise<void> {
  const nonce = hiddenField(await (await fetch(link)).text(), 'nonce');
  if (nonce === undefined) throw new Error('the page of the request did not open');
  await reading(READING_MS);
  const sent = await fetch(link, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: new URL(link).origin },
    body: new URLSearchParams({ nonce, form: 'answer', act: 'answer', text }),
  });
  if (sent.status !== 303) throw new Error(`the page rejected the answer (${sent.status})`);
}
