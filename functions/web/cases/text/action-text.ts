import { actionAnswers } from './action-answers.ts';
import { companyActionWords } from './commitment-action-text.ts';
import { workActionWords } from './work-action-text.ts';

/** Every word around the forms of a case's page. */
export const actionWords = {
  ar: { ...workActionWords.ar, ...companyActionWords.ar, ...actionAnswers.ar },
  en: { ...workActionWords.en, ...companyActionWords.en, ...actionAnswers.en },
} as const;
