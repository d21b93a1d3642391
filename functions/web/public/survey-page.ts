import type { Language } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { type SurveyDefinition, surveyDefinition } from '#shared/domain/surveys/definitions.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { directionOf } from '../shell/view.ts';
import { both, otherLanguage, publicPage } from './public-page.ts';
import { surveyText as w } from './public-text.ts';
import { ratingFace } from './rating-face.ts';
import { type MoreAnswers, moreQuestions } from './rating-fields.ts';

export type WrongAnswer = 'finished' | 'score' | 'comment' | 'stale' | 'again';

interface Asked {
  readonly rules: Rules;
  readonly definition: SurveyDefinition;
  /** The language of the case. */
  readonly language: Language;
  readonly reference: string;
  /** The path of the page. */
  readonly path: string;
  readonly nonce: string;
  /** The earlier answer, shown again. */
  readonly finished?: string | undefined;
  readonly comment?: string | undefined;
  /** The score of the mail's link or of an earlier attempt. It is preselected, never sent automatically. */
  readonly score?: number | undefined;
  readonly more?: MoreAnswers;
  readonly wrong: readonly WrongAnswer[];
}

const REASON = {
  finished: w.wrongFinished,
  score: w.wrongScore,
  comment: w.wrongComment,
  stale: w.stale,
  again: w.again,
} as const;

function notice({ wrong, language }: Pick<Asked, 'wrong' | 'language'>): Html {
  if (wrong.length === 0) return html``;
  return html`<div class="notice notice-bad" role="alert">${icon('alarm')}<div>
<p><strong>${both(w.wrongTitle, language)}</strong></p>
<ul>${wrong.map((one) => html`<li>${both(REASON[one], language)}</li>`)}</ul></div></div>`;
}

function finishedQuestion({ language, finished, wrong, definition }: Asked): Html {
  const { ask, ...choices } = definition.finished;
  const choice = (value: 'yes' | 'no') =>
    html`<label><input type="radio" name="finished" value="${value}"
  required${finished === value ? html` checked` : ''}>${both(choices[value], language)}</label>`;
  return html`<fieldset${wrong.includes('finished') ? html` aria-invalid="true"` : ''}>
<legend>${both(ask, language)}</legend><div class="choices">${choice('yes')}${choice('no')}</div></fieldset>`;
}

function scoreButtons({ language, score, definition: { satisfaction } }: Asked): Html {
  const { labels } = satisfaction;
  const other = otherLanguage(language);
  const button = (value: 1 | 2 | 3 | 4 | 5) =>
    html`<button type="submit" name="score"
  value="${value}"${
    value === score ? html` class="chosen"` : ''
  }>${ratingFace(value)}<span>${labels[value][language]}<span class="beside" lang="${other}"
  dir="${directionOf(other)}">${labels[value][other]}</span></span><bdi dir="ltr">${value} / 5</bdi></button>`;
  return html`<fieldset><legend>${both(satisfaction.ask, language)}</legend><p class="faint">${w.send[language]}</p>
<div class="scores">${([5, 4, 3, 2, 1] as const).map(button)}</div></fieldset>`;
}

/**
 * Return the survey. Opening it records nothing; only the five visible buttons answer. The first button of
 * the form is hidden, because Enter and programs that send forms press the first one.
 */
export function surveyPage(asked: Asked): Html {
  const { rules, language, reference, path, nonce, comment, wrong, definition, more } = asked;
  return publicPage({
    rules,
    language,
    title: w.title,
    words: 'kept',
    body: html`<section class="card"><h1>${both(w.title, language)}</h1>
<p class="faint">${w.about[language]} <bdi dir="ltr">${reference}</bdi></p>
${notice(asked)}
<form method="post" data-place="${path}" data-draft="answer"${wrong.length > 0 && html` data-kept`}>
<div class="honey" aria-hidden="true"><button type="submit" name="score" value="none" tabindex="-1">·</button></div>
<input type="hidden" name="nonce" value="${nonce}">
${finishedQuestion(asked)}${moreQuestions(definition, language, more)}
<label class="field"><span>${both(definition.words.ask, language)}</span><textarea name="comment" rows="3" dir="auto"
  maxlength="2000"${
    wrong.includes('comment') ? html` aria-invalid="true"` : ''
  }>${comment ?? ''}</textarea></label>
${scoreButtons(asked)}
</form></section>`,
  });
}

type Answered = Extract<NonNullable<Case['survey']>, { state: 'answered' }>;

/** Return the page with the answer that was taken. It corrects the answer. */
export function takenSurveyPage({
  survey,
  ...asked
}: Omit<Asked, 'definition'> & { readonly survey: Answered }): Html {
  const { rules, language, nonce } = asked;
  const definition = surveyDefinition(undefined);
  const finished = survey.finished ? 'yes' : 'no';
  const again: Asked = { ...asked, definition, finished, score: survey.score };
  return publicPage({
    rules,
    language,
    title: w.thanksTitle,
    words: 'taken',
    body: html`<section class="card thanks">${icon('done')}<h1>${both(w.thanksTitle, language)}</h1>
<p role="status">${both(w.taken, language)} <strong>${both(
      definition.satisfaction.labels[survey.score as 1],
      language,
    )}</strong></p></section>
<section class="card">${notice(asked)}<p>${both(w.correct, language)}</p>
<form method="post">
<div class="honey" aria-hidden="true"><button type="submit" name="score" value="none" tabindex="-1">·</button></div>
<input type="hidden" name="nonce" value="${nonce}">
${finishedQuestion(again)}${scoreButtons(again)}</form></section>`,
  });
}

/** Return the page after an answer, with the next step: the case was reopened, or a supervisor contacts the person. */
export const thanksPage = (
  rules: Rules,
  language: Language,
  follows: 'thanksAgain' | 'contact' | undefined,
): Html =>
  publicPage({
    rules,
    language,
    title: w.thanksTitle,
    words: 'taken',
    body: html`<section class="card thanks">${icon('done')}<h1>${both(w.thanksTitle, language)}</h1>
<p>${both(w.thanks, language)}</p>${
      follows !== undefined && html`<p>${both(w[follows], language)}</p>`
    }</section>`,
  });

/**
 * Return the page for every link without an open question: unknown, expired or answered. It does not disclose
 * which.
 * @param typed the words of a form that was sent too late, so that they can be copied
 */
export const overPage = (rules: Rules, typed = ''): Html =>
  publicPage({
    rules,
    language: 'ar',
    title: w.overTitle,
    words: 'kept',
    body: html`<section class="card thanks">${icon('done')}<h1>${both(w.overTitle, 'ar')}</h1>
<p>${both(w.over, 'ar')}</p>${
      typed !== '' &&
      html`<label class="field"><span>${both(w.typed, 'ar')}</span><textarea rows="4" dir="auto" data-typed
  readonly>${typed}</textarea></label>`
    }
<p>${w.reach.ar} <a href="/t">${w.track.ar}</a>.<span class="beside" lang="en" dir="ltr">${w.reach.en}
  <a href="/t?lang=en">${w.track.en}</a>.</span></p></section>`,
  });
