import type { Language } from '#events/vocabulary.ts';
import { type Html, html } from './http/html.ts';
import { icon } from './icons.ts';
import { draftText } from './text/draft-text.ts';

/** Where the words of a page are kept while they are typed. */
interface KeptWords {
  /** The signed-in person, whose words are filled in after another sign-in. */
  readonly user?: string;
  /** The path of the drafts at the server. The words stay in the browser when missing. */
  readonly at?: string;
  /** Whether the words of the page were taken, so that the browser forgets them. */
  readonly isOver?: boolean;
}

/** Return the notices that the script of the page shows at forms with unsent words. */
export function draftNotices(language: Language, { user, at, isOver }: KeptWords): Html {
  const w = draftText[language];
  const discard = html`<button type="button" class="quiet">${at === undefined ? w.discardHere : w.discard}</button>`;
  return html`<template id="draft-notices"${user !== undefined && html` data-user="${user}"`}${
    at !== undefined && html` data-at="${at}"`
  }${isOver && html` data-over`}><p class="notice"
  data-notice="restored" data-live="status">${icon('note')}<span>${
    at === undefined ? w.restoredHere : w.restored
  }</span>${discard}</p>
<p class="faint small" data-notice="saved">${at === undefined ? w.savedHere : w.saved}</p>
<p class="notice notice-warn" data-notice="failed" data-live="status">${icon('alarm')}<span>${w.failed}</span></p>
<p class="notice notice-warn" data-notice="large" data-live="status">${icon('alarm')}<span>${w.large}</span></p>
${
  user !== undefined &&
  html`<p class="notice notice-warn" data-notice="ended" data-live="alert">${icon('alarm')}<span>${w.ended}
<a href="/" target="_blank" rel="noopener">${w.signIn}</a></span></p>`
}
<section class="card" data-notice="lost"><label class="field"><span>${w.lost}</span><textarea rows="6" dir="auto"
  readonly></textarea></label>${discard}</section></template>`;
}
