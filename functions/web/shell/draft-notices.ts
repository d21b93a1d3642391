import { type Html, html } from './http/html.ts';
import { icon } from './icons.ts';
import { draftText } from './text/draft-text.ts';
import type { View } from './view.ts';

/** Return the notices that the script of the page shows at forms with unsent words. */
export function draftNotices({ language, agent }: View): Html {
  const w = draftText[language];
  const discard = html`<button type="button" class="quiet">${w.discard}</button>`;
  return html`<template id="draft-notices"><p class="notice" data-notice="restored" data-live="status"
  data-user="${agent.user}">${icon('note')}<span>${w.restored}</span>${discard}</p>
<p class="faint small" data-notice="saved">${w.saved}</p>
<p class="notice notice-warn" data-notice="failed" data-live="status">${icon('alarm')}<span>${w.failed}</span></p>
<p class="notice notice-warn" data-notice="ended" data-live="alert">${icon('alarm')}<span>${w.ended}
<a href="/" target="_blank" rel="noopener">${w.signIn}</a></span></p>
<section class="card" data-notice="lost"><label class="field"><span>${w.lost}</span><textarea rows="6" dir="auto"
  readonly></textarea></label>${discard}</section></template>`;
}
