import type { Permission } from '#shared/domain/staff/permissions.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import type { Settings } from '#shared/settings/settings.ts';

export type Option = readonly [value: string, label: Bilingual];

/** A field of a section or of a list entry: its place and its kind of input. */
export interface SettingsField {
  readonly name: string;
  readonly label: Bilingual;
  /** `codes`: lines that are written from left to right. */
  readonly kind: 'text' | 'area' | 'code' | 'codes' | 'number' | 'select' | 'set' | 'check';
  readonly hint?: Bilingual;
  readonly optional?: boolean;
  /** The lines of an area. */
  readonly rows?: number;
  /** The permission to change it, beside that for the page. Without it, the field is shown and stays as it is. */
  readonly needs?: Permission;
  readonly options?: (settings: Settings) => readonly Option[];
}

/** Declare a number field. */
export const numberField = (name: string, ar: string, en: string): SettingsField => ({
  name,
  label: { ar, en },
  kind: 'number',
});

/** Declare a field for words. */
export const textField = (name: string, ar: string, en: string): SettingsField => ({
  name,
  label: { ar, en },
  kind: 'text',
});
/** Declare a field for an identifier, an address or a time, which is written from left to right. */
export const codeField = (name: string, ar: string, en: string): SettingsField => ({
  name,
  label: { ar, en },
  kind: 'code',
});
/** The fields of a name in both languages. */
export const nameFields: readonly SettingsField[] = [
  textField('name.ar', 'الاسم بالعربية', 'Name in Arabic'),
  textField('name.en', 'الاسم بالإنجليزية', 'Name in English'),
];
