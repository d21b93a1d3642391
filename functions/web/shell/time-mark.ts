import { formatInstant } from '#shared/domain/text/format-instant.ts';
import { shortInstant, sinceInstant } from '#shared/domain/text/short-instant.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import { type Html, html } from './http/html.ts';
import type { View } from './view.ts';

type Present = Pick<View, 'language' | 'now'>;

const full = (at: number, { language }: Present): Html =>
  html`<span class="full">${formatInstant(at, language)}</span>`;

/**
 * Return an instant in a glance: «أمس 8:13 صباحًا». The style sheet shows its full date in both calendars on hover,
 * focus and touch.
 */
export const timeMark = (at: number, view: Present): Html =>
  html`<time datetime="${isoInstant(at)}" tabindex="0">${shortInstant(at, view.now, view.language)}${full(
    at,
    view,
  )}</time>`;

/** Return since when something is so, in the same way: «منذ ساعتين». */
export const sinceMark = (at: number, view: Present): Html =>
  html`<time datetime="${isoInstant(at)}" tabindex="0">${sinceInstant(at, view.now, view.language)}${full(
    at,
    view,
  )}</time>`;

/** The same inside a link or a button, which has the focus itself. */
export const timeInLink = (at: number, view: Present): Html =>
  html`<time datetime="${isoInstant(at)}">${shortInstant(at, view.now, view.language)}${full(at, view)}</time>`;
