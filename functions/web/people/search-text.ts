import type { Language } from '#events/vocabulary.ts';

const ar = {
  title: 'نتائج البحث',
  none: 'لا توجد معاملة بهذا الرقم أو البريد أو الهاتف.',
  hint: 'يُقبل الرقم المرجعي بأي صيغة، وبالأرقام العربية أيضًا، مثل 4K7-R2M-0385.',
  searchedFor: 'بحثت عن',
};

const en: typeof ar = {
  title: 'Search results',
  none: 'No case has this reference, e-mail or phone.',
  hint: 'A reference is read in any form, such as 4K7-R2M-0385 or 4k7r2m0385, Arabic digits too.',
  searchedFor: 'You searched for',
};

export const searchText: Readonly<Record<Language, typeof ar>> = { ar, en };
