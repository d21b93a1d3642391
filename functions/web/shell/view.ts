import type { Language } from '#events/vocabulary.ts';
import type { UsedService } from '#shared/domain/outreach/call-out.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { userOf } from '#shared/domain/staff/user-of.ts';
import type { Agent } from './sign-in.ts';

/** The context of every console page: agent, language, time and rules. */
export interface View {
  readonly agent: Agent;
  readonly language: Language;
  readonly now: number;
  readonly rules: Rules;
  /** Path and query of the page, to return to it. */
  readonly path: string;
}

export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');

/** Name the entries of a list of the settings: also the removed ones, which have their last name. */
const nameIn =
  (list: 'departments' | 'categories' | 'districts' | 'services') =>
  ({ rules, language }: Pick<View, 'rules' | 'language'>, id: string): string =>
    (rules[list].get(id)?.name ?? rules.formerNames.get(`${list}/${id}`))?.[language] ?? id;

export const departmentName = nameIn('departments');
export const categoryName = nameIn('categories');
export const districtName = nameIn('districts');
export const serviceName = nameIn('services');

/** Return the name of a service that a person used: that of the catalogue, or as it was listed. */
export const usedServiceName = (
  { rules, language }: Pick<View, 'rules' | 'language'>,
  { id, name }: UsedService,
): string => (id === undefined ? undefined : rules.services.get(id)?.name[language]) ?? name;

/**
 * Return the name of a member of staff. Outside the settings, the signed-in person has the name of the sign-in, and
 * other people their user name.
 */
export const staffName = (
  { rules, language, agent }: Pick<View, 'rules' | 'language'> & Partial<Pick<View, 'agent'>>,
  user: string,
): string =>
  (rules.staff.get(userOf(rules.staff, user))?.name ?? rules.formerStaff.get(user))?.[language] ??
  ((agent?.user === user && agent.name) || user);
