import type { InitialCategory } from '#shared/domain/mail/data/category-names.ts';

/** The subject of a mail and its first sentence. `{street}`, `{district}`, `{place}` and `{days}` are filled in. */
export type Matter = readonly [subject: string, text: string];

interface CategoryMatters {
  /** Share of all contacts. The departments are therefore of unequal size. */
  readonly weight: number;
  readonly ar: readonly Matter[];
  readonly en: readonly Matter[];
}

/** The matters of mails and calls, by category. */
export const MATTERS: Readonly<Record<InitialCategory | 'other', CategoryMatters>> = {
  lighting: {
    weight: 16,
    ar: [
      [
        'إنارة {street} مطفأة',
        'بلاغ: إنارة {street} في {district} مطفأة منذ {days} أيام، والشارع مظلم ليلًا.',
      ],
      [
        'عمود إنارة مائل',
        'يوجد عمود إنارة مائل في {street} أمام {place}، ونخشى أن يسقط على السيارات أو المارة.',
      ],
      [
        'أسلاك مكشوفة في عمود إنارة',
        'بلاغ عن أسلاك كهرباء مكشوفة أسفل عمود الإنارة قرب {place} في {district}، والأطفال يلعبون حولها.',
      ],
      ['إنارة تعمل نهارًا', 'ألاحظ أن إنارة {street} تبقى مضاءة طوال النهار منذ {days} أيام.'],
    ],
    en: [
      [
        'Street lights out on {street}',
        'The street lights on {street} in {district} have been out for {days} days and the road is dark.',
      ],
      ['Flickering lamp near {place}', 'Report: the street lamp near {place} flickers all night long.'],
    ],
  },
  roads: {
    weight: 13,
    ar: [
      ['حفرة في {street}', 'بلاغ: حفرة عميقة في {street} أمام {place} تسببت في تلف إطارات سيارات السكان.'],
      ['رصيف مكسور', 'الرصيف مكسور على امتداد {street} في {district}، وكبار السن لا يستطيعون المشي عليه.'],
      [
        'طلب مطب صناعي',
        'نطلب وضع مطب صناعي في {street} قرب {place} لأن السيارات تسير بسرعة عالية والأطفال يعبرون الشارع.',
      ],
      ['هبوط في الطبقة الإسفلتية', 'يوجد هبوط في الإسفلت في {street} بعد أعمال الحفر قبل {days} أيام.'],
    ],
    en: [
      [
        'Pothole on {street}',
        'There is a deep pothole on {street} in front of {place}. Two cars were damaged.',
      ],
      ['Broken pavement', 'The pavement in {district} is broken and cannot be used with a wheelchair.'],
    ],
  },
  cleanliness: {
    weight: 15,
    ar: [
      ['حاويات ممتلئة', 'حاويات النفايات في {street} ممتلئة منذ {days} أيام والرائحة لا تطاق.'],
      ['مخلفات بناء متروكة', 'بلاغ عن مخلفات بناء متروكة في أرض فضاء قرب {place} في {district}.'],
      ['تأخر عمال النظافة', 'لم يمر عمال النظافة على {district} منذ {days} أيام، والنفايات متراكمة.'],
    ],
    en: [
      ['Rubbish not collected', 'The rubbish containers on {street} have not been emptied for {days} days.'],
      ['Building waste', 'Somebody dumped building waste on the empty plot beside {place} in {district}.'],
    ],
  },
  drainage: {
    weight: 8,
    ar: [
      ['تسرب مياه في {street}', 'يوجد تسرب مياه في {street} منذ {days} أيام، وتجمعت المياه أمام {place}.'],
      ['طفح مياه الصرف', 'بلاغ عاجل: طفح لمياه الصرف في {district}، والمياه تصل إلى مداخل البيوت.'],
      ['تجمع مياه الأمطار', 'بعد أمطار أمس تجمعت المياه في {street} ولا تستطيع السيارات العبور.'],
    ],
    en: [
      [
        'Water leak on {street}',
        'Water has been leaking on {street} for {days} days and floods the junction.',
      ],
      ['Blocked drain', 'The storm drain next to {place} is blocked and the street floods when it rains.'],
    ],
  },
  parks: {
    weight: 6,
    ar: [
      ['ألعاب مكسورة في الحديقة', 'ألعاب الأطفال في حديقة {district} مكسورة ولها أطراف حادة.'],
      ['أشجار تحتاج إلى تقليم', 'أغصان الأشجار في {street} تحجب الرؤية وتلامس أسلاك الكهرباء.'],
      ['ري الأشجار متوقف', 'ألاحظ أن أشجار {street} بدأت تجف لأن شبكة الري متوقفة منذ {days} أيام.'],
    ],
    en: [
      ['Broken swings in the park', 'The swings in the park of {district} are broken. Please repair them.'],
    ],
  },
  'building-permits': {
    weight: 7,
    ar: [
      ['تأخر رخصة بناء', 'قدمت طلب رخصة بناء لأرض في {district} قبل {days} أيام ولم تتغير حالة الطلب.'],
      ['استفسار عن تجديد رخصة بناء', 'ما المستندات المطلوبة لتجديد رخصة بناء سكنية انتهت قبل شهر؟'],
      ['مخالفة بناء مجاورة', 'يبني جاري في {street} دورًا إضافيًا دون رخصة، ويطل على منزلنا مباشرة.'],
    ],
    en: [
      [
        'Building permit delayed',
        'Our building permit request for a villa in {district} has not moved for {days} days.',
      ],
    ],
  },
  'commercial-licences': {
    weight: 7,
    ar: [
      ['تجديد رخصة محل', 'كيف أجدد الرخصة التجارية لمحل في {street}؟ تظهر في النظام ملاحظة غير مفهومة.'],
      ['رفض طلب رخصة مطعم', 'رُفض طلب رخصة مطعمي في {district} بسبب المواقف، وأرغب في معرفة طريقة الاعتراض.'],
    ],
    en: [
      [
        'Renewal of a shop licence',
        'How do I renew the commercial licence of a small coffee shop on {street}?',
      ],
    ],
  },
  'land-survey': {
    weight: 4,
    ar: [
      ['طلب رفع مساحي', 'أرغب في رفع مساحي لأرضي في {district}، وموعد المساح تأجل مرتين.'],
      ['خطأ في حدود الصك', 'حدود الأرض في الصك لا تطابق الطبيعة، وأحتاج إلى تصحيحها قبل البيع.'],
    ],
    en: [
      ['Land survey appointment', 'The surveyor did not come to our plot in {district} at the agreed time.'],
    ],
  },
  investment: {
    weight: 3,
    ar: [
      [
        'موعد توقيع عقد الموقع الاستثماري',
        'رست علينا منافسة موقع استثماري في {district}، ولم يحدد موعد توقيع العقد.',
      ],
      ['تأخر صرف المستخلص', 'نستفسر عن موعد صرف المستخلص الثالث لمشروع أرصفة {district}.'],
    ],
    en: [
      [
        'Handover of an investment site',
        'We leased an investment site in {district} and wait for its handover.',
      ],
    ],
  },
  'e-services': {
    weight: 5,
    ar: [
      ['مشكلة في تسجيل الدخول', 'لا أستطيع الدخول إلى بوابة الخدمات، وتظهر رسالة خطأ بعد رمز التحقق.'],
      ['لا يصل رمز التحقق', 'تطبيق البلدية لا يرسل رمز التحقق إلى جوالي منذ {days} أيام.'],
    ],
    en: [['The app shows an error', 'The municipality app closes when I upload photos of my request.']],
  },
  health: {
    weight: 4,
    ar: [
      ['ملاحظة صحية على مطعم', 'وجدت حشرات في مطعم في {street}، وأطلب زيارة من الرقابة الصحية.'],
      ['مواد غذائية منتهية', 'بقالة قرب {place} تبيع مواد غذائية منتهية الصلاحية.'],
    ],
    en: [['Hygiene in a restaurant', 'The kitchen of a restaurant on {street} is visibly dirty.']],
  },
  noise: {
    weight: 3,
    ar: [
      ['ضوضاء ليلية', 'أعمال حفر قرب {place} تستمر بعد منتصف الليل منذ {days} أيام، ولا نستطيع النوم.'],
      ['إزعاج من ورشة', 'ورشة في {street} تعمل بعد العاشرة ليلًا وتزعج سكان {district}.'],
    ],
    en: [['Noise at night', 'A construction site beside {place} works through the night.']],
  },
  animals: {
    weight: 3,
    ar: [
      ['كلاب ضالة', 'بلاغ عن كلاب ضالة قرب {place} في {district}، والأطفال يخافون الذهاب إلى المدرسة.'],
      ['حيوان نافق', 'يوجد حيوان نافق في {street}، نرجو رفعه سريعًا.'],
    ],
    en: [['Stray dogs', 'A pack of stray dogs stays near {place} every evening.']],
  },
  parking: {
    weight: 3,
    ar: [
      ['سيارة مهملة', 'سيارة مهملة تشغل موقفًا في {street} منذ {days} أسابيع.'],
      ['استفسار عن اشتراك المواقف', 'هل يوجد اشتراك شهري لمواقف السيارات قرب {place}؟'],
    ],
    en: [['Abandoned car', 'An abandoned car has blocked two parking places on {street} for {days} weeks.']],
  },
  other: {
    weight: 3,
    ar: [
      ['شكر للموظفين', 'أشكر موظفي المركز على سرعة المتابعة وحسن التعامل.'],
      ['موعد مقابلة', 'أرغب في موعد لمقابلة المسؤول عن شؤون المستفيدين بخصوص موضوع سابق.'],
      ['شكوى على تأخر الرد', 'أشتكي من عدم رد المركز على طلبي السابق رغم مرور {days} أيام.'],
    ],
    en: [
      ['No answer to my request', 'I complain that nobody has answered my earlier request for {days} days.'],
    ],
  },
};
