import { actionAnswers } from './action-answers.ts';
import { commitmentActionText } from './commitment-action-text.ts';
import { workActionText } from './work-action-text.ts';

/** Texts of all forms of a case page. */
export const actionText = {
  ar: { ...workActionText.ar, ...commitmentActionText.ar, ...actionAnswers.ar },
  en: { ...workActionText.en, ...commitmentActionText.en, ...actionAnswers.en },
} as const;
