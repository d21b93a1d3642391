import { wordList } from '../mail/data/word-list.ts';

const wordSet = (text: string): ReadonlySet<string> => new Set(wordList(text));

/** Words before or after a name by which it is the name of a district. */
export const BEFORE_DISTRICT = wordSet(
  'حي, ح, حينا, حيكم, احياء, ضاحية, حارة, district, neighborhood, neighbourhood, hai, hay, hayy, suburb',
);
export const AFTER_DISTRICT = wordSet('district, dist, neighborhood, neighbourhood, area, quarter, suburb');

/** Words directly before a name by which somebody or something is there. */
export const THERE = wordSet(`
  في, من, داخل, قرب, بجوار, بجانب, خلف, امام, شمال, جنوب, شرق, غرب, وسط, سكان, اهالي, اهل, ساكن, نسكن, اسكن, يسكن, منطقة,
  بمنطقة, جهة, ناحية, الى, حتى, عند, باتجاه, اتجاه, نحو, انارة, اضاءة, شوارع, طرق, ارصفة, نظافة, سفلتة, مجاري, in, at, from, to,
  near, inside, around, of
`);

/** Words that make a street, a square or a building of the name beside them. */
export const STREETS = wordSet(`
  شارع, طريق, ش, ممر, جادة, جسر, كوبري, كبري, نفق, دوار, ميدان, تقاطع, مخرج, اشارة, محطة, مسجد, جامع, مدرسة, حديقة, مستشفى,
  مركز, سوق, مجمع, برج, فندق, مطعم, street, st, str, road, rd, avenue, ave, highway, bridge, roundabout, square, mosque,
  school, park, hospital, mall, tower, hotel, station
`);

/** Words before a name alone by which it is the name of a person: a label, a title, or the end of a letter. */
export const PERSONS = wordSet(`
  اسم, اسمي, اسمك, مقدم, مقدمة, مرسل, مرسلة, متصل, متصلة, مواطن, مواطنة, مستفيد, مستفيدة, سيد, سيدة, استاذ, استاذة, مهندس,
  مهندسة, دكتور, دكتورة, شيخ, عميد, لواء, عقيد, موظف, موظفة, مراقب, مفتش, مقاول, د, م, ا, ابو, ام, ابن, بن, بنت, ال, عائلة,
  اخوكم, اختكم, ابنكم, محبكم, تحياتي, تحيات, تحية, تقديري, تقدير, احترام, احترامي, شكرا, شكر, شاكر, شاكرين, mr, mrs, ms, miss,
  dr, eng, sir, madam, name, regards, thanks, sincerely, yours, faithfully, cheers, best
`);

/** «العام» behind the name of a district makes its main street of it, unless a year is meant: «العام الماضي». */
export const YEARS = wordSet('ماضي, قادم, حالي, منصرم, فائت, جديد, هجري, دراسي');

/** Words of a direction or an order that make another district of the name beside them: «النزهة الشمالية». */
export const OTHER_DISTRICT = wordSet(`
  شمالي, شمالية, جنوبي, جنوبية, شرقي, شرقية, غربي, غربية, وسطى, اوسط, جديد, جديدة, قديم, قديمة, اول, اولى, ثاني, ثانية, ثالث,
  ثالثة, رابع, رابعة, خامس, خامسة, علوي, علوية, سفلي, سفلية, كبرى, صغرى, north, northern, south, southern, east, eastern,
  west, western, new, old, upper, lower, central, first, second, third, shamali, shamaliyah, janubi, sharqi, gharbi,
  shamaliya, janubiyah, janubiya, sharqiyah, sharqiya, gharbiyah, gharbiya, jadid, jadidah, jadida
`);
