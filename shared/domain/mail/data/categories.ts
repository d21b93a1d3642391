import { wordList } from './word-list.ts';

/**
 * The words of a category of `category-names.ts`. `=2` after a word is its weight, 1 by default. Words that
 * mostly name a place have less weight.
 */
export interface CategoryWords {
  readonly id: string;
  readonly words: readonly string[];
}

export const CATEGORIES: readonly CategoryWords[] = [
  {
    id: 'lighting',
    words: wordList(`
      إنارة=2, إنارت*=2, إضاءة=2, مضاء, مظلم*, ظلام, ظلمة, عتمة, معتم*, منطفي*, لمبه*, لمبات, كشاف*, مصباح, مصابيح, عمود, أنوار, عواميد, أسلاك,
      أعمدة, عامود, طافي*, مطفا*, street light*=2, streetlight*=2, lamp*, lighting=2, light pole*=2,
      dark, lights
    `),
  },
  {
    id: 'roads',
    words: wordList(`
      حفرة=2, حفر=2, حفريات=2, أسفلت=2, سفلتة=2, رصيف=2, أرصفة=2, هبوط*, مطب*=2, طريق=0.5, شارع=0.5, شوارع=0.5,
      طرق=0.5, تشقق*, دوار, تقاطع, بلاط, ممشى=0.5, مطبات, جسر, كبري, تزفيت=2, زفت, رصف, تحويلة, إشارة مرور*=2, لوحة إرشادية=2,
      traffic light*=2, road sign*=2, stop sign*=2, junction, crossing, crosswalk*=2, bridge, pothole*=2, asphalt=2, pavement=2, sidewalk*=2,
      speed bump*=2, road*=0.5, street=0.5, intersection
    `),
  },
  {
    id: 'cleanliness',
    words: wordList(`
      نظافة=2, نفاي*=2, قمامة=2, زبالة=2, مخلفات=2, حاوية=2, حاويات=2, حاويتنا=2, كنس, قاذورات=2,
      أنقاض=2, وسخ*, متسخ*, روايح, رايحة, رمي, ردم, سلة, كناس*=2, عمال النظافة=2, garbage=2, trash=2, waste=2, litter*=2, rubbish=2, bin,
      bins, dumpster*=2, container*, recycl*=2, debris=2, cleaning
    `),
  },
  {
    id: 'drainage',
    words: wordList(`
      تسرب*=2, تسريب*=2, سيول=2, سيل, أمطار=2, مطر, تصريف=2, مجاري=2, صرف صحي=2, صرف, بيارة,
      تجمع مياه=2, تجمع*, مياه, ماء, موية, مستنقع*=2, طفح=2, غرق*, ماسورة, بالوعة=2, منهل, منهول=2, نزح=2, مستنقعات=2, غطاء, puddle*=2, flood*=2,
      drain*=2, sewage=2, sewer*=2, water, leak*=2, manhole*, rainwater=2
    `),
  },
  {
    id: 'parks',
    words: wordList(`
      حديقة=2, حدائق=2, منتزه*=2, متنزه*=2, شجر*=2, أشجار=2, تشجير=2, نخل*, نخيل, عشب, مسطح*,
      ممشى, كراسي, مظلات, ألعاب أطفال=2, ألعاب, مراجيح=2, مرجيحة=2, نافورة=2, ري, يابس, park=2, parks=2, playground*=2, tree*=2, garden*,
      swing*, bench*
    `),
  },
  {
    id: 'building-permits',
    words: wordList(`
      رخصة بناء=3, رخص بناء=3, رخصة البناء=3, رخص البناء=3, رخصة إنشاء=3, رخصة هدم=3, رخصة ترميم=3,
      ترميم, بناء, مخالفة بناء=3, مخطط معماري=2, مكتب هندسي=2, شهادة إشغال=3, إتمام البناء=3,
      إتمام بناء=3, فسح, ارتداد*, بناء مخالف=3, دور مخالف=3, ملحق, مخطط, setback*=3, building permit*=3, construction permit*=3, building licen*=3,
      demolition=2, occupancy certificate=3, construction, engineering office=2, permit=2, permits=2, extra floor*=3, third floor=2, build, building a
    `),
  },
  {
    id: 'commercial-licences',
    words: wordList(`
      رخصة تجارية=3, رخص تجارية=3, رخصة محل=3, رخصة نشاط=3, رخصة بلدية=3, رخصة مهنية=3, نشاط تجاري=2,
      سجل تجاري=2, لوحة, لوحات, لافته*, محل, متجر, بسطة=2, بسطات=2, باعة متجول*=3, كشك, مغسلة, street vendor*=3, رخص, ترخيص, تراخيص, commercial licen*=3, municipal licen*=3,
      food truck*=4,
      business licen*=3, shop licen*=3, trade licen*=3, signboard*=2, licence, license, shop, store
    `),
  },
  {
    id: 'land-survey',
    words: wordList(`
      أرض, أراضي=2, قطعة أرض=2, صك=2, صكوك=2, مساحة, مساحي*=2, رفع مساحي=3, قرار مساحي=3, كروكي=2,
      إفراز=2, دمج قطع*=3, تنظيمي, خط التنظيم=2, منحة=2, منح الأراضي=3, حدود, تعدي, تعديات, تعد, نزع ملكية=3, مخطط تنظيمي=3, استحكام=3,
      land, plot=2, deed=2, survey*=2, parcel=2, subdivision=2, expropriat*=3
    `),
  },
  {
    id: 'investment',
    words: wordList(`
      استثمار*=2, مستثمر*=2, عقد, عقود=2, مزايدة=2, مناقصة=2, منافسة, مقاول*, مستخلص*=2, كراسة=2, منافسات=2, مزاد=2, عطاء*=2,
      كراسات=2, إيجار, تأجير, فرص استثمارية=3, فرصة استثمارية=3, invest*=2, contract, contracts=2,
      tender*=2, bid=2, bidding=2, contractor*, lease=2, invoice*
    `),
  },
  {
    id: 'e-services',
    words: wordList(`
      منصة=2, بوابة=2, الخدمات الإلكترونية=3, إلكتروني*=2, تطبيق, موقع إلكتروني=3, الموقع,
      تسجيل الدخول=3, تسجيل دخول=3, كلمة المرور=3, كلمة مرور=3, رمز التحقق=3, حسابي, صفحة, رابط,
      منصة بلدي=2, تطبيق بلدي=2, بوابة بلدي=2, موقع بلدي=2, نفاذ=2, رسالة خطأ, رفع الملف*=2, النظام, سداد, سددت,
      upload*, portal=2, website=2, app=2, application error=2, login=2, log in=2, password=2,
      otp=2, e-service*=3, online service*=3, platform
    `),
  },
  {
    id: 'health',
    words: wordList(`
      مطعم=2, مطاعم=2, بوفية=2, مخبز=2, مقهى, ملحمة=2, بقالة, تسمم=3, طعام=2, أكل, أغذية=2, غذائي*=2,
      منتهي* الصلاحية=3, صلاحية, منتهية, صحية, صراصير=2, فيران, حلاق, صالون, بعوض=2, حشرات=2, ناموس, مراقب صحي=3, المراقب الصحي=3, شهادة صحية=3, لحوم=2, لحم=2, ذبح*=2, تذبح=2, معقم*=2, دواجن=2, مسلخ=2, meat, slaughterhouse=2,
      رش, restaurant*=2, food=2, poison*=2, hygiene=2, expired=2, bakery=2, cafe, mosquito*=2,
      insect*=2, cockroach*=2, rats, pest*=2
    `),
  },
  {
    id: 'noise',
    words: wordList(`
      ضوضاء=3, إزعاج=2, مزعج*, ضجيج=3, أصوات, صوت, مكبرات صوت=3, سماعات=2, حفلات, music, noise=3, noisy=3, loud=2, nuisance
    `),
  },
  {
    id: 'animals',
    words: wordList(`
      كلاب=3, كلب=3, قطط=2, قطة=2, قطو=2, قط, ميتة=0.5, عضه=0.5, حيوان*=2, ضالة, سائبة, نافق*=2, أغنام=2, جمال سائبة=3, إبل, ماعز=2, ثعبان=3, ثعابين=3, أفعى=3, camel*=2, snake*=3, قرود=3, dog=3,
      dogs=3, cats=2, stray=2, animal*=2, monkey*=3, livestock=2
    `),
  },
  {
    id: 'parking',
    words: wordList(`
      مواقف=2, موقف سيارات=3, موقف السيارات=3, موقف, سيارة تالفة=3, موقف خاص=2, سيارات تالفة=3, سيارة مهملة=3,
      شاحنة, شاحنات, سيارات مهملة=3, تالفة, سيارات, سيارة, parking=3, park in front=3, parked=2,
      driveway*=2, garage, truck, trucks, abandoned car*=3, abandoned vehicle*=3, car,
      cars, vehicle*
    `),
  },
];
