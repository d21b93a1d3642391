import { describe, expect, test } from 'vitest';
import { type District, districtFinder } from '#shared/domain/places/find-district.ts';

const district = (id: string, ar: string, en: string, more: Partial<District> = {}): District => ({
  ...{ id, name: { ar, en }, aliases: [], ordinaryWord: false, offered: false },
  ...more,
});

const find = districtFinder([
  district('nuzha', 'النزهة', 'Al Nuzha'),
  district('olaya', 'العليا', 'Al Olaya'),
  district('wurud', 'الورود', 'Al Wurud', { ordinaryWord: true }),
  district('rabi', 'الربيع', 'Ar Rabi', { ordinaryWord: true }),
  district('taawun', 'التعاون', 'At Taawun', { ordinaryWord: true }),
  district('naseem-east', 'النسيم الشرقي', 'An Naseem Ash Sharqi', {
    aliases: ['East Naseem', 'النسيم شرق'],
  }),
  district('naseem-west', 'النسيم الغربي', 'An Naseem Al Gharbi'),
  district('king-fahd', 'الملك فهد', 'King Fahd'),
  district('king-abdullah', 'الملك عبدالله', 'King Abdullah'),
  district('tuwaiq', 'طويق', 'Tuwaiq'),
  district('qurtubah', 'قرطبة', 'Qurtubah'),
  district('umm-hamam-east', 'أم الحمام الشرقي', 'Umm Al Hamam Ash Sharqi'),
  district('sulaymaniyah', 'السليمانية', 'As Sulimaniyah', { aliases: ['Sulaymaniyah'] }),
]);

describe('a district as people write it', () => {
  test.each([
    ['حي النزهة', 'nuzha'],
    ['توجد حفرة في حي النزهة قرب المسجد', 'nuzha'],
    ['توجد حفرة بحي النزهه', 'nuzha'],
    ['الإنارة طافية بالنزهه من أسبوع', 'nuzha'],
    ['الإنارة طافية وبالنزهة ثلاث حفر', 'nuzha'],
    ['نحن سكان النزهة نشكركم', 'nuzha'],
    ['حيّ النُّزهة', 'nuzha'],
    ['حي النزهـــة', 'nuzha'],
    ['حى النزهة', 'nuzha'],
    ['حي نزهة', 'nuzha'],
    ['#حي_النزهة', 'nuzha'],
    ['حي/النزهة', 'nuzha'],
    ['حي: النزهة', 'nuzha'],
    ['حي (النزهة)', 'nuzha'],
    ['حي "النزهة"', 'nuzha'],
    ['حي «النزهة»', 'nuzha'],
    ['حي - النزهة', 'nuzha'],
    ['الحي: النزهة\nالشارع: العليا العام', 'nuzha'],
    ['الحي\nالنزهة', 'nuzha'],
    ['الموقع: النزهة، شارع الأمير سعد', 'nuzha'],
    ['الموقع: حي النزهة', 'nuzha'],
    ['الرياض - النزهة - شارع 15', 'nuzha'],
    ['الرياض، النزهة، شارع 15', 'nuzha'],
    ['شمال حي النزهة', 'nuzha'],
    ['حي النزهة شمال الرياض', 'nuzha'],
    ['لحي النزهة وأهله', 'nuzha'],
    ['من حينا النزهة', 'nuzha'],
    ['حي النزهة، شارع العليا', 'nuzha'],
    ['حي النزهة شارع النزهة', 'nuzha'],
    ['ساكن في النزهة وأمر بشارع العليا', 'nuzha'],
    ['Al Nuzha district', 'nuzha'],
    ['Nuzha District, Riyadh', 'nuzha'],
    ['there is a hole in Al-Nuzhah', 'nuzha'],
    ['there is a hole in An Nuzha near the mosque', 'nuzha'],
    ['hai al nozha', 'nuzha'],
    ['Hayy An-Nuzhah', 'nuzha'],
    ['in Alnuzha', 'nuzha'],
    ['the neighbourhood of Al Nuzha', 'nuzha'],
    ['District: Al Nuzha', 'nuzha'],
    ['AL NUZHA DIST.', 'nuzha'],
    ['north of Al Nuzha', 'nuzha'],
    ['in Al Nuzha, east of the mosque', 'nuzha'],
    ['Pothole, Al Olaya, Riyadh', 'olaya'],
    ['in Olayya', 'olaya'],
    ['حي العليا', 'olaya'],
    ['في العليا', 'olaya'],
    ['حي الورود', 'wurud'],
    ['في حي الربيع', 'rabi'],
    ['Ar-Rabi district', 'rabi'],
    ['حي النسيم الشرقي', 'naseem-east'],
    ['في النسيم شرق', 'naseem-east'],
    ['بالنسيم الغربي', 'naseem-west'],
    ['in East Naseem', 'naseem-east'],
    ['حي الملك فهد', 'king-fahd'],
    ['حي الملك عبد الله', 'king-abdullah'],
    ['حي الملك عبدالله', 'king-abdullah'],
    ['King Abdullah District', 'king-abdullah'],
    ['في طويق', 'tuwaiq'],
    ['بطويق الحفر كثيرة', 'tuwaiq'],
    ['بقرطبه', 'qurtubah'],
    ['حي أم الحمام الشرقى', 'umm-hamam-east'],
    ['in Sulaymaniya', 'sulaymaniyah'],
  ])('%s', (text, id) => {
    expect(find(text)).toBe(id);
  });
});

describe('no district', () => {
  test.each([
    ['another district with its name', 'حي النزهة الشمالية'],
    ['the same with a particle', 'بالنزهة الشماليه'],
    ['one by number', 'حي النزهة الثاني'],
    ['a new one', 'في النزهة الجديدة'],
    ['one in English', 'in North Nuzha'],
    ['one behind it in English', 'Al Nuzha North district'],
    ['one in transliteration', 'Al Nuzha Ash Shamaliyah'],
    ['a name of which only a part is a district', 'حي النسيم'],
    ['a street', 'شارع النزهة'],
    ['a street with a particle', 'حفرة بشارع النزهة'],
    ['a road', 'على طريق الملك فهد'],
    ['an abbreviated street', 'ش النزهة'],
    ['an English street', 'on Al Nuzha street'],
    ['an English road', 'in King Abdullah Rd'],
    ['a mosque', 'في مسجد النزهة'],
    ['a school', 'أمام مدرسة النزهة'],
    ['a hospital', 'في مستشفى الملك فهد'],
    ['a person', 'اسمي محمد النزهة وأطلب رخصة'],
    ['a signature', 'وتقبلوا تحياتي\nأحمد العليا'],
    ['an English person', 'My name is Sami Nuzha'],
    ['a title', 'الإدارة العليا'],
    ['a court', 'في المحكمة العليا'],
    ['spring', 'في الربيع القادم'],
    ['cooperation', 'بالتعاون مع البلدية'],
    ['flowers', 'زرعت البلدية الورود'],
    ['an outing', 'خرجنا للنزهة مع العائلة'],
    ['an outing without the article', 'في نزهة'],
    ['a greeting', 'حي الله من جانا'],
    ['a word that begins alike', 'في النزهات'],
    ['several', 'بين حي النزهة وحي العليا'],
    ['nothing', ''],
    ['numbers', '15 20'],
  ])('%s', (_, text) => {
    expect(find(text)).toBeUndefined();
  });

  test('reads a long text in linear time', () => {
    expect(find(`${'حي الملك '.repeat(50_000)}حي النزهة`)).toBeUndefined();
  });
});
