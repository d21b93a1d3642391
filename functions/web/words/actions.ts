import { actionAnswers } from './action-answers.ts';
import { companyActionWords } from './company-actions.ts';
import { workActionWords } from './work-actions.ts';

/** Every word around the forms of a case's page. */
export const actionWords = {
  ar: { ...workActionWords.ar, ...companyActionWords.ar, ...actionAnswers.ar },
  en: { ...workActionWords.en, ...companyActionWords.en, ...actionAnswers.en },
} as const;
