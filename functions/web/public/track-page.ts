import type { Language } from '#events/vocabulary.ts';
import { type Case, isActive } from '#shared/domain/cases/case.ts';
import { clocksOf } from '#shared/domain/cases/clocks.ts';
import { openHoldings } from '#shared/domain/cases/decisions/hand-over.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { Reader } from '../shell/http/language-choice.ts';
import { icon } from '../shell/icons.ts';
import { outcomeLabel, statusLabel } from '../shell/text/labels.ts';
import { both, publicPage } from './public-page.ts';
import { trackText as w } from './public-text.ts';
import type { TrackedCase } from './track.ts';

interface Tracked {
  readonly rules: Rules;
  readonly reader: Reader;
  readonly now: number;
  readonly reference: string;
  readonly contact: string;
  /** Absent before a search; null when the reference and the contact do not belong together. */
  readonly found?: TrackedCase | null | undefined;
  /** Whether the page answers its form. */
  readonly isAnswer?: boolean;
}

function promise(supportCase: Case, { rules, now, reader: { language } }: Tracked): Html {
  if (supportCase.status === 'pending-beneficiary') return html`<p>${both(w.waiting, language)}</p>`;
  const at = clocksOf(supportCase, rules, now).nextDeadlineAt;
  if (at === null) return html``;
  const when: Bilingual = { ar: formatInstant(at, 'ar'), en: formatInstant(at, 'en') };
  return html`<dl><dt>${both(w.promised, language)}</dt><dd>${both(when, language)}</dd>
</dl>${now > at && html`<p class="notice notice-warn">${icon('alarm')}${both(w.late, language)}</p>`}`;
}

/** Return how the work on a case ended. An active case has no outcome, although it may have had one. */
function outcome({ status, resolution }: Case, language: Language): Html | false {
  if (isActive(status) || resolution?.as === undefined) return false;
  return html`<dt>${both(w.outcome, language)}</dt><dd>${both(outcomeLabel[resolution.as], language)}</dd>`;
}

/** Return the outside bodies that hold the matter, each with the time when the centre asks it again. */
function holders(supportCase: Case, language: Language): readonly Html[] {
  return openHoldings(supportCase).map(({ holder, number, until }) => {
    const when: Bilingual = { ar: formatInstant(until, 'ar'), en: formatInstant(until, 'en') };
    const body = holder === '' ? both(w.otherBody, language) : html`<bdi>${holder}</bdi>`;
    return html`<dt>${both(w.heldBy, language)}</dt>
<dd>${body}${number !== undefined && html` <bdi dir="ltr">${number}</bdi>`}</dd>
<dt>${both(w.followedOn, language)}</dt><dd>${both(when, language)}</dd>`;
  });
}

function answer(tracked: Tracked): Html {
  const { found, reader } = tracked;
  const { language } = reader;
  if (found === undefined) return html``;
  if (found === null)
    return html`<div class="notice notice-warn" role="status">${icon('alarm')}${both(w.unknown, language)}</div>`;
  const { named, surviving } = found;
  const held = surviving.status !== 'closed' && holders(surviving, language);
  const continues =
    named.id !== surviving.id &&
    html`<dt>${both(w.continuedIn, language)}</dt><dd><bdi dir="ltr">${surviving.id}</bdi></dd>`;
  return html`<section class="card" role="status"><dl>
<dt>${both(w.reference, language)}</dt><dd><bdi dir="ltr">${named.id}</bdi></dd>
<dt>${both(w.status, language)}</dt><dd><strong>${both(statusLabel[surviving.status], language)}</strong></dd>
${outcome(surviving, language)}${held}${continues}</dl>${promise(surviving, tracked)}</section>`;
}

/** Return the page on which a beneficiary looks up the status of a case. Typed values are kept. */
export function trackPage(tracked: Tracked): Html {
  const { rules, reader, reference, contact, isAnswer = false } = tracked;
  const { language } = reader;
  return publicPage({
    rules,
    reader,
    title: w.title,
    ...(isAnswer && { sent: { reference, contact } }),
    body: html`${answer(tracked)}<section class="card"><h1>${both(w.title, language)}</h1>
<form method="post" action="/t?lang=${language}">
<label class="field"><span>${both(w.reference, language)}</span><input name="reference" dir="ltr" required
  maxlength="40" autocomplete="off" value="${reference}"></label>
<label class="field"><span>${both(w.contact, language)}</span><input name="contact" dir="ltr" required
  maxlength="254" value="${contact}"></label>
<button class="primary" type="submit">${both(w.send, language)}</button>
</form></section>`,
  });
}
