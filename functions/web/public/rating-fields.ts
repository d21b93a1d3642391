import * as z from 'zod';
import type { Language } from '#events/vocabulary.ts';
import type { SurveyDefinition } from '#shared/domain/surveys/definitions.ts';
import { type Html, html } from '../shell/http/html.ts';
import { both } from './public-page.ts';

const one = z.enum(['1', '2', '3', '4', '5']).transform(Number).optional().catch(undefined);

/** The optional fields of a rating beside its score. Values that are not on the page are ignored. */
const moreFields = z.object({
  ease: one,
  reasons: z.union([z.string().transform((code) => [code]), z.array(z.string())]).catch([]),
});

/** The answers to the optional questions of a definition. */
export interface MoreAnswers {
  readonly ease?: number;
  readonly reasons?: readonly string[];
}

/** Read the answers to the optional questions of a definition. */
export function moreAnswers({ ease: asks, reasons }: SurveyDefinition, fields: unknown): MoreAnswers {
  const given = moreFields.safeParse(fields);
  if (!given.success) return {};
  const codes = (reasons?.options ?? []).map(({ code }) => code);
  const named = codes.filter((code) => given.data.reasons.includes(code));
  return {
    ...(asks && given.data.ease !== undefined && { ease: given.data.ease }),
    ...(named.length > 0 && { reasons: named }),
  };
}

/** Return the optional questions of a definition. Nothing is chosen before. */
export function moreQuestions(
  { ease, reasons }: SurveyDefinition,
  language: Language,
  given: MoreAnswers = {},
): Html {
  const scale = ease && ([5, 4, 3, 2, 1] as const);
  return html`${
    ease &&
    scale &&
    html`<fieldset><legend>${both(ease.ask, language)}</legend><div class="choices ratings">${scale.map(
      (value) =>
        html`<label><input type="radio" name="ease" value="${value}"${
          value === given.ease && html` checked`
        }>${both(ease.labels[value], language)}</label>`,
    )}</div></fieldset>`
  }${
    reasons &&
    html`<fieldset><legend>${both(reasons.ask, language)}</legend><div class="choices ratings">${reasons.options.map(
      ({ code, label }) =>
        html`<label><input type="checkbox" name="reasons" value="${code}"${
          given.reasons?.includes(code) && html` checked`
        }>${both(label, language)}</label>`,
    )}</div></fieldset>`
  }`;
}
