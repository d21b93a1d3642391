import { priority as priorities } from '#events/vocabulary.ts';
import { ROLES } from '#shared/domain/staff/role.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { frameText } from '../shell/text/frame-text.ts';
import { priorityLabel } from '../shell/text/labels.ts';
import type { Option } from './settings-field.ts';

const named = (list: readonly { readonly id: string; readonly name: Bilingual }[]): Option[] =>
  list.map(({ id, name }) => [id, name]);

export const calendarOptions = ({ calendars }: Settings): readonly Option[] => named(calendars);
export const departmentOptions = ({ departments }: Settings): readonly Option[] => named(departments);
export const categoryOptions = ({ categories }: Settings): readonly Option[] => named(categories);
export const priorityOptions: readonly Option[] = priorities.options.map((one) => [one, priorityLabel[one]]);
export const roleOptions: readonly Option[] = ROLES.map((one) => [
  one,
  { ar: frameText.ar.role[one], en: frameText.en.role[one] },
]);
export const languageOptions: readonly Option[] = [
  ['ar', { ar: 'العربية', en: 'Arabic' }],
  ['en', { ar: 'الإنجليزية', en: 'English' }],
];
