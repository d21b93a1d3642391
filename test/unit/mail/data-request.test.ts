import { describe, expect, it } from 'vitest';
import { classify } from '#shared/domain/mail/classify.ts';
import { dataRequestOf } from '#shared/domain/mail/data-request.ts';

describe('a mail about the personal data of its writer', () => {
  it.each([
    ['copy', '', 'أرسلوا لي نسخة من بياناتي'],
    ['copy', 'طلب', 'أرغب في الحصول على نسخة من جميع البيانات الشخصية التي تحتفظون بها عني.'],
    ['copy', '', 'أمارس حقي في الوصول إلى بياناتي'],
    ['copy', '', 'زودوني بكل ما لديكم عني'],
    ['copy', '', 'ما البيانات التي لديكم عني؟ أريد الاطلاع عليها'],
    ['copy', 'طلب اطلاع', 'بموجب نظام حماية البيانات الشخصية أطلب الاطلاع على معلوماتي لديكم'],
    [
      'copy',
      'Subject access request',
      'Under Article 15 GDPR I request a copy of all personal data you hold about me.',
    ],
    ['copy', '', 'Kindly provide me with all information you hold about me.'],
    ['copy', 'PDPL', 'I would like a copy of my records under the PDPL.'],
    ['copy', '', 'Dear Sir, what information do you keep about me? Please send it.'],
    ['copy', '', 'Send me a copy of my data and then delete my data.'],
    ['erase', 'حذف بياناتي', 'السلام عليكم، أطلب حذف بياناتي من سجلاتكم'],
    ['erase', '', 'احذفوا رقمي من سجلاتكم'],
    ['erase', 'طلب إتلاف', 'استنادًا إلى نظام حماية البيانات الشخصية أطلب إتلاف بياناتي الشخصية'],
    ['erase', '', 'ابغى تمسحون بياناتي كلها من عندكم'],
    ['erase', '', 'Please erase all my personal data from your systems.'],
    ['erase', '', 'I want to exercise my right to be forgotten.'],
    ['erase', '', 'Remove me from your database please'],
    ['correct', '', 'أرجو تصحيح بياناتي لديكم، رقم الجوال المسجل قديم'],
    ['correct', '', 'عدلوا بياناتي عندكم فاسمي مكتوب بالخطأ الإملائي'],
    ['correct', '', 'Please correct my details in your records, my name is misspelled.'],
    ['copy', '', 'وش المعلومات اللي عندكم عني؟'],
    ['copy', '', 'أريد نسخة من بياناتي الشخصية لديكم بصيغة مقروءة'],
    ['copy', '', 'أرغب في معرفة البيانات المسجلة باسمي لديكم'],
    ['copy', '', 'Please tell me which personal data about me is stored with you'],
    ['copy', '', 'I request access to my personal data'],
    ['copy', '', 'DSAR: please provide my data'],
    ['erase', '', 'اريد مسح بياناتي'],
    ['erase', '', 'أطلب محو جميع معلوماتي الشخصية من أنظمتكم'],
    ['erase', '', 'لا أريد أن تحتفظوا ببياناتي، احذفوها'],
    ['erase', '', 'Delete everything you have on me'],
    ['erase', '', 'please remove my phone number and email from your records'],
    ['correct', '', 'اسمي مسجل عندكم غلط، عدلوه'],
    ['correct', '', 'رقم جوالي تغير أرجو تحديثه في سجلاتكم'],
    ['correct', '', 'My email address in your records is wrong, please update it'],
    ['correct', '', 'Please rectify my personal data: my birth date is wrong'],
  ])('asks for: %s (%s | %s)', (kind, subject, text) => {
    expect(dataRequestOf(subject, text)?.kind).toBe(kind);
    expect(classify(subject, text)).toMatchObject({
      type: 'data-request',
      category: 'other',
      confident: true,
    });
  });
});

describe('a mail about another matter', () => {
  it.each([
    ['', 'لا أستطيع تحديث بياناتي في التطبيق'],
    ['', 'كيف أحدث بياناتي في البوابة؟'],
    ['', 'أرغب في تعديل بيانات الرخصة'],
    ['', 'أرسلوا لي نسخة من الرخصة'],
    ['', 'أرغب في حذف السجل التجاري من رخصتي وتعديل بياناتي فيها'],
    ['', 'حفرة في الشارع، بياناتي: محمد 0500000000'],
    ['', 'مخلفات أمام منزلي أرجو إزالتها، بياناتي أدناه'],
    ['', 'أرسلوا فنيًا، وهذه بياناتي: سعد'],
    ['', 'بلاغ عن تسريب بيانات شخصية في موقع الأمانة'],
    ['', 'شكرا لكم على سرعة تحديث بياناتي'],
    ['', 'أرسلوا لنا نسخة من شروط الحي'],
    ['', 'I cannot update my details in the app'],
    ['', 'How do I change my information on the portal?'],
    ['', 'Please send me a copy of my licence'],
    ['', 'The street light is out, my details are below: 0500000000'],
    ['', 'Please send someone to remove the waste. This is my information: Ahmed'],
    ['', 'Please remove the car in front of my house'],
    ['', 'A copy of the master plan, please'],
    ['', 'رقم جوالي مسجل لديكم في البلاغ، متى يحضر الفريق؟'],
    ['', 'اسمي محمد ورقم جوالي أدناه، حفرة أمام المنزل'],
    ['', 'My address is in your records. Please update me on my case.'],
    ['', 'وش المعلومات المطلوبة لرخصة البناء؟'],
    ['', 'Which information do you need for a building permit?'],
  ])('is not a request about personal data: %s | %s', (subject, text) => {
    expect(dataRequestOf(subject, text)).toBeUndefined();
    expect(classify(subject, text).type).not.toBe('data-request');
  });
});

it('a long text costs a number of steps that grows with its length', () => {
  const text = 'بياناتي الشخصية عني '.repeat(3_000);
  expect(dataRequestOf('', text)).toBeUndefined();
  expect(dataRequestOf('حذف بياناتي', text)?.kind).toBe('erase');
});
