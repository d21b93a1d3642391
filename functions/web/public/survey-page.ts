import type { Case } from '#shared/domain/cases/case.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { type SurveyDefinition, surveyDefinition } from '#shared/domain/surveys/definitions.ts';
import { otherLanguage } from '#shared/domain/text/language.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { Reader } from '../shell/http/language-choice.ts';
import { icon } from '../shell/icons.ts';
import { directionOf } from '../shell/view.ts';
import { both, publicPage } from './public-page.ts';
import { surveyText as w } from './public-text.ts';
import { ratingFace } from './rating-face.ts';
import { type MoreAnswers, moreQuestions } from './rating-fields.ts';

export type WrongAnswer = 'finished' | 'score' | 'comment' | 'stale' | 'again';

interface Asked {
  readonly rules: Rules;
  readonly definition: SurveyDefinition;
  readonly reader: Reader;
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

function notice({ wrong, reader: { language } }: Pick<Asked, 'wrong' | 'reader'>): Html {
  if (wrong.length === 0) return html``;
  return html`<div class="notice notice-bad" role="alert">${icon('alarm')}<div>
<p><strong>${both(w.wrongTitle, language)}</strong></p>
<ul>${wrong.map((one) => html`<li>${both(REASON[one], language)}</li>`)}</ul></div></div>`;
}

function finishedQuestion({ reader: { language }, finished, wrong, definition }: Asked): Html {
  const { ask, ...choices } = definition.finished;
  const choice = (value: 'yes' | 'no') =>
    html`<label><input type="radio" name="finished" value="${value}"
  required${finished === value ? html` checked` : ''}>${both(choices[value], language)}</label>`;
  return html`<fieldset${wrong.includes('finished') ? html` aria-invalid="true"` : ''}>
<legend>${both(ask, language)}</legend><div class="choices">${choice('yes')}${choice('no')}</div></fieldset>`;
}

function scoreButtons({ reader: { language }, score, definition: { satisfaction } }: Asked): Html {
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
  const { rules, reader, reference, path, nonce, comment, wrong, definition, more } = asked;
  const { language } = reader;
  return publicPage({
    rules,
    reader,
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
  const { rules, reader, nonce } = asked;
  const { language } = reader;
  const definition = surveyDefinition(undefined);
  const finished = survey.finished ? 'yes' : 'no';
  const again: Asked = { ...asked, definition, finished, score: survey.score };
  return publicPage({
    rules,
    reader,
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
  reader: Reader,
  follows: 'thanksAgain' | 'contact' | undefined,
): Html =>
  publicPage({
    rules,
    reader,
    title: w.thanksTitle,
    words: 'taken',
    body: html`<section class="card thanks">${icon('done')}<h1>${both(w.thanksTitle, reader.language)}</h1>
<p>${both(w.thanks, reader.language)}</p>${
      follows !== undefined && html`<p>${both(w[follows], reader.language)}</p>`
    }</section>`,
  });

/**
 * Return the page for every link without an open question: unknown, expired or answered. It does not disclose
 * which.
 * @param typed the words of a form that was sent too late, so that they can be copied
 */
export function overPage(rules: Rules, reader: Reader, typed = ''): Html {
  const { language } = reader;
  const other = otherLanguage(language);
  return publicPage({
    rules,
    reader,
    title: w.overTitle,
    words: 'kept',
    body: html`<section class="card thanks">${icon('done')}<h1>${both(w.overTitle, language)}</h1>
<p>${both(w.over, language)}</p>${
      typed !== '' &&
      html`<label class="field"><span>${both(w.typed, language)}</span><textarea rows="4" dir="auto" data-typed
  readonly>${typed}</textarea></label>`
    }
<p>${w.reach[language]} <a href="/t?lang=${language}">${w.track[language]}</a>.<span class="beside" lang="${other}"
  dir="${directionOf(other)}">${w.reach[other]} <a href="/t?lang=${other}">${w.track[other]}</a>.</span></p></section>`,
  });
}
