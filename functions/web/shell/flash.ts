import { type Html, html } from './http/html.ts';
import { icon } from './icons.ts';

/** What a page says of what was just sent. */
export interface Flash {
  readonly tone: 'good' | 'bad';
  readonly text: string;
}

/** The notice above a page. What went wrong gets the focus, so that whoever listens is led to it. */
export function flashNotice(flash: Flash | undefined): Html {
  if (!flash) return html``;
  const { tone, text } = flash;
  return tone === 'good'
    ? html`<p class="notice notice-good" role="status">${icon('done')}${text}</p>`
    : html`<p class="notice notice-bad" role="alert" id="wrong" tabindex="-1">${icon('alarm')}${text}</p>`;
}
