import { wordList } from './word-list.ts';

/** Danger to people. */
export const URGENT = wordList(`
  خطر, خطير*, حريق, حرائق, يحترق, ماس كهربائي, التماس كهربائي, تماس كهربائي, صعق, صعقة,
  كهرباء مكشوفة, أسلاك مكشوفة, سلك مكشوف, كيبل مكشوف, كابل مكشوف, أسلاك كهربائي* مكشوفة, مكشوف*,
  انهيار, آيل للسقوط, آيلة للسقوط, غرق, إصابة, إصابات, مصاب, وفاة, تسمم, تسرب غاز, طوارئ,
  فتحة مكشوفة, danger, dangerous, fire, electrocut*, electric shock, live wire*, exposed wire*,
  exposed cable*, exposed electric*, open manhole*, collapse*, injur*, emergency, gas leak*,
  life threatening, drown*, poisoning
`);

/** Matters that should not wait for their turn. */
export const HIGH = wordList(`
  عاجل*, مستعجل*, ضروري, بأسرع وقت, في أسرع وقت, حادث, حوادث, أطفال, مدرسة, مستشفى, تسرب*, طفح,
  كلاب, مسعورة, urgent*, asap, as soon as possible, immediately, accident*, children, school,
  hospital, flood*, sewage
`);
