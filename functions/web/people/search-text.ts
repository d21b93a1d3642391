import type { Language } from '#events/vocabulary.ts';
import type { SearchOrder } from '#shared/domain/search/relevance.ts';
import type { SearchState } from '#shared/domain/search/search-entry.ts';
import { COUNTED, plural } from '#shared/domain/text/plural.ts';
import type { Period } from './search-form.ts';

interface SearchText {
  readonly title: string;
  readonly none: string;
  readonly noneWithFilter: string;
  readonly withoutFilter: string;
  readonly hint: string;
  readonly hintMasked: string;
  readonly searchedFor: string;
  readonly ask: string;
  readonly partial: string;
  readonly found: (count: number, isPartial: boolean) => string;
  readonly page: (page: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly words: string;
  readonly button: string;
  readonly order: string;
  readonly orders: Readonly<Record<SearchOrder, string>>;
  readonly state: string;
  readonly states: Readonly<Record<SearchState, string>>;
  readonly allStates: string;
  readonly type: string;
  readonly allTypes: string;
  readonly department: string;
  readonly allDepartments: string;
  readonly channel: string;
  readonly allChannels: string;
  readonly period: string;
  readonly anyTime: string;
  readonly periods: Readonly<Record<Period, string>>;
}

const ar: SearchText = {
  title: 'البحث',
  none: 'لا توجد معاملة تطابق ما بحثت عنه.',
  noneWithFilter: 'لا توجد معاملة تطابق البحث ضمن هذه التصفية.',
  withoutFilter: 'البحث بلا تصفية',
  hint: [
    'يكفي أول الكلمة، وتُقبل كل صيغ الكتابة: بالهمزة أو بدونها، وبـ«ال» أو بدونها، والأرقام العربية والإنجليزية.',
    'ومن أمثلة البحث: رقم مرجعي مثل 4K7-2M9-0382، أو رقم جوال، أو بريد إلكتروني، أو اسم، أو كلمات من الرسالة.',
  ].join(' '),
  hintMasked:
    'البحث بدورك يشمل الأرقام المرجعية والموضوعات والأماكن والخدمات، دون البيانات الشخصية ونصوص الرسائل.',
  searchedFor: 'نتائج البحث عن',
  ask: 'البحث برقم مرجعي أو اسم أو جوال أو بريد أو كلمات من الرسائل.',
  partial: 'الكلمات شائعة جدًا، فالمعروض أحدث المعاملات فقط. يمكن إضافة كلمة أخرى أو استخدام التصفية.',
  found: (count, isPartial) => (isPartial ? `أكثر من ${count} معاملة` : plural(count, COUNTED.cases)),
  page: (page) => `الصفحة ${page}`,
  previous: 'السابق',
  next: 'التالي',
  words: 'البحث عن',
  button: 'بحث',
  order: 'الترتيب',
  orders: { relevance: 'الأقرب إلى البحث', time: 'الأحدث أولًا' },
  state: 'الحالة',
  states: { active: 'المفتوحة', resolved: 'المنجزة', closed: 'المغلقة' },
  allStates: 'كل الحالات',
  type: 'النوع',
  allTypes: 'كل الأنواع',
  department: 'الإدارة',
  allDepartments: 'كل الإدارات',
  channel: 'القناة',
  allChannels: 'كل القنوات',
  period: 'تاريخ الورود',
  anyTime: 'أي وقت',
  periods: { '7': 'آخر 7 أيام', '30': 'آخر 30 يومًا', '365': 'آخر سنة' },
};

const en: SearchText = {
  title: 'Search',
  none: 'No case matches your search.',
  noneWithFilter: 'No case matches your search with these filters.',
  withoutFilter: 'Search without filters',
  hint: [
    'The beginning of a word is enough, in any spelling and with any digits.',
    'Search for a reference such as 4K7-2M9-0382, a phone number, an e-mail address, a name, or words of messages.',
  ].join(' '),
  hintMasked:
    'With your role, search covers references, subjects, places and services, not personal data or messages.',
  searchedFor: 'Results for',
  ask: 'Type a reference, a name, a phone number, an e-mail address, or words of the messages.',
  partial:
    'These words are very frequent, so only the newest cases are shown. Add a word or use the filters.',
  found: (count, isPartial) => {
    if (isPartial) return `More than ${count} cases`;
    return count === 1 ? '1 case' : `${count} cases`;
  },
  page: (page) => `Page ${page}`,
  previous: 'Previous',
  next: 'Next',
  words: 'Search for',
  button: 'Search',
  order: 'Order',
  orders: { relevance: 'Best match', time: 'Newest first' },
  state: 'Status',
  states: { active: 'Open', resolved: 'Resolved', closed: 'Closed' },
  allStates: 'Any status',
  type: 'Type',
  allTypes: 'All types',
  department: 'Department',
  allDepartments: 'All departments',
  channel: 'Channel',
  allChannels: 'All channels',
  period: 'Received',
  anyTime: 'Any time',
  periods: { '7': 'Last 7 days', '30': 'Last 30 days', '365': 'Last year' },
};

export const searchText: Readonly<Record<Language, SearchText>> = { ar, en };
