import type { Language } from '#events/vocabulary.ts';

const ar = { label: 'إجراءات المعاملة', more: 'كل الإجراءات', close: 'إغلاق النافذة' };
const en: typeof ar = { label: 'Actions on the case', more: 'All actions', close: 'Close the dialog' };

export const toolbarText: Readonly<Record<Language, typeof ar>> = { ar, en };
