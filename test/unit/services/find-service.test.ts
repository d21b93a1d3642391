import { describe, expect, test } from 'vitest';
import { serviceFinder } from '#shared/domain/services/find-service.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { LETTERS } from '#test/unit/mail/letters.ts';

const find = serviceFinder(shippedRules.services.values());

describe('the service that a mail is about', () => {
  test.each([
    ['', 'تقدمت بطلب إصدار رخصة بناء قبل شهر ولم يصلني رد', 'building-permit'],
    ['', 'معاملتي رقم 123 رخصة بناء متوقفة', 'building-permit'],
    ['رخصه بناء', 'السلام عليكم متى تخلص؟', 'building-permit'],
    ['رُخْصَةُ بِنَاءٍ', 'كم الرسوم', 'building-permit'],
    ['', 'أبغى أجدد رخصة البناء حقتي', 'building-permit-renewal'],
    ['', 'ابي اجدد الرخصه التجاريه وطلع لي خطا', 'commercial-licence-renewal'],
    ['تجديد الرخصة التجارية', 'دفعت الرسوم ولم تتجدد', 'commercial-licence-renewal'],
    ['', 'كيف اطلع كرت صحي للعامل', 'health-certificate'],
    ['', 'العامل عندي يبغى شهادة صحية وين يروح؟ كم رسومها', 'health-certificate'],
    ['', 'أرغب في استخراج شهادة إشغال لفيلا', 'occupancy-certificate'],
    ['', 'طلب إلغاء مخالفة سجلت على محلي بالخطأ', 'violation-objection'],
    ['اعتراض', 'أعترض على المخالفة رقم 55 المسجلة على محلي', 'violation-objection'],
    ['', 'أود الاعتراض على مخالفة بناء', 'violation-objection'],
    ['', 'نطلب حاوية نفايات لشارعنا', 'waste-container'],
    ['', 'نرجو توفير حاوية في الحارة', 'waste-container'],
    ['', 'ما هي شروط رخصة الحفر لمقاول؟', 'excavation-permit'],
    ['', 'تأخر صرف مستخلصنا رقم 4', 'contractor-payment'],
    ['', 'I want to renew my building permit', 'building-permit-renewal'],
    ['', 'How long does the renewal of a building permit take?', 'building-permit-renewal'],
    ['Health certificates', 'How do I get them for my workers?', 'health-certificate'],
    ['', 'I forgot my password and cannot log in', 'account-help'],
    ['', 'I would like to object to a fine', 'violation-objection'],
    ['', 'نسيت كلمة السر وما اقدر ادخل حسابي', 'account-help'],
    ['', 'هدم بيت قديم، كيف أحصل على رخصة الهدم', 'demolition-permit'],
    ['رخصة بناء', 'متى تصدر؟ علمًا أن الرفع المساحي جاهز', 'building-permit'],
    ['', 'متى تصدر رخصتي للبناء', 'building-permit'],
    ['', 'كم تكلفة رخصة البناء للمتر المربع؟', 'building-permit'],
    ['', 'ودي أعرف رسوم رخصة البناء، وهل لازم مكتب هندسي؟', 'building-permit'],
    ['', 'hi، أبغى shop licence كم الرسوم السنوية?', 'commercial-licence'],
    ['', 'ما هي الـ documents المطلوبة for a building permit؟', 'building-permit'],
    ['', 'السلام عليكم, how do I renew my commercial licence؟', 'commercial-licence-renewal'],
    ['', 'Is there an annual fee for a shop licence?', 'commercial-licence'],
    ['', 'هل تحتاج رخصة مطعم إلى موافقة الدفاع المدني؟', 'commercial-licence'],
    ['', 'what are the steps of renewing a commercial license', 'commercial-licence-renewal'],
    ['', 'شكوى: طلب رخصة محل منذ شهرين بلا رد', 'commercial-licence'],
  ])('%s | %s', (subject, text, id) => {
    expect(find({ subject, text })).toBe(id);
  });
});

describe('a mail about another matter, or about the documents of somebody else', () => {
  test.each([
    ['رخصة بناء وشهادة إشغال', 'ما المطلوب لهما؟'],
    ['', 'أحتاج رخصة بناء ثم شهادة إشغال'],
    ['', 'جارنا يبني دور ثالث بدون رخصة بناء'],
    ['بناء بدون ترخيص', 'هناك من يبني في الأرض المجاورة ولا توجد رخصة بناء'],
    ['', 'المطعم عماله ليس لديهم شهادات صحية ونطلب زيارة المراقب'],
    ['', 'المقاول حفر الشارع ولا يملك رخصة حفر وتركه مفتوحا'],
    ['', 'شركة تحفر أمام بيتي دون تصريح حفر، متى تغلق الحفرة؟'],
    ['حفرة', 'الحفرة خطرة ونطلب ردمها'],
    ['لوحة محل سقطت', 'لوحة محل سقطت على الرصيف'],
    ['حاوية ممتلئة', 'حاوية النفايات ممتلئة منذ أيام، متى تفرغ؟'],
    ['', 'الحاوية الجديدة وضعت أمام باب بيتي وأطلب نقلها'],
    ['', 'مخالفة بناء عند جاري، أطلب إزالتها'],
    ['', 'صاحب المحل عليه مخالفة ولم يزلها'],
    ['', 'أنا طبيب، شهادتي من جامعة صحية'],
    ['', 'إنارة الشارع عند مبنى تسجيل الدخول في المستشفى مطفأة'],
    ['', 'هل عنده رخصة بناء؟ يعمل ليلا ويزعجنا'],
    ['', 'does he have a building permit? he works at night'],
    ['', 'My neighbour builds without a building permit'],
    ['', 'They dig without any excavation permit'],
    ['', 'No health certificates in this restaurant'],
    ['', 'شكرا لكم'],
    ['', 'البناء المجاور يسبب غبارا'],
    ['', 'عند مركز الشهادات الصحية حفرة كبيرة'],
    ['', 'أمام مكتب رخص البناء في الأمانة رصيف مكسور'],
    ['', 'There is a pothole in front of the building permits office'],
    ['', 'الموظف في قسم الرخص التجارية كان فظا معي'],
    ['', 'تم إغلاق شارعنا برخصة حفر منتهية والمقاول لم يرجع'],
    ['', 'المطعم رخصته التجارية منتهية وما زال يعمل'],
    ['', 'المحل المجاور لم يجدد رخصته البلدية ويبيع منتجات فاسدة'],
    ['', 'يجب على البلدية سحب رخصة المحل المزعج'],
    ['', 'كم عدد رخص البناء التي صدرت هذا العام؟'],
    ['', 'login'],
    ['', 'I saw someone log in to the park gate'],
    ['', 'تم تسجيل الدخول إلى حسابك من جهاز جديد'],
    ['', 'وصلني رمز التحقق وشكرا'],
    ['', 'كيف أجدد رخصة القيادة؟'],
    ['', 'كم رسوم تجديد السجل التجاري؟'],
    ['', 'How do I renew my driving licence?'],
    ['', 'كيف أستخرج شهادة ميلاد؟'],
    ['', 'renew id card'],
    ['', 'احجز لي موعدا لدى الأحوال المدنية'],
    ['', 'What does a transfer of my car cost?'],
    ['', 'طلبي مرفوض، كيف أعترض؟'],
  ])('%s | %s', (subject, text) => {
    expect(find({ subject, text })).toBeUndefined();
  });
});

test('letters about the city name no service', () => {
  const city = ['lighting', 'roads', 'cleanliness', 'drainage', 'parks', 'animals', 'noise', 'parking'];
  const found = LETTERS.filter(({ category }) => city.includes(category)).map((letter) => [
    letter.subject,
    find(letter),
  ]);
  expect(found.length).toBeGreaterThan(40);
  expect(found.filter(([, id]) => id !== undefined)).toEqual([]);
});

test('a catalogue with names that contain each other prefers the longer one, and reads a long text', () => {
  const named = (id: string, ar: string, aliases: readonly string[] = []) => ({
    ...{ id, name: { ar, en: id }, department: 'care', aliases },
  });
  const own = serviceFinder([
    named('book', 'حجز ملعب'),
    named('cancel', 'إلغاء حجز ملعب'),
    named('empty', 'خدمة'),
  ]);
  expect(own({ subject: '', text: 'أريد حجز الملعب' })).toBe('book');
  expect(own({ subject: '', text: 'أريد إلغاء حجز الملعب' })).toBe('cancel');
  expect(own({ subject: 'حجز ملعب', text: 'كيف يتم إلغاء حجز الملعب؟' })).toBe('cancel');
  expect(own({ subject: 'خدمة', text: 'متى؟' })).toBeUndefined();
  expect(own({ subject: '', text: `${'حجز '.repeat(50_000)}ملعب` })).toBeUndefined();
});
