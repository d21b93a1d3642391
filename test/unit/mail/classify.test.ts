import { describe, expect, it } from 'vitest';
import { classify } from '#shared/domain/mail/classify.ts';
import { CATEGORIES } from '#shared/domain/mail/data/categories.ts';
import { CATEGORY_NAMES } from '#shared/domain/mail/data/category-names.ts';
import { urgencyOf } from '#shared/domain/mail/urgency.ts';

describe('classify', () => {
  it.each([
    ['بلاغ عن إنارة معطلة', 'أعمدة الإنارة في شارع الملك فهد لا تعمل منذ أسبوع', 'report', 'lighting'],
    ['حفرة كبيرة', 'توجد حفرة خطيرة في الطريق أمام المدرسة', 'report', 'roads'],
    ['بَلاغ', 'تراكمت النُّفايات حول الحاويات في حيّنا', 'report', 'cleanliness'],
    ['شكوى', 'تسرب مياه أمام المنزل منذ يومين', 'report', 'drainage'],
    ['اقتراح', 'نتمنى زيادة الألعاب في الحديقة وتشجير الممشى', 'observation', 'parks'],
    ['استفسار عن رخصة بناء', 'ما هي متطلبات رخصة البناء؟', 'inquiry', 'building-permits'],
    ['تجديد رخصة', 'كيف يمكنني تجديد الرخصة التجارية لمحلي وكم الرسوم؟', 'inquiry', 'commercial-licences'],
    ['استفسار', 'أستفسر عن موعد صدور القرار المساحي لأرضي بالصك رقم ٤٥', 'inquiry', 'land-survey'],
    ['مستخلص', 'متى يصرف المستخلص رقم 5 لمشروعنا؟ نحن المقاول', 'inquiry', 'investment'],
    ['مشكلة', 'المنصة معطلة ولا أستطيع تسجيل الدخول', 'report', 'e-services'],
    ['بلاغ عن مطعم', 'وجدنا حشرات في الطعام', 'report', 'health'],
    ['ملاحظة', 'ألاحظ إزعاجًا وضوضاء من ورشة بجوارنا ليلًا', 'observation', 'noise'],
    ['كلاب ضالة', 'كلاب سائبة قرب المدرسة', 'report', 'animals'],
    ['بلاغ', 'سيارات تالفة تشغل المواقف', 'report', 'parking'],
    ['شكوى على موظف', 'تعامل الموظف معي بأسلوب غير لائق ولم يتم الرد', 'complaint', 'other'],
    ['Street light broken', 'The lamp in front of my house is not working', 'report', 'lighting'],
    ['Question', 'When does the commercial license renewal open?', 'inquiry', 'commercial-licences'],
    ['Pothole', 'There is a dangerous pothole on our road', 'report', 'roads'],
    ['Complaint', 'Your employee was rude and no one answered my calls', 'complaint', 'other'],
    ['Suggestion', 'I suggest more trees in the park', 'observation', 'parks'],
    ['Tender documents', 'Where can investors buy the tender booklet?', 'inquiry', 'investment'],
    ['', '', 'observation', 'other'],
  ])('%s: %s', (subject, text, type, category) => {
    expect(classify(subject, text)).toMatchObject({ type, category });
  });

  it('is confident of what is said twice and not of a greeting', () => {
    expect(classify('بلاغ عن إنارة', 'الإنارة معطلة').confident).toBe(true);
    expect(classify('السلام عليكم', 'كيف الحال').confident).toBe(false);
  });

  it('says which words decided', () => {
    expect(classify('بلاغ', 'تسرب').reasons).toEqual(
      expect.arrayContaining(['category:drainage:تسرب*', 'type:report:بلاغ']),
    );
  });

  it('takes no word out of an address for a question', () => {
    expect(classify('', 'https://example.com/?a=1').type).toBe('observation');
  });

  it('has no word in two weights and every category in both languages', () => {
    expect(CATEGORY_NAMES.map(({ id }) => id)).toEqual(CATEGORIES.map(({ id }) => id));
    for (const [at, { id, words }] of CATEGORIES.entries()) {
      const { ar = '', en = '' } = CATEGORY_NAMES[at] ?? {};
      const bare = words.map((word) => word.split('=')[0]);
      expect(new Set(bare).size, id).toBe(bare.length);
      expect(ar).toMatch(/[\u0620-\u064a]/);
      expect(en).toMatch(/^[A-Z]/);
    }
  });
});

describe('urgencyOf', () => {
  it.each([
    ['أسلاك كهرباء مكشوفة قرب المدرسة', 'urgent'],
    ['فتحة صرف مكشوفة في الشارع', 'urgent'],
    ['المبنى آيل للسقوط', 'urgent'],
    ['حريق في الحاوية', 'urgent'],
    ['There is an exposed wire', 'urgent'],
    ['an open manhole', 'urgent'],
    ['الأمر عاجل', 'high'],
    ['تسرب مياه', 'high'],
    ['please answer as soon as possible', 'high'],
    ['أرغب في الاستفسار عن الرسوم', 'normal'],
    ['firefighters training inquiry', 'normal'],
    ['', 'normal'],
  ])('%s → %s', (text, urgency) => expect(urgencyOf(text)).toBe(urgency));

  it.each([
    'نفيدكم بوجود تسرب غاز وحريق بجوار المدرسة الابتدائية في حي الورود.\nنرجو التحرك فورًا.',
    'تسريب غاز في العمارة',
    'رائحة غاز قوية في الشارع',
    'الغاز يتسرب من الأنبوب',
    'تسرب للغاز قرب المدرسة',
    'هناك غاز متسرب من المطعم',
    'انفجار أنبوبة غاز',
    'انفجرت أسطوانة الغاز',
    'نشب حريق في المستودع',
    'النيران تشتعل في السيارات',
    'دخان كثيف يخرج من المحول',
    'اشتعلت النار في المحول',
    'شرارة كهربائية من العمود',
    'عمود الإنارة يكهرب الناس',
    'سقط طفل في حفرة صرف',
    'طفل سقط في البئر',
    'غرفة تفتيش بلا غطاء',
    'غطاء منهل مفقود وسقط فيه رجل',
    'مبنى آيل للسقوط',
    'جدار على وشك السقوط',
    'الجدار سيسقط على المارة',
    'انهار جزء من السقف',
    'العمارة تنهار',
    'أسلاك عارية تلمس الماء',
    'كابل كهرباء مقطوع على الأرض',
    'محتجزون في المصعد',
    'محاصرون بالسيول',
    'تسممت العائلة من مطعم',
    'There is a gas leak beside the school.',
    'Gas is leaking from the pipe',
    'We smell gas in the building',
    'strong smell of gas',
    'leaking gas cylinder',
    'explosion in the substation',
    'the transformer is burning',
    'smoke and flames from the pole',
    'a child fell into an uncovered manhole',
    'the wall is about to fall on people',
    'the building collapsed',
    'sparks from the lamp post',
    'people trapped in the lift',
    'bare wires touch the water',
    'my son was electrocuted',
  ])('danger: %s', (text) => expect(urgencyOf(text)).toBe('urgent'));

  it.each([
    'محطة الغاز لا تفتح يوم الجمعة',
    'فاتورة الغاز مرتفعة',
    'طلب ترخيص محل غاز',
    'ما الإجراءات ضد الحريق لرخصة المحل',
    'ازدحام خانق',
    'مطفأة حريق للمحل مطلوبة؟',
    'I need a fire safety certificate for my shop',
    'opening hours of the gas station',
    'the fire station next door is noisy',
    'طلب نقل مركز الدفاع المدني',
    'المصعد معطل',
    'تسرب مياه بسيط من الأنبوب',
    'مسبح مكشوف للأطفال',
    'موقف سيارات مكشوف',
    'رائحة كريهة من الحاوية',
    'سقط غصن',
    'a leak of water in the street',
  ])('no danger: %s', (text) => expect(urgencyOf(text)).not.toBe('urgent'));
});
