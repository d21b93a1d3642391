import { hiddenField } from './hidden-field.ts';

/** Return the survey link in the text of a mail; undefined for other mails. */
export const surveyLink = (text: string): string | undefined =>
  /https?:\/\/\S+\/s\/[\w-]+\.[\w.-]+/u.exec(text)?.[0];

/**
 * Open a survey as a browser does, and answer it.
 * @throws Error when the page is not the survey or rejects the answer
 */
export async function respondToSurvey(
  link: string,
  answer: { readonly score: number; readonly finished: 'yes' | 'no'; readonly comment?: string },
): Promise<void> {
  const page = await (await fetch(link)).text();
  const nonce = hiddenField(page, 'nonce');
  if (nonce === undefined) throw new Error('the survey did not open');
  const { score, finished, comment = '' } = answer;
  const sent = await fetch(link, {
    method: 'POST',
    headers: { Origin: new URL(link).origin },
    body: new URLSearchParams({ nonce, score: String(score), finished, comment }),
  });
  if (!sent.ok) throw new Error(`the survey rejected the answer (${sent.status})`);
}
