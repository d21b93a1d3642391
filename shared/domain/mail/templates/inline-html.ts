import type { Language } from '#shared/domain/text/language.ts';
import { isReordered, textRuns } from '#shared/domain/text/text-runs.ts';
import { escapeHtml } from './escape.ts';

/** Typefaces of which every mail client has one. */
export const FONT_FAMILY = "'Segoe UI',Tahoma,Arial,sans-serif";
export const FONT = `font-family:${FONT_FAMILY}`;
export const INK = '#1f2a37';

export const direction = (language: Language): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');
export const side = (language: Language): 'right' | 'left' => (language === 'ar' ? 'right' : 'left');

const TAGS = { ltr: 'bdi', 'ltr-override': 'bdo' } as const;

/** Render text. Numbers, references and addresses read from left to right, also when a narrow screen wraps them. */
export const inlineHtml = (text: string): string =>
  textRuns(text)
    .map((run) => {
      const shown = escapeHtml(run.text).replaceAll('\n', '<br>');
      if (run.order === 'text' || !isReordered(run.text)) return shown;
      const tag = TAGS[run.order];
      return `<${tag} dir="ltr">${shown}</${tag}>`;
    })
    .join('');
