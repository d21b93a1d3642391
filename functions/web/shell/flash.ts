import { type Html, html } from './http/html.ts';
import { icon } from './icons.ts';

/** The message about the form that was just sent. */
export interface Flash {
  readonly tone: 'good' | 'bad';
  readonly text: string;
  /** Somebody else changed the same thing first. */
  readonly conflict?: boolean;
}

/** Return the status of a page: 409 for a conflict, 422 for another rejected form. */
export const statusOf = (flash: Flash | undefined): 200 | 409 | 422 => {
  if (flash?.tone !== 'bad') return 200;
  return flash.conflict ? 409 : 422;
};

/** Return the message above a page. An error gets the focus, so that screen readers read it. */
export function flashNotice(flash: Flash | undefined): Html {
  if (!flash) return html``;
  const { tone, text } = flash;
  return tone === 'good'
    ? html`<p class="notice notice-good" role="status">${icon('done')}${text}</p>`
    : html`<p class="notice notice-bad" role="alert" id="wrong" tabindex="-1">${icon('alarm')}${text}</p>`;
}
