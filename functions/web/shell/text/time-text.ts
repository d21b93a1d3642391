import type { Language } from '#events/vocabulary.ts';

const ar = {
  paused: 'متوقف بانتظار المستفيد',
  met: 'تمّ في الموعد',
  metLate: 'تمّ بعد الموعد',
  withdrawn: 'غير مطلوب',
  undefined: 'بلا موعد محدد',
  finished: 'انتهى العمل عليها',
  due: 'الموعد',
  doneAt: 'تمّ',
  breached: 'تجاوز الموعد',
};

const en: typeof ar = {
  paused: 'On hold for the beneficiary',
  met: 'Done in time',
  metLate: 'Done late',
  withdrawn: 'Not owed',
  undefined: 'No deadline set',
  finished: 'Work is finished',
  due: 'Due',
  doneAt: 'Done',
  breached: 'Deadline passed',
};

export const timeText: Readonly<Record<Language, typeof ar>> = { ar, en };
