import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Files whose Arabic words are those of other people: examples, plays, and words that are recognised in mails. */
const OF_OTHERS =
  /infra\/(?:local\/example|demo|rehearsal)\/|shared\/domain\/(?:mail\/(?:data|closing|cover-note)|services|places|search)\b|list-columns|listed-date|spoken-digits/u;

/** A word of its own: no Arabic letter or mark is beside it. A conjunction may be before it, a pronoun after it. */
const wordsOf = (words: string): RegExp =>
  new RegExp(
    `(?<![\\u0621-\\u0652])[وف]?(?:${words.split(' ').join('|')})(?:ها|ه|هم|ني)?(?![\\u0621-\\u0652])`,
    'gu',
  );

/** Orders to one man, which are nothing else: pages and prompts use «يُرجى» with a verbal noun instead. */
const ORDERS = wordsOf(
  'اختر اكتب اضغط انقر املأ اترك ابحث احذف احفظ اطلب انسخ ألصق انظر اقرأ اذكر ابدأ ألغِ أنهِ أبقِ ابقَ ادمج افصل أضف أعد أجب قل خذ انقل جرّب نزّل راسل عدّل أدخل انتظر ارفع اخفض اسحب اعرض اضبط افحص ارفض اسأل ارجع وسّع',
);

/** Orders to one man that are also the past of «he»: as such they are not first in a clause, or are before a doer. */
const ORDERS_OR_PAST = wordsOf(
  'افتح راجع صحّح سجّل أكّد أكد أرسل تحقق تحقّق اتصل أغلق حدّد أسند حوّل استلم استخدم حاول أوقف أبلغ استمع شغّل تابع تحدّث انتقل استبدل',
);
/** The pattern of such orders with a doubled letter in the middle. The present and the participles begin otherwise. */
const DOUBLED =
  /(?<![\u0621-\u0652])[وف]?[\u0621-\u064a](?<![أتمني])[\u0621-\u064a](?:\u0651\u0650?|\u0650\u0651)[\u0621-\u064a](?:ها|ه|هم|ني)?(?![\u0621-\u0652])/gu;
const FIRST = /(?:^|['`"«:.؛،؟]|\sثم|\sأو)\s*[وف]?$/u;
const DOERS = /^\s+(?:ال)?(?:مستفيد|متصل|مركز|مستثمر|فريق|مرسل|مستلم|إدارة)/u;

/** Nouns that name a member of staff as a man. */
const MEN = wordsOf('الموظف موظف الموظفين زميل زميلًا الزملاء المشرف مشرف المشرفين المسؤول');
/** «You», a man. */
const YOU = wordsOf('تود ترغب توافق تريد تستطيع تجد تجده تراه');

/** Participles and adjectives of one man, as an answer or a state of the reader. */
const STATES = new RegExp(
  `(?<![\\u0621-\\u0652])[وف]?(?:راضٍ|(?:${'راضي متأكد موافق مهتم مستعد راغب مقتنع قادر متفق معترض محتاج مضطر سعيد مستاء متاح غائب مستخدم عزيزي وحدك'.split(' ').join('|')})(?:\\u064b?\\u0627|\\u064b)?)(?![\\u0621-\\u0652])`,
  'gu',
);

/** Texts that one of the rules takes for such a word, and the reason why they stay. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'موظفًا أو موظفة': 'Names both.',
  "supervisor: 'مشرف'": 'The form for a man, by the field of the member of staff.',
  "quality: 'مسؤول الجودة'": 'The form for a man, by the field of the member of staff.',
  "agent: 'موظف خدمة المستفيدين'": 'The form for a man, by the field of the member of staff.',
  'اتصل بك مركز': 'The centre did.',
  "'تحقق فيها'": 'The matter did: it came true.',
  'كتب المستفيد أو اتصل': 'The beneficiary did.',
  'راجعها من لم يعمل عليها': 'Colleagues did.',
  "'أغلق قبل الرد'": 'The caller did.',
  "preferenceOn: 'أوقف'": 'The beneficiary did.',
  'رحّب بالمستفيد وعرّف': 'The agent of a conversation did.',
  'أو وضّح الخطوة': 'The agent of a conversation did.',
  '، عمّا بعد': 'A preposition.',
  "'صحّح إجابته'": 'The beneficiary did.',
  "'صحّح إجابته خلال نصف ساعة'": 'The beneficiary did.',
  'خط متاح': 'The line is.',
  'هذا غير متاح لك': 'The page is.',
  "'متاح لمن دوره'": 'The page is.',
  'ما زال مستخدمًا هنا': 'The entry of the settings is.',
  'ما دام مستخدمًا': 'The entry of the settings is.',
  "'بريد مسؤول النطاق'": 'The name of a mailbox: the postmaster.',
};

/** Return the texts of a source with Arabic letters, without comments. */
const textsIn = (source: string): readonly string[] =>
  source
    .replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '')
    .split('\n')
    .filter((line) => /[\u0621-\u064a]/u.test(line));

function faultsOf(line: string): readonly string[] {
  const plain = Object.keys(EXCEPTIONS).reduce((text, exception) => text.replaceAll(exception, ''), line);
  const orders = [ORDERS_OR_PAST, DOUBLED]
    .flatMap((rule) => [...plain.matchAll(rule)])
    .filter(
      ({ 0: word, index }) =>
        FIRST.test(plain.slice(0, index)) && !DOERS.test(plain.slice(index + word.length)),
    );
  return [ORDERS, MEN, YOU, STATES]
    .flatMap((rule) => [...plain.matchAll(rule)])
    .concat(orders)
    .map(([word]) => word);
}

describe('the Arabic of pages, mails and prompts', () => {
  const paths = globSync(['functions/**/*.{ts,js}', 'shared/**/*.ts', 'infra/local/**/*.{ts,js}'])
    .filter((path) => !OF_OTHERS.test(path))
    .toSorted();

  it('does not speak to one man, nor name a member of staff as one', () => {
    const found = paths.flatMap((path) =>
      textsIn(readFileSync(path, 'utf8')).flatMap((line) =>
        faultsOf(line).map((word) => `${path}: «${word}» in ${line.trim()}`),
      ),
    );
    expect(found).toEqual([]);
  });

  it.each([
    'اختر نوعًا.',
    'لا شيء، أو اكتبها.',
    'ثم أعد المحاولة',
    'فاضغط الرقم واحد',
    'راجع القيم',
    'أكثر مما يُحتمل. قلّل العدد أو ارفع النسبة.',
    'ارفع النسبة',
    'أكثر من 2000 سطر: قسّم القائمة',
    'وحّد الأسماء',
    'قدِّم الوقت',
    'بدّلها',
    'يتصل به زميل',
    'غير راضٍ',
    'راضٍ تمامًا',
    'لست متأكدًا',
    'أنا متاح',
    'موافق',
  ])('would not have «%s»', (text) => expect(faultsOf(text)).not.toEqual([]));

  it.each([
    'يُرجى اختيار نوع.',
    'أكّد المستفيد انتهاءها',
    'وعد بالتواصل',
    'أعدنا فتحها',
    'اتصل المركز',
    'قائمة الإعدادات',
    'قيّم المتصل المكالمة',
    'تغيّر هذا الغياب',
    'نسجّل المكالمة',
    'يلزم تقليل العدد أو رفع النسبة',
    'غير مُرضية',
    'إجابة غير راضية',
    'للموافقة',
  ])('may have «%s»', (text) => expect(faultsOf(text)).toEqual([]));

  it('needs each of its exceptions', () => {
    const all = paths.map((path) => readFileSync(path, 'utf8')).join('\n');
    for (const text of Object.keys(EXCEPTIONS)) expect(all).toContain(text);
  });
});
