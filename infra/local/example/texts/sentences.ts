import type { Language } from '#events/vocabulary.ts';

type Sentences = Readonly<Record<Language, readonly string[]>>;

export const GREETINGS: Sentences = {
  ar: [
    'السلام عليكم ورحمة الله،',
    'تحية طيبة،',
    'السادة في مركز رضا المستفيدين،',
    'مساء الخير،',
    'صباح الخير،',
  ],
  en: ['Dear Sir or Madam,', 'Hello,', 'Good morning,', 'To the centre,'],
};

/** Second sentences of a mail. */
export const DETAILS: Sentences = {
  ar: [
    'تواصلت قبل أسبوع عبر الهاتف ووُعدت بالمتابعة ولم يتغير شيء.',
    'الموقع واضح على الخريطة، وأستطيع إرسال صور إن احتجتم إليها.',
    'كل السكان هنا يشتكون من الموضوع نفسه.',
    'أرجو إفادتي برقم البلاغ وموعد المعالجة المتوقع.',
    'والدي كبير في السن ويمر من هنا كل يوم.',
    'المقاول قال إن العمل من اختصاص البلدية.',
    'جوالي متاح في أي وقت للتنسيق مع الفريق.',
    'هذه هي المرة الثانية خلال هذا الشهر.',
    'نقدّر جهودكم ونعلم أن الطلبات كثيرة.',
    '',
  ],
  en: [
    'I called last week and was told that somebody would look at it.',
    'I can send photos if you need them.',
    'All neighbours have the same problem.',
    'Please tell me the reference and when it will be done.',
    'It is the second time this month.',
    '',
  ],
};

export const CLOSINGS: Sentences = {
  ar: ['شكرًا لكم', 'مع خالص التقدير', 'ودمتم بخير', 'بانتظار ردكم الكريم', 'والله يعطيكم العافية'],
  en: ['Thank you', 'Kind regards', 'Best wishes', 'I look forward to your answer'],
};

/** Later messages of a beneficiary. */
export const FOLLOW_UPS: Sentences = {
  ar: [
    'هل من جديد في الموضوع؟ مرت عدة أيام دون رد.',
    'أرفقت لكم وصف الموقع: خلف المدرسة الابتدائية، الشارع الثاني يمينًا.',
    'نعم، هذا هو الرقم الصحيح للطلب.',
    'حضر الفريق أمس ولم يكمل العمل.',
    'شكرًا على الرد، سأنتظر إلى نهاية الأسبوع.',
    'المشكلة ما زالت قائمة وازدادت سوءًا.',
    'أكدت لي الإدارة أن المعاملة عندكم.',
    'هل يمكن الاتصال بي بعد العصر؟',
  ],
  en: [
    'Is there any news? Some days have passed.',
    'The place is behind the primary school, second street on the right.',
    'Yes, that is the correct number of the request.',
    'The team came yesterday but did not finish the work.',
    'The problem is still there and has become worse.',
    'Could you please call me in the afternoon?',
  ],
};

export const REPLIES: Sentences = {
  ar: [
    'نشكر لك تواصلك، أُحيل بلاغك إلى الفريق الميداني وسيزور الموقع خلال يومي عمل.',
    'اطلعنا على طلبك، والمعاملة الآن لدى الإدارة المختصة لاستكمال المراجعة.',
    'نعتذر عن التأخير، أُدرج الموقع في خطة الصيانة لهذا الأسبوع.',
    'المستندات المطلوبة: صورة الصك، وهوية المالك، ومخطط معتمد من مكتب هندسي. يمكن رفعها عبر البوابة.',
    'تواصل المراقب مع المقاول، ومُنح مهلة ثلاثة أيام لإزالة المخالفة.',
    'زار الفريق الموقع اليوم، وبقي تركيب القطعة الناقصة بعد وصولها من المستودع.',
    'شكرًا لملاحظتك، نقلناها إلى رئيس الوردية وستُعالج في الجولة القادمة.',
    'يمكنك متابعة حالة الطلب من صفحة المتابعة بالرقم المرجعي أعلاه.',
  ],
  en: [
    'Thank you for your report. The field team will visit the place within two working days.',
    'Your request is with the department, which is completing its review.',
    'We apologise for the delay. The site is in the maintenance plan of this week.',
    'Please upload the deed, the identity of the owner and the approved drawing in the portal.',
    'The inspector contacted the contractor, who has three days to remove the violation.',
    'You can follow the request on the tracking page with the reference above.',
  ],
};

/** Replies that ask the beneficiary for something. */
export const QUESTIONS: Sentences = {
  ar: [
    'نرجو تزويدنا بموقع المشكلة على الخريطة أو بأقرب معلم معروف.',
    'هل يمكنك إرسال صورة حديثة للموقع ورقم أقرب عمود إنارة؟',
    'نحتاج إلى رقم الطلب كما يظهر في البوابة لمراجعته.',
    'متى يناسبك أن يتصل بك المراقب لفتح الموقع؟',
  ],
  en: [
    'Please send us the location on the map or the nearest landmark.',
    'Could you send a recent photo and the number of the nearest lamp post?',
    'We need the number of the request as the portal shows it.',
  ],
};

export const OUTCOMES: Sentences = {
  ar: [
    'استُبدلت المصابيح التالفة وعادت الإنارة إلى العمل، وتأكد الفريق منها ليلًا.',
    'رُدمت الحفرة وأُعيدت السفلتة، ورُفعت المخلفات من الموقع.',
    'فُرّغت الحاويات وأُضيفت حاوية ثالثة للموقع.',
    'أُغلق التسرب وسُحبت المياه المتجمعة.',
    'أُصدرت الرخصة، وتظهر في حسابك في البوابة.',
    'خالف المراقب المنشأة، وستُزار مرة أخرى بعد أسبوع.',
    'أُجيب عن استفسارك بالمستندات المطلوبة وروابط التقديم.',
    'صُححت بيانات الحساب، ويمكنك الدخول الآن برمز التحقق.',
    'الموقع خارج نطاق البلدية، وأُحيل الطلب إلى الجهة المختصة برقم وارد.',
    'لم نتمكن من الوصول إليك على الرقم المسجل بعد ثلاث محاولات في أيام مختلفة.',
  ],
  en: [
    'The lamps were replaced and the team checked at night that they work.',
    'The pothole was filled and the road was paved again.',
    'The containers were emptied and a third one was added.',
    'The leak was closed and the water was pumped away.',
    'The licence was issued and is in your account.',
    'The place is outside the municipality; the request was sent to the authority in charge.',
  ],
};

export const NOTES: Sentences = {
  ar: [
    'اتصلت بالمستفيد ولم يرد، سأعاود الاتصال غدًا صباحًا.',
    'المراقب يؤكد أن الموقع ضمن عقد الصيانة الثاني.',
    'بلاغ مكرر في الحي، قد يُدمج مع غيره بعد التأكد.',
    'أُرسلت الصور إلى المقاول، والرد متوقع اليوم.',
    'المستفيد متفهم، ويفضل التواصل بالبريد.',
    'يحتاج إلى موافقة مدير الإدارة قبل الإقفال.',
  ],
  en: [
    'Called the beneficiary, no answer; will try again tomorrow morning.',
    'The inspector says the place is covered by the second maintenance contract.',
    'Needs approval by the head of the section before it is resolved.',
  ],
};

export const INVESTOR_NOTES: Sentences = {
  ar: [
    'اتصلت بالمستثمر وأطلعته على ما تم في إجراءاته، وسأتصل به الأسبوع القادم.',
    'زارنا المستثمر وسلّم صورة السجل التجاري، وأُرسلت إلى الإدارة.',
    'يسأل المستثمر عن موعد المعاينة، ووعدته بالرد بعد سؤال الإدارة.',
  ],
  en: [
    'Called the investor about the state of the procedures; will call again next week.',
    'The investor visited us with the commercial register, which was sent to the department.',
    'The investor asks for the day of the inspection; the department will be asked.',
  ],
};

export const DEPARTMENT_QUESTIONS: readonly string[] = [
  'نرجو إفادتنا بموعد الصيانة المتوقع لهذا الموقع.',
  'هل الموقع ضمن نطاق عقدكم؟ وما سبب تأخر المعاملة؟',
  'المستفيد يطلب معرفة سبب رفض الطلب، نرجو توضيحه.',
  'نأمل تزويدنا بتقرير الزيارة الميدانية وصور بعد المعالجة.',
];

export const DEPARTMENT_ANSWERS: readonly string[] = [
  'الموقع ضمن خطة الأسبوع القادم، وسيباشر الفريق يوم الأحد.',
  'رُفض الطلب لنقص مخطط المواقف، ويمكن للمستفيد إعادة التقديم بعد استكماله.',
  'بوشر العمل وأُنجز اليوم، ومرفق وصف ما تم.',
  'المعاملة لدى المكتب الهندسي وتنتظر توقيع المالك.',
];

/** Comments of beneficiaries in surveys. */
export const COMMENTS: Readonly<Record<'good' | 'bad', Sentences>> = {
  good: {
    ar: ['سرعة ممتازة، شكرًا.', 'تعامل راقٍ من الموظفة.', 'انتهى الموضوع قبل الموعد.', 'جزاكم الله خيرًا.'],
    en: ['Very quick, thank you.', 'The agent was polite and clear.', 'Done before the promised time.'],
  },
  bad: {
    ar: ['أُغلق البلاغ ولم يُعالج شيء.', 'انتظرت طويلًا دون رد.', 'عادت المشكلة بعد يومين.'],
    en: [
      'It was closed but nothing was done.',
      'I waited far too long.',
      'The problem came back after two days.',
    ],
  },
};

/** Subjects and texts of mail that a spam verdict sets aside. */
export const SPAM: readonly (readonly [string, string])[] = [
  ['عرض خاص لزيادة المتابعين', 'احصل على عشرة آلاف متابع خلال يوم واحد بسعر رمزي.'],
  ['Your parcel is waiting', 'Pay the customs fee in the link below to receive your parcel.'],
  ['You have won a prize', 'Send your bank details to receive the amount today.'],
];
