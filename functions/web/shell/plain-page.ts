import { consolePage } from './console-page.ts';
import { type Html, html } from './http/html.ts';
import { frameText } from './text/frame-text.ts';
import type { View } from './view.ts';

type Kind = 'notFound' | 'failed' | 'readOnly' | 'supervisorsOnly' | 'tooLarge' | 'unreadable' | 'dangerous';

/** Return a page with only a message: not found, failed, not allowed. */
export function plainPage(view: View, kind: Kind): Html {
  const w = frameText[view.language];
  return consolePage(view, {
    title: w[`${kind}Title`],
    body: html`<section class="card plain"><h1>${w[`${kind}Title`]}</h1><p>${w[`${kind}Text`]}</p>
<p><a class="button" href="/cases">${w.back}</a></p></section>`,
  });
}
