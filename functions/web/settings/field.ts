import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import type { Settings } from '#shared/settings/settings.ts';

export type Option = readonly [value: string, label: Bilingual];

/** A field of a section or of a list's entry: its place below it, and how it is filled in. */
export interface SettingsField {
  readonly name: string;
  readonly label: Bilingual;
  readonly kind: 'text' | 'area' | 'code' | 'number' | 'select' | 'set' | 'check';
  readonly hint?: Bilingual;
  readonly optional?: boolean;
  readonly options?: (settings: Settings) => readonly Option[];
}

/** A field that holds a number. */
export const numberField = (name: string, ar: string, en: string): SettingsField => ({
  name,
  label: { ar, en },
  kind: 'number',
});
