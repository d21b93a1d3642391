import { MINUTE, SECOND } from '#shared/domain/time/instant.ts';
import { type Html, html } from './http/html.ts';

/** Format a short time as minutes and seconds, `1:05`. */
export function clockText(ms: number): Html {
  const whole = Math.round(ms / SECOND) * SECOND;
  const seconds = String((whole % MINUTE) / SECOND).padStart(2, '0');
  return html`<bdi dir="ltr">${Math.floor(whole / MINUTE)}:${seconds}</bdi>`;
}
