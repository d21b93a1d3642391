import { wordList } from '../mail/data/word-list.ts';

const wordSet = (text: string): ReadonlySet<string> => new Set(wordList(text));

/** Words before or after a name by which it is the name of a district. */
export const BEFORE_DISTRICT = wordSet(
  'حي, حينا, حيكم, احياء, ضاحية, حارة, district, neighborhood, neighbourhood, hai, hay, hayy, suburb',
);
export const AFTER_DISTRICT = wordSet('district, dist, neighborhood, neighbourhood, area, quarter, suburb');

/** Words directly before a name by which somebody or something is there. */
export const THERE = wordSet(`
  في, من, داخل, قرب, بجوار, بجانب, خلف, امام, شمال, جنوب, شرق, غرب, وسط, سكان, اهالي, اهل, ساكن, نسكن, اسكن, يسكن, منطقة,
  بمنطقة, جهة, ناحية, in, at, from, near, inside, around, of
`);

/** Words that make a street, a square or a building of the name beside them. */
export const STREETS = wordSet(`
  شارع, طريق, ش, ممر, جادة, جسر, كوبري, كبري, نفق, دوار, ميدان, تقاطع, مخرج, اشارة, محطة, مسجد, جامع, مدرسة, حديقة, مستشفى,
  مركز, سوق, مجمع, برج, فندق, مطعم, street, st, str, road, rd, avenue, ave, highway, bridge, roundabout, square, mosque,
  school, park, hospital, mall, tower, hotel, station
`);

/** Words of a direction or an order that make another district of the name beside them: «النزهة الشمالية». */
export const OTHER_DISTRICT = wordSet(`
  شمالي, شمالية, جنوبي, جنوبية, شرقي, شرقية, غربي, غربية, وسطى, اوسط, جديد, جديدة, قديم, قديمة, اول, اولى, ثاني, ثانية, ثالث,
  ثالثة, رابع, رابعة, خامس, خامسة, علوي, علوية, سفلي, سفلية, كبرى, صغرى, north, northern, south, southern, east, eastern,
  west, western, new, old, upper, lower, central, first, second, third, shamali, shamaliyah, janubi, sharqi, gharbi,
  shamaliya, janubiyah, janubiya, sharqiyah, sharqiya, gharbiyah, gharbiya, jadid, jadidah, jadida
`);
