import type { Language } from '#events/vocabulary.ts';

const ar = {
  title: 'الالتزامات والروابط',
  promise: 'وعد بالتواصل قبل',
  requests: 'طلبات من الإدارات',
  outside: 'لدى جهات خارجية',
  otherBody: 'جهة أخرى',
  since: 'منذ',
  returned: 'انتهت الإحالة',
  ended: { answered: 'أُجيب', withdrawn: 'سُحب', 'passed-on': 'أُحيل إلى إدارة أخرى' },
  asksTime: 'تطلب الإدارة مهلة إلى',
  gotTime: 'مُدِّد الموعد، وكان',
  links: 'معاملات مرتبطة',
  watchers: 'المتابعون',
  mergedTitle: 'هذه المعاملة مدموجة في',
  erasedTitle: 'أُزيلت البيانات الشخصية من هذه المعاملة',
};

const en: typeof ar = {
  title: 'Commitments and links',
  promise: 'Promised to get back by',
  requests: 'Requests to departments',
  outside: 'Held by outside bodies',
  otherBody: 'another body',
  since: 'since',
  returned: 'ended',
  ended: { answered: 'answered', withdrawn: 'withdrawn', 'passed-on': 'passed on' },
  asksTime: 'Asks for time until',
  gotTime: 'Extended; it was',
  links: 'Linked cases',
  watchers: 'Watchers',
  mergedTitle: 'This case is merged into',
  erasedTitle: 'Personal data was removed from this case',
};

export const commitmentText: Readonly<Record<Language, typeof ar>> = { ar, en };
