import { textRuns } from '#shared/domain/text/text-runs.ts';
import { type Html, html } from './http/html.ts';

/** A date or a reference, which never breaks before a hyphen. */
const WHOLE = /^(?:\d{4}-\d\d-\d\d|[0-9][A-Z][0-9](?:-[0-9A-Z]{3,4}){2})$/u;

/**
 * Return the words of other people as markup: numbers, references, dates and addresses in them read from left to
 * right. The element around it has the direction of the text, `dir="auto"`.
 */
export const foreignText = (words: string): Html =>
  html`${textRuns(words).map(({ order, text }) => {
    if (order === 'text') return text;
    if (order !== 'ltr') return html`<bdo dir="ltr">${text}</bdo>`;
    return html`<bdi dir="ltr"${WHOLE.test(text) && html` class="whole"`}>${text}</bdi>`;
  })}`;

/** Return a name, a subject or another line of other people, isolated from the text around it. */
export const foreignLine = (words: string): Html => html`<bdi dir="auto">${foreignText(words)}</bdi>`;
