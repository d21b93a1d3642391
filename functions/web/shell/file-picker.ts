import type { Language } from '#events/vocabulary.ts';
import { type Html, html } from './http/html.ts';
import { icon } from './icons.ts';

const text = {
  ar: { one: 'اختيار ملف', many: 'اختيار ملفات', none: 'لم يُختر ملف' },
  en: { one: 'Choose a file', many: 'Choose files', none: 'No file chosen' },
} as const satisfies Readonly<Record<Language, object>>;

interface Picker {
  readonly name: string;
  readonly isMany?: boolean;
  readonly isRequired?: boolean;
  /** The types that a browser offers first (HTML, attribute `accept`). */
  readonly accept?: string;
  /** Further attributes, such as the limits that the script checks. */
  readonly more?: Html | false;
}

/**
 * Return a field for files with the words of the page. Browsers write their own words in their own language on it. The
 * field of the browser is above the words and invisible, so that keys, drops and screen readers reach it.
 */
export function filePicker(language: Language, { name, isMany, isRequired, accept, more }: Picker): Html {
  const w = text[language];
  return html`<span class="file"><input type="file" name="${name}"${isMany && html` multiple`}${
    isRequired && html` required`
  }${accept !== undefined && html` accept="${accept}"`}${more}><span class="file-button"
  aria-hidden="true">${icon('file')}${isMany ? w.many : w.one}</span><span class="file-names"
  data-none="${w.none}">${w.none}</span></span>`;
}
