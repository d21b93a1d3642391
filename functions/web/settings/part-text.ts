import type { Language } from '#events/vocabulary.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { clockLabel, dayLabel, priorityLabel } from '../shell/text/labels.ts';
import { entryFields } from './entry-fields.ts';
import { sectionFields } from './settings-fields.ts';
import { settingsText } from './settings-text.ts';

const PARTS: Readonly<Record<string, Bilingual>> = {
  ...dayLabel,
  ...priorityLabel,
  id: { ar: 'المعرّف', en: 'id' },
  user: { ar: 'اسم المستخدم', en: 'user name' },
  name: { ar: 'الاسم', en: 'name' },
  ar: { ar: 'بالعربية', en: 'in Arabic' },
  en: { ar: 'بالإنجليزية', en: 'in English' },
  zone: { ar: 'المنطقة الزمنية', en: 'time zone' },
  hours: { ar: 'ساعات الدوام', en: 'hours' },
  holidays: { ar: 'الإجازات', en: 'holidays' },
  overrides: { ar: 'دوام المواسم', en: 'seasonal hours' },
  exceptions: { ar: 'قرارات الأيام', en: 'decrees' },
  on: { ar: 'التاريخ', en: 'date' },
  days: { ar: 'عدد الأيام', en: 'days' },
  workingDays: { ar: 'أيام العمل المشمولة', en: 'working days' },
  state: { ar: 'الحالة', en: 'state' },
  from: { ar: 'من', en: 'from' },
  to: { ar: 'إلى', en: 'to' },
  kind: { ar: 'النوع', en: 'kind' },
  source: { ar: 'المصدر', en: 'source' },
  except: { ar: 'سنوات مستثناة', en: 'years left out' },
  validity: { ar: 'مدة السريان', en: 'validity' },
  variantOf: { ar: 'بديل عن تقويم', en: 'stands in for' },
  scope: { ar: 'النطاق', en: 'scope' },
  cities: { ar: 'المدن', en: 'cities' },
  version: { ar: 'رقم النسخة', en: 'version' },
  calendarId: { ar: 'التقويم', en: 'calendar' },
  when: { ar: 'الشروط', en: 'conditions' },
  type: { ar: 'النوع', en: 'type' },
  category: { ar: 'التصنيف', en: 'category' },
  text: { ar: 'النص', en: 'text' },
  types: { ar: 'الأنواع', en: 'types' },
  categories: { ar: 'التصنيفات', en: 'categories' },
  segments: { ar: 'الفئات', en: 'segments' },
  priorities: { ar: 'الأولويات', en: 'priorities' },
  channels: { ar: 'القنوات', en: 'channels' },
  departments: { ar: 'الإدارات', en: 'departments' },
  targets: { ar: 'المدد', en: 'targets' },
  firstResponseMinutes: clockLabel.firstResponse,
  nextResponseMinutes: clockLabel.nextResponse,
  resolutionMinutes: clockLabel.resolution,
  departmentMinutes: clockLabel.department,
  firstResponse: clockLabel.firstResponse,
  nextResponse: clockLabel.nextResponse,
  resolution: clockLabel.resolution,
  pauseStatuses: { ar: 'حالات التوقف', en: 'pausing statuses' },
  finalStatuses: { ar: 'حالات الانتهاء', en: 'final statuses' },
  reopening: { ar: 'عند إعادة الفتح', en: 'on reopening' },
  ladder: { ar: 'مستويات التصعيد', en: 'ladder' },
  clock: { ar: 'الموعد', en: 'clock' },
  action: { ar: 'الإجراء', en: 'action' },
  atShare: { ar: 'عند نسبة', en: 'at a share' },
  afterBreachMinutes: { ar: 'بعد التجاوز بدقائق', en: 'minutes after the breach' },
  level: { ar: 'المستوى', en: 'level' },
  tell: { ar: 'يُبلَّغ', en: 'tells' },
  repeat: { ar: 'التكرار', en: 'repeat' },
  everyMinutes: { ar: 'كل دقائق', en: 'every so many minutes' },
  times: { ar: 'عدد المرات', en: 'times' },
  quietHours: { ar: 'ساعات الهدوء', en: 'quiet hours' },
};

/** Return the label of a field, which is more precise than the single words. */
function fieldLabel(section: string, rest: readonly (string | number)[], language: Language) {
  const [fields, name] =
    section in entryFields
      ? [entryFields[section as keyof typeof entryFields], rest.slice(1).join('.')]
      : [sectionFields[section as keyof typeof sectionFields], rest.join('.')];
  return fields?.find((field) => field.name === name)?.label[language];
}

export const partText = (part: string | number, language: Language): string =>
  typeof part === 'number' ? String(part + 1) : (PARTS[part]?.[language] ?? part);

type Entry = { readonly name?: Partial<Bilingual>; readonly id?: string; readonly user?: string };

/** Return the display name of a list entry. */
export function entryName(entry: unknown, language: Language): string {
  const { name, id, user } = (entry ?? {}) as Entry;
  return name?.[language] ?? id ?? user ?? '';
}

/** Describe a place in the settings: «التصنيفات › الإنارة › الإدارة المختصة». */
export function placeText(
  path: readonly (string | number)[],
  document: Readonly<Partial<Record<keyof Settings, unknown>>>,
  language: Language,
): string {
  const w = settingsText[language];
  const [section, ...rest] = path;
  if (section === undefined) return w.document;
  const title = w.sections[section as keyof typeof w.sections] ?? String(section);
  const list = document[section as keyof Settings];
  const [at] = rest;
  const inList = Array.isArray(list) && typeof at === 'number';
  const entry = inList ? entryName(list[at], language) || partText(at, language) : undefined;
  const label = fieldLabel(String(section), rest, language);
  const parts = (inList ? rest.slice(1) : rest).map((part) => partText(part, language));
  return [title, entry, ...(label === undefined ? parts : [label])]
    .filter((part) => part !== undefined)
    .join(' › ');
}
