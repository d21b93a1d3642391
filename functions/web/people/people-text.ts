import type { Language, Preference } from '#events/vocabulary.ts';
import type { PersonRejection } from '#shared/domain/people/decide-person.ts';
import type { AskRefusal } from '#shared/domain/surveys/asking.ts';

const ar = {
  title: 'المستفيد',
  unnamed: 'بلا اسم',
  contacts: 'العناوين والأرقام',
  noContacts: 'لا تُعرف له عناوين بعد.',
  masked: 'البيانات الشخصية محجوبة عن دورك.',
  cases: 'معاملات المستفيد',
  verifiedBy: 'وُثّقت هويته',
  verify: {
    title: 'توثيق الهوية',
    means: 'طريقة التوثيق',
    nafath: 'نفاذ',
    document: 'وثيقة رسمية',
    'call-back': 'معاودة الاتصال برقم مسجل',
    send: 'تسجيل التوثيق',
  },
  join: {
    title: 'ضم عنوان أو رقم آخر',
    hint:
      'يُكتب بريد أو رقم هاتف أو رقم مرجعي لمعاملة المستفيد نفسه. تُعرض معاملاته معًا وتسري تفضيلاته ' +
      'على الجميع.',
    contact: 'البريد أو الهاتف أو الرقم المرجعي',
    send: 'ضم',
  },
  part: 'فصل',
  prefer: { title: 'التفضيلات', hint: 'ما طلب المستفيد ألا يصله:', send: 'حفظ التفضيلات' },
  preference: {
    surveys: 'لا تُرسل إليه استبيانات',
    calls: 'لا يُتصل به (ما عدا ما يخص معاملة قائمة بطلبه)',
    updates: 'لا تُرسل إليه إشعارات',
  } satisfies Record<Preference, string>,
  erase: {
    title: 'إزالة بيانات المستفيد',
    hint: 'تُزال بياناته من جميع معاملاته ورسائله نهائيًا، وتبقى الأرقام. تُغلق معاملاته القائمة. لا يمكن التراجع.',
    sure: 'نعم، تُزال بيانات المستفيد نهائيًا',
    send: 'إزالة البيانات',
  },
  erased: 'أُزيلت بيانات هذا المستفيد.',
  done: 'حُفظ التغيير.',
  wrong: {
    join: 'البريد أو الهاتف أو الرقم المرجعي: يُرجى إدخال بريد أو رقم هاتف أو رقم مرجعي صحيح.',
    part: 'فصل: يُرجى اختيار عنوان من هذه الصفحة.',
    prefer: 'التفضيلات: تُرجى إعادة فتح الصفحة، ثم الاختيار من جديد.',
    verify: 'طريقة التوثيق: يُرجى اختيار طريقة من القائمة.',
    erase: 'إزالة بيانات المستفيد: يلزم تأكيد الإزالة بتحديد «نعم، تُزال بيانات المستفيد نهائيًا».',
  },
  rejected: {
    'same-person': 'هذا هو العنوان نفسه.',
    'already-joined': 'هذا العنوان مضموم أصلًا.',
    'not-joined': 'هذا العنوان غير مضموم.',
    'joined-elsewhere': 'ضُمّ هذا العنوان إلى مستفيد آخر، ويُعمل عليه في صفحته.',
    'nothing-changed': 'لم يتغير شيء.',
    'too-many': 'بلغ عدد العناوين حده الأعلى.',
    overtaken:
      'تغيّر سجل المستفيد بعد أن فتحت هذه الصفحة، فلم يُحفظ شيء. تُرجى مراجعته، ثم إعادة الإرسال إن بقيت إليه حاجة.',
    erased: 'أُزيلت بيانات هذا المستفيد.',
  } satisfies Record<Exclude<PersonRejection['rejected'], AskRefusal>, string>,
};

const en: typeof ar = {
  title: 'Beneficiary',
  unnamed: 'No name',
  contacts: 'Addresses and numbers',
  noContacts: 'No address is known yet.',
  masked: 'Your role does not include personal data.',
  cases: 'Their cases',
  verifiedBy: 'Identity verified',
  verify: {
    title: 'Verify identity',
    means: 'How',
    nafath: 'Nafath',
    document: 'Official document',
    'call-back': 'Call back to a number on record',
    send: 'Record verification',
  },
  join: {
    title: 'Add another address or number',
    hint:
      'An e-mail address, a phone number, or the reference of a case of the same beneficiary. Their cases ' +
      'are shown together, and what they prefer holds for all.',
    contact: 'E-mail, phone or reference',
    send: 'Add',
  },
  part: 'Part',
  prefer: { title: 'Preferences', hint: 'What the beneficiary asked not to get:', send: 'Save preferences' },
  preference: {
    surveys: 'No surveys',
    calls: 'No calls (other than those a case of theirs needs)',
    updates: 'No updates',
  },
  erase: {
    title: 'Remove the beneficiary’s data',
    hint:
      'Their data is removed from all their cases and messages for good; the figures stay. Open cases are ' +
      'closed. Cannot be undone.',
    sure: 'Yes, remove this beneficiary’s data for good',
    send: 'Remove data',
  },
  erased: 'This beneficiary’s data was removed.',
  done: 'Saved.',
  wrong: {
    join: 'E-mail, phone or reference: write a mail address, a telephone number or a reference of the same person.',
    part: 'Part: choose an address of this page.',
    prefer: 'Preferences: open the page again and choose there.',
    verify: 'How: choose one of the list.',
    erase: 'Remove the beneficiary’s data: confirm it by “Yes, remove this beneficiary’s data for good”.',
  },
  rejected: {
    'same-person': 'That is this very address.',
    'already-joined': 'That address is here already.',
    'not-joined': 'That address is not here.',
    'joined-elsewhere': 'This address was added to another beneficiary. Open their page.',
    'nothing-changed': 'Nothing has changed.',
    'too-many': 'There are as many addresses as there can be.',
    overtaken:
      'The record changed after you opened this page, so nothing was saved. Look at it, then send yours if it is ' +
      'still needed.',
    erased: 'This beneficiary’s data was removed.',
  },
};

export const peopleText: Readonly<Record<Language, typeof ar>> = { ar, en };
