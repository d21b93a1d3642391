/** A case of the corpus: its first message, and what staff added. */
export interface CorpusCase {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly subject: string;
  readonly text: string;
  readonly note?: string;
  readonly outcome?: string;
}

/** The cases that searches are tried on, by a key, in the order of opening. */
export const corpus = {
  light: {
    name: 'نورة بنت سعد القحطاني',
    email: 'norah.q@example.com',
    phone: '+966551234567',
    subject: 'إنارة شارع التحلية مطفأة',
    text: 'السلام عليكم، إنارةُ الشارعِ مطفأةٌ منذ يومين والحيّ مظلم ليلًا.',
  },
  pothole: {
    name: 'عبد الرحمن الزهراني',
    email: 'a.zahrani@example.net',
    subject: 'حفرة كبيرة أمام المدرسة',
    text: 'توجد حفرة عميقة عند مدخل المدرسة الابتدائية تضررت منها سيارتي.',
    note: 'تم التواصل مع مقاول السفلتة برقم أمر العمل 4500017789.',
  },
  water: {
    name: 'فاطمة الشهري',
    phone: '+966598877665',
    subject: 'تسرّب مياه',
    text: 'ماء يتسرب من العدّاد أمام البيت رقم ٢٧ في حي النسيم.',
    outcome: 'أصلحت الفرقة المحبس المكسور.',
  },
  power: {
    name: 'هيفاء المسعود',
    email: 'haifa@example.org',
    subject: 'الكهرباء مقطوعة عن الحديقة',
    text: 'الكهرباء مقطوعة عن حديقة الملك فهد، والألعاب لا تعمل.',
  },
  licence: {
    name: 'شركة آل سالم للمقاولات',
    email: 'info@alsalem-co.example',
    phone: '+966920012345',
    subject: 'استفسار عن رخصة بناء رقم 1445/2237',
    text: 'نرجو إفادتنا عن حالة الرخصة 1445/2237 والمسؤول عنها في شؤون الرخص.',
  },
  rubbish: {
    name: 'محمد بن عبدالله الدوسري',
    email: 'm.dosari@example.com',
    subject: 'تراكم النفايات',
    text: 'الحاويات ممتلئة ولم تُرفع النفايات للأسبوع الثاني والرائحة كريهة.',
  },
  noise: {
    name: 'Emily O’Connor',
    email: 'emily.oconnor@example.co.uk',
    phone: '+447700900123',
    subject: 'Noise from a construction site',
    text: 'The café next to our building plays loud music, and the construction starts at 5 am.',
  },
  lights: {
    name: 'John Al-Otaibi',
    email: 'john.alotaibi@example.com',
    subject: 'Street lights broken',
    text: 'All street lights on King Abdullah Road are broken since Sunday. Map: https://maps.app.goo.gl/Xy12Ab',
  },
  trees: {
    name: 'أبو بكر السوداني',
    phone: '+966533009988',
    subject: 'أشجار متدلية',
    text: 'الأشجار متدلية على الرصيف وتحجب الرؤية للسائقين.',
    note: 'أحيلت إلى إدارة الحدائق برقم صادر 88-2210-أ.',
  },
  dogs: {
    name: 'داود اليامي',
    email: 'dawood@example.com',
    subject: 'كلاب ضالة',
    text: 'كلاب ضالة قرب مسجد الهدى تخيف الأطفال وقت صلاة الفجر.',
  },
  fee: {
    name: 'Priya Sharma',
    email: 'priya@example.in',
    subject: 'Refund of a fee',
    text: 'I paid SAR 1,250.00 twice for invoice INV-2026-00417. Please refund the second payment.',
  },
  market: {
    name: 'سعاد العنزي',
    email: 'suad@example.com',
    subject: 'سوق الخضار',
    text: 'أسعار السوق مرتفعة، ولا توجد إنارة في المواقف الخلفية.',
  },
  committee: {
    name: 'تركي الحربي',
    email: 'turki@example.com',
    subject: 'اعتراض على قرار',
    text: 'أعترض على القرار وأطلب عرضه على اللجنة المختصة. راجعت للجنة مرتين.',
  },
  sewage: {
    name: 'ريم الغامدي',
    phone: '+966501112223',
    subject: 'طفح الصرف الصحي',
    text: 'طفح الصرف الصحيّ في شارع الأمير سلطان، وهذه صورة الموقع.',
  },
  thanks: {
    name: 'علي عسيري',
    email: 'ali.asiri@example.com',
    subject: 'شكر وتقدير',
    text: 'شكرًا للبلدية على سرعة الاستجابة وصيانة الممشى.',
  },
  ramp: {
    name: 'منى الرشيد',
    email: 'mona@example.com',
    subject: 'منحدر لذوي الإعاقة',
    text: 'لا يوجد منحدر عند بوابة المستوصف، ووالدتي تستخدم كرسيًا متحركًا.',
  },
  newer: {
    name: 'خالد القحطاني',
    email: 'khalid@example.com',
    subject: 'إنارة الممشى ضعيفة',
    text: 'إنارة الممشى الجديد ضعيفة جدًا.',
  },
} as const satisfies Readonly<Record<string, CorpusCase>>;

export type CorpusKey = keyof typeof corpus;

/** Searches as people type and paste them, with their first hit. */
export const searches: readonly (readonly [typed: string, first: CorpusKey])[] = [
  // Words of messages, with and without the article, particles, hamza and marks.
  ['مطفأة', 'light'],
  ['مطفاه', 'light'],
  ['الإنارة التحلية', 'light'],
  ['انارة التحليه', 'light'],
  ['إِنَارَةُ التحلية', 'light'],
  ['إنـــارة التحـلية', 'light'],
  ['حفرة', 'pothole'],
  ['الحفره', 'pothole'],
  ['حفر', 'pothole'],
  ['المدرسة الابتدائيه', 'pothole'],
  ['سيارة', 'pothole'],
  ['ماء', 'water'],
  ['مياه', 'water'],
  ['بيت ٢٧', 'water'],
  ['بيت 27', 'water'],
  ['محبس', 'water'],
  ['كهربا', 'power'],
  ['كهرباء الحديقة', 'power'],
  ['حديقه الملك فهد', 'power'],
  ['المسئول', 'licence'],
  ['شئون الرخص', 'licence'],
  ['نفايه', 'rubbish'],
  ['أسبوع', 'rubbish'],
  ['رصيف', 'trees'],
  ['اشجار', 'trees'],
  ['مسجد الهدي', 'dogs'],
  ['لجنة', 'committee'],
  ['صحى', 'sewage'],
  ['بلدية', 'thanks'],
  ['والدتي', 'ramp'],
  ['إنارة الممشي', 'newer'],
  // English, with forms of words, accents and apostrophes.
  ['construction', 'noise'],
  ['CAFE', 'noise'],
  ['street light', 'lights'],
  ['lights broken', 'lights'],
  ["O'Connor", 'noise'],
  ['refunds', 'fee'],
  ['the refund of a fee', 'fee'],
  // Names in their spellings.
  ['نوره القحطانى', 'light'],
  ['عبدالرحمن', 'pothole'],
  ['محمد عبد الله', 'rubbish'],
  ['ابوبكر', 'trees'],
  ['داوود', 'dogs'],
  ['alotaibi', 'lights'],
  ['علي', 'thanks'],
  ['ال سالم', 'licence'],
  // Telephone numbers in any spelling, and their beginnings.
  ['0551234567', 'light'],
  ['٠٥٥ ١٢٣ ٤٥٦٧', 'light'],
  ['+966 55 123-4567', 'light'],
  ['00966551234567', 'light'],
  ['(055) 123 4567', 'light'],
  ['055123', 'light'],
  ['96655', 'light'],
  ['+44 7700 900123', 'noise'],
  ['920012345', 'licence'],
  ['جوال: 0598877665', 'water'],
  // Addresses as they are pasted.
  ['norah.q@example.com', 'light'],
  ['نورة القحطاني <Norah.Q@Example.com>', 'light'],
  ['"Otaibi, John" <john.alotaibi@example.com>', 'lights'],
  ['mailto:mona@example.com', 'ramp'],
  ['haifa@', 'power'],
  ['emily.oconnor', 'noise'],
  // Numbers of others.
  ['1445/2237', 'licence'],
  ['١٤٤٥/٢٢٣٧', 'licence'],
  ['14452237', 'licence'],
  ['4500017789', 'pothole'],
  ['88-2210', 'trees'],
  ['INV-2026-00417', 'fee'],
  ['inv 2026 00417', 'fee'],
  ['1250', 'fee'],
  ['https://maps.app.goo.gl/Xy12Ab', 'lights'],
];

/** Searches without a hit. */
export const misses: readonly string[] = [
  '',
  '   ',
  '"',
  '* OR NEAR(',
  'قطار',
  'إنارة قطار',
  '0551234568',
  'nobody@example.com',
  '🙂',
  'ـــ',
  '\u0000',
  "'; DROP TABLE search_entries; --",
];
