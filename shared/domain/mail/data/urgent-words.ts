import { wordList } from './word-list.ts';

/** Danger to people. */
export const URGENT = wordList(`
  خطر, خطير*, حريق, حرائق, يحترق, تحترق, احترق*, احتراق, نيران, تشتعل, يشتعل, اشتعل*, اشتعال, لهب, ألسنة اللهب,
  دخان كثيف, ماس كهربائي, التماس كهربائي, تماس كهربائي, صعق, صعقة, صعقه*, صعقت*, شرارة, شرارات, شرر,
  تكهرب, يكهرب, تتكهرب, مكهرب*, انفجار*, انفجر*, ينفجر, ستنفجر, سينفجر,
  انهيار*, انهار, انهارت, ينهار, تنهار, سينهار, ستنهار, منهار*, آيل للسقوط, آيلة للسقوط, وشك السقوط, وشك الانهيار,
  غرق, غريق, إصابة, إصابات, مصاب, وفاة, تسمم*, اختناق, اختنق*, طوارئ, عالق* في المصعد, عالق* بالمصعد,
  محتجز*, محاصر*, danger, dangerous, fire, fires, burning, flames, in flames, ablaze, explosion*, explode*, exploding,
  electrocut*, electric shock, live wire*, bare wire*, exposed wire*, exposed cable*, exposed electric*,
  open manhole*, uncovered manhole*, collapse*, collapsing, about to fall, injur*, emergency, life threatening,
  drown*, poisoning, poisoned, suffocat*, trapped
`);

/** Words that together in one sentence mean a danger to people: a subject, and its state. */
export const URGENT_TOGETHER: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    wordList('غاز, غازات, gas'),
    wordList(`
      تسرب*, تسريب*, متسرب*, يتسرب, تتسرب, يسرب, تسرب, رائحة, ريحة, روائح, نشم, أشم, شممنا,
      leak*, smell*, stink*, odour, odor, escaping, hissing
    `),
  ],
  [
    wordList(`
      سلك, أسلاك, كيبل*, كابل*, كهرب*, توصيل*, تمديد*, فتحة, فتحات, حفرة, حفر, بئر, آبار, منهل, مناهل, بيارة,
      بيارات, غرفة تفتيش, غرف تفتيش, مانهول, خندق, لوحة, علبة
    `),
    wordList(`
      مكشوف*, عاري*, عارية, مقطوع*, بلا غطاء, بدون غطاء, غير مغطى, غير مغطاة, من غير غطاء, بدون غطا
    `),
  ],
  [
    wordList('منهل, مناهل, مانهول, غرفة تفتيش, صرف, بيارة, بئر'),
    wordList('غطاء مفقود, غطاؤها مفقود, سرق غطاء*'),
  ],
  [
    wordList(`
      طفل*, أطفال, ولد, ولدي, ابني, ابنتي, بنت, بنتي, رجل, امرأة, شخص, أشخاص, عامل, عمال, أحد, أناس, المارة,
      child*, boy, girl, son, daughter, man, woman, person, people, worker*, somebody, someone
    `),
    wordList(`
      سقط, سقطت, سقطوا, سيسقط, ستسقط, سقوط, وقع في, وقعت في, وقعوا في, طاح, طاحت,
      fell into, fell in, fallen into, falling into, fall on, fall into, falling on
    `),
  ],
  [wordList('wire*, cable*'), wordList('exposed, bare, live, cut, dangling, sparking')],
  [
    wordList('wire*, cable*, pole*, post*, transformer*, socket*, substation*'),
    wordList('spark*, smoke, smoking'),
  ],
  [wordList('محول*, عمود, أعمدة, عداد, طبلون'), wordList('دخان, يدخن, تدخن, شرر, شرار, شرارة')],
  [
    wordList('manhole*, shaft*, pit'),
    wordList('open, uncovered, no cover, without a cover, missing cover, cover is missing'),
  ],
];

/** Names of things and services that contain a word of danger. They are not a danger. */
export const HARMLESS = wordList(`
  طفاية حريق, طفاية الحريق, طفايات حريق, طفايات الحريق, مطفأة حريق, مطفأة الحريق, إنذار حريق, إنذار الحريق,
  إنذار من الحريق, كاشف حريق, مكافحة الحريق, مكافحة الحرائق, إطفاء الحريق, إطفاء الحرائق, ضد الحريق, ضد الحرائق,
  مقاوم للحريق, سلامة من الحريق, وقاية من الحريق, مخرج طوارئ, مخرج الطوارئ, مخارج الطوارئ, خطة الطوارئ, خطة طوارئ,
  رقم الطوارئ, أرقام الطوارئ, قسم الطوارئ, شهادة وفاة, شهادة الوفاة, شهادات الوفاة, تسجيل وفاة,
  fire station, fire stations, fire safety, fire extinguisher, fire extinguishers, fire alarm, fire alarms,
  fire exit, fire exits, fire certificate, fire drill, fire department, fire brigade, fire hydrant, fire hydrants,
  fire protection, fire insurance, fire resistant, emergency exit, emergency exits, emergency number,
  emergency numbers, emergency plan, emergency contact, emergency room
`);

/** Matters that should not wait for their turn. */
export const HIGH = wordList(`
  عاجل*, مستعجل*, ضروري, بأسرع وقت, في أسرع وقت, حادث, حوادث, أطفال, مدرسة, مستشفى, تسرب*, تسريب*, متسرب*, طفح,
  كلاب, مسعورة, urgent*, asap, as soon as possible, immediately, accident*, children, school,
  hospital, flood*, sewage
`);
