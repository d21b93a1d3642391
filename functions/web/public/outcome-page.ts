import type { Language } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { isActive } from '#shared/domain/cases/case.ts';
import type { ConfirmationAnswer } from '#shared/domain/cases/resolution.ts';
import { FINISHED } from '#shared/domain/mail/templates/terms.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { SurveyDefinition } from '#shared/domain/surveys/definitions.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { Reader } from '../shell/http/language-choice.ts';
import { icon } from '../shell/icons.ts';
import { outcomeLabel } from '../shell/text/labels.ts';
import { outcomeText as w } from './outcome-text.ts';
import { both, publicPage } from './public-page.ts';
import { surveyText } from './public-text.ts';
import { ratingFace } from './rating-face.ts';
import { type MoreAnswers, moreQuestions } from './rating-fields.ts';

export type OutcomeNotice = 'again' | 'stale' | 'tooLong' | 'choose';

/** The data of the pages about an outcome. */
interface OutcomeView {
  readonly rules: Rules;
  readonly reader: Reader;
  readonly supportCase: Case;
  readonly nonce: string;
}

export interface AskedOutcome extends OutcomeView {
  /** The path of the page. */
  readonly path: string;
  /** The address that ends surveys; undefined when no survey is asked beside the question. */
  readonly unsubscribe: string | undefined;
  readonly definition: SurveyDefinition;
  readonly comment: string;
  readonly score: number | undefined;
  readonly more?: MoreAnswers;
  readonly notice: OutcomeNotice | undefined;
}

/** The first button of each form is out of sight: programs that send forms press it, and Enter does. */
const hidden = (nonce: string): Html =>
  html`<div class="honey" aria-hidden="true"><button type="submit" name="answer" value="none"
  tabindex="-1">·</button></div><input type="hidden" name="nonce" value="${nonce}">`;

function button(answer: 'yes' | 'no', { language }: Reader): Html {
  return html`<button type="submit" name="answer" value="${answer}">${both(w[answer], language)}</button>`;
}

/** The optional questions are folded: on a telephone the two buttons would be two screens further down. */
function further({ definition, reader: { language }, more }: AskedOutcome): Html {
  const isGiven = more?.ease !== undefined || more?.reasons !== undefined;
  if (!definition.ease && !definition.reasons) return html``;
  return html`<details${isGiven && html` open`}><summary>${both(w.further, language)}</summary>
${moreQuestions(definition, language, more)}</details>`;
}

function scores(asked: AskedOutcome): Html {
  const { reader, score, definition } = asked;
  const { language } = reader;
  const choice = (value: 1 | 2 | 3 | 4 | 5): Html =>
    html`<label><input type="radio" name="score" value="${value}"${
      value === score && html` checked`
    }>${ratingFace(value)}${both(definition.satisfaction.labels[value], language)}</label>`;
  return html`<fieldset><legend>${both(w.score, language)}</legend>
<div class="choices ratings">${([5, 4, 3, 2, 1] as const).map(choice)}</div></fieldset>
${further(asked)}`;
}

function whatWasDone({ resolution }: Case, language: Language): Html {
  if (!resolution) return html``;
  return html`<dl><dt>${both(w.done, language)}</dt><dd>${both(outcomeLabel[resolution.as ?? 'unknown'], language)}
<p class="outcome-words" dir="auto">${resolution.outcome}</p></dd></dl>`;
}

/**
 * Return the page that asks whether a matter is finished. Opening it records nothing. It works without script, and
 * nothing is chosen before.
 */
export function outcomePage(asked: AskedOutcome): Html {
  const { rules, reader, supportCase, path, nonce, comment, notice, unsubscribe } = asked;
  const { id, type } = supportCase;
  const { language } = reader;
  const title = FINISHED[type];
  return publicPage({
    rules,
    reader,
    title,
    words: 'kept',
    body: html`<section class="card"><h1>${both(title, language)}</h1>
<p class="faint">${w.about[language]} <bdi dir="ltr">${id}</bdi></p>
${
  notice &&
  html`<div class="notice notice-bad" role="alert">${icon('alarm')}<p>${both(w[notice], language)}</p></div>`
}
${whatWasDone(supportCase, language)}<p>${both(w.regard, language)}</p>
<form method="post" data-place="${path}" data-draft="answer"${notice && html` data-kept`}>${hidden(nonce)}
${unsubscribe !== undefined && scores(asked)}
<label class="field"><span>${both(w.comment, language)}</span><textarea name="comment" rows="3" dir="auto"
  maxlength="2000"${notice === 'tooLong' && html` aria-invalid="true"`}>${comment}</textarea></label>
<div class="decide">${button('yes', reader)}${button('no', reader)}</div>
</form>${
      unsubscribe !== undefined &&
      html`<p class="faint second"><a href="${unsubscribe}">${both(w.stop, language)}</a></p>`
    }</section>`,
  });
}

const takenText = (supportCase: Case, { state, unproven }: ConfirmationAnswer): Bilingual => {
  if (state === 'contested') return isActive(supportCase.status) ? w.contested : w.noted;
  return unproven ? w.unproven : w.confirmed;
};

interface TakenOutcome extends OutcomeView {
  readonly answer: ConfirmationAnswer;
  /** The answer came after the time for corrections. */
  readonly later: boolean;
}

/** Return the page that shows the answer that was taken, and corrects it while that is possible. */
export function takenPage({ rules, reader, supportCase, nonce, answer, later }: TakenOutcome): Html {
  const { promise, survey } = supportCase;
  const { language } = reader;
  const isLow = survey?.state === 'answered' && survey.score <= rules.survey.lowScore;
  const { zone } = rules.desk.calendar.calendar;
  const by: Bilingual | undefined = promise && {
    ar: formatInstant(promise.dueAt, 'ar', zone),
    en: formatInstant(promise.dueAt, 'en', zone),
  };
  return publicPage({
    rules,
    reader,
    title: w.thanks,
    words: 'taken',
    body: html`<section class="card thanks">${icon('done')}<h1>${both(w.thanks, language)}</h1>
<p role="status">${both(takenText(supportCase, answer), language)}</p>${
      answer.state === 'contested' &&
      by &&
      html`<p>${both(w.contact, language)} <strong>${both(by, language)}</strong></p>`
    }${answer.state === 'confirmed' && isLow && html`<p>${both(surveyText.contact, language)}</p>`}${
      later
        ? html`<p>${both(w.later, language)}</p>`
        : html`<form method="post" class="second">${hidden(nonce)}<p>${both(w.correct, language)}</p>
<div class="decide">${button(answer.state === 'confirmed' ? 'no' : 'yes', reader)}</div></form>`
    }</section>`,
  });
}
