/** The rights of a person to the data that the centre holds about them (PDPL, article 4). */
export type DataRequestKind = 'copy' | 'correct' | 'erase';

/** Words as regular expressions over text that `normaliseArabic` normalised: ه for ة, ي for ى, ا for أ. */
interface DataRequestWords {
  /** The data of the writer. */
  readonly data: readonly string[];
  /** The verbs and nouns of each request. */
  readonly wants: Readonly<Record<DataRequestKind, readonly string[]>>;
  /** Names of the right, of the law and of its articles, which are a request without the data. */
  readonly named: Readonly<Record<DataRequestKind, readonly string[]>>;
  /** Signs of another matter: a service that fails, the data of a document, or a question about a procedure. */
  readonly others: readonly string[];
}

export const DATA_REQUEST_WORDS: DataRequestWords = {
  data: [
    ...['بياناتي', 'بياناتنا', 'معلوماتي', 'ملفي لديكم', 'ملفي عندكم', 'سجلي لديكم', 'معطياتي'],
    ...['(?:ال)?(?:بيانات|معلومات)(?: ال?شخصيه)?(?: \\S+){0,3} (?:عني|تخصني|المتعلقه بي|الخاصه بي|باسمي)'],
    ...['(?:ما|كل ما) (?:لديكم|عندكم|تحتفظون به|تعرفونه) عني', 'رقمي من (?:سجلاتكم|قوائمكم|نظامكم)'],
    // A part of the data, with the place where it is.
    ...[
      '(?:اسمي|رقمي|جوالي|رقم هاتفي|بريدي|ايميلي|عنواني|تاريخ ميلادي)(?: \\S+){0,4} (?:عندكم|لديكم|سجلاتكم|نظامكم|انظمتكم|قوائمكم)',
      'my (?:full )?(?:name|(?:phone|mobile) number|e-?mail|address|birth ?date|date of birth)(?: \\S+){0,5} (?:from|in|on) your (?:records?|systems?|database|files?|lists?)',
    ],
    ...[
      'my (?:personal |private )?(?:data|details|information|records?)',
      'me from your (?:records|systems?|database)',
    ],
    ...['(?:data|information|details|records?|everything)(?: \\S+){0,6} (?:about|on|of|concerning) me\\b'],
  ],
  wants: {
    copy: [
      ...['نسخه', 'نسخ', 'ارسلوا', 'ارسال', 'ترسلون', 'تزويدي', 'زودوني', 'تزودوني', 'الاطلاع علي', 'اطلاعي'],
      ...[
        'اطلعوني',
        'الوصول الي',
        'الحصول علي',
        'احصل علي',
        'معرفه',
        'اعرف',
        'استخراج',
        'كشف ب',
        'ابغي',
        'ابي نسخه',
      ],
      ...[
        '\\bcopy\\b',
        '\\bcopies\\b',
        '\\bsend\\b',
        '\\bprovide\\b',
        '\\baccess\\b',
        '\\bobtain\\b',
        '\\bsee (?:all|the|every)',
      ],
      ...[
        '\\bdisclose\\b',
        '\\bexport\\b',
        '(?:what|which) (?:personal )?(?:data|information)',
        '(?:^|\\s)(?:ما|وش|ايش|ويش|شنو) (?:هي )?ال(?:بيانات|معلومات)',
      ],
    ],
    correct: [
      ...['تصحيح', 'صححو', 'تصححو', 'تصويب', 'تعديل', 'عدلو', 'تعدلو', 'تحديث', 'حدثو', 'غلط'],
      ...['\\bcorrect', '\\brectif', '\\bamend', '\\bupdate\\b', '\\bfix\\b'],
    ],
    erase: [
      ...[
        'حذف',
        'احذفوا',
        'احذف',
        'تحذفوا',
        'تحذفون',
        'مسح',
        'امسحوا',
        'تمسحوا',
        'محو',
        'اتلاف',
        'اتلفوا',
        'ازاله',
        'ازيلوا',
      ],
      ...['\\bdelet', '\\beras', '\\bremov', '\\bdestroy', '\\bforget\\b'],
    ],
  },
  named: {
    copy: [
      ...['(?:subject|data) access request', '\\bdsar\\b', 'right of access', 'article 15 (?:of the )?gdpr'],
      ...['gdpr article 15', 'حق(?:ي في)? (?:الوصول|الاطلاع)', 'حقي في العلم'],
    ],
    correct: ['right to rectification', 'article 16 (?:of the )?gdpr', 'حق(?:ي في)? (?:التصحيح|تصحيح)'],
    erase: [
      ...[
        'right to (?:erasure|be forgotten)',
        'article 17 (?:of the )?gdpr',
        'forget me',
        'حق(?:ي في)? (?:الاتلاف|اتلاف|النسيان|المحو|محو)',
      ],
    ],
  },
  others: [
    ...[
      'لا يعمل',
      'لا تعمل',
      'ما يشتغل',
      'ما تشتغل',
      'لا استطيع',
      'ما اقدر',
      'ماقدر',
      'يظهر(?: لي)? خطا',
      'رساله خطا',
      'خطا عند',
      'خطا في النظام',
      'لا يقبل',
      'يرفض',
      'تعلق',
      'معلق',
    ],
    ...[
      'رخصه',
      'رخصتي',
      'صك',
      'عقد',
      'كروكي',
      'السجل التجاري',
      'مخطط',
      'تطبيق',
      'المنصه',
      'البوابه',
      'الموقع الالكتروني',
    ],
    ...[
      '^كيف',
      ' كيف ',
      ' وش الطريقه',
      "\\bcan(?:no|')t\\b",
      '\\bunable\\b',
      '\\berror',
      "(?:does not|doesn't) work",
      '\\bupdate me\\b',
      '\\bhow (?:do|can|to)\\b',
    ],
    ...[
      'بياناتي ?:',
      'معلوماتي ?:',
      'ادناه',
      'علي سرعه',
      '\\bbelow\\b',
      '\\b(?:is|are) my\\b',
      'my (?:details|information|data) ?(?:are|is|:)',
    ],
    ...['\\blicen[cs]e', '\\bpermit', '\\bdeed\\b', '\\bthe app\\b', '\\bportal\\b', '\\bplatform\\b'],
  ],
};
