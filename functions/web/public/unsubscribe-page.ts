import type { Rules } from '#shared/domain/rules.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { Reader } from '../shell/http/language-choice.ts';
import { icon } from '../shell/icons.ts';
import { both, publicPage } from './public-page.ts';
import { unsubscribeText as w } from './public-text.ts';

interface Standing {
  readonly rules: Rules;
  readonly reader: Reader;
  readonly nonce: string;
  /** Whether surveys are off now. */
  readonly out: boolean;
  /** The last action, or that the page had expired. */
  readonly just: 'opt-out' | 'opt-in' | 'stale' | undefined;
}

/** Return the page that says whether a beneficiary gets surveys, with one button to change it. */
export function unsubscribePage({ rules, reader, nonce, out, just }: Standing): Html {
  const { language } = reader;
  const result = just === 'opt-out' ? w.done : just === 'opt-in' ? w.doneAgain : undefined;
  const title = out ? w.outTitle : w.title;
  return publicPage({
    rules,
    reader,
    title,
    body: html`<section class="card thanks">${result && icon('done')}<h1>${both(result ?? title, language)}</h1>
${just === 'stale' && html`<p class="notice notice-bad" role="alert">${icon('alarm')}${both(w.stale, language)}</p>`}
<p>${both(out ? w.out : w.text, language)}</p>
<form method="post"><input type="hidden" name="nonce" value="${nonce}"><button type="submit"
  class="${out ? 'quiet' : 'primary'}" name="wants"
  value="${out ? 'opt-in' : 'opt-out'}">${both(out ? w.again : w.stop, language)}</button></form></section>`,
  });
}
