import type { Language } from '#events/vocabulary.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Agent } from './sign-in.ts';

/** What every page of the console knows: who looks, in which language, when, and by which rules. */
export interface View {
  readonly agent: Agent;
  readonly language: Language;
  readonly now: number;
  readonly rules: Rules;
  /** Path and query of the page, to come back to. */
  readonly path: string;
}

export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');

export const departmentName = ({ rules, language }: Pick<View, 'rules' | 'language'>, id: string): string =>
  rules.departments.get(id)?.name[language] ?? id;

export const categoryName = ({ rules, language }: Pick<View, 'rules' | 'language'>, id: string): string =>
  rules.categories.get(id)?.name[language] ?? id;

/** Somebody of the staff by name; whoever the settings do not know, by the name they sign in with. */
export const staffName = ({ rules, language }: Pick<View, 'rules' | 'language'>, user: string): string =>
  rules.staff.get(user)?.name[language] ?? user;
