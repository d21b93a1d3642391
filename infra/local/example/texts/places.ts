import type { Language } from '#events/vocabulary.ts';
import type { Random } from '../random.ts';

type Names = Readonly<Record<Language, readonly string[]>>;

export const STREETS: Names = {
  ar: [
    ...['شارع التحلية', 'شارع العليا', 'طريق الملك فهد', 'شارع السلام', 'شارع الأمير سلطان', 'شارع الستين'],
    ...['شارع الجامعة', 'طريق المطار', 'شارع الإمام مسلم', 'شارع الأربعين', 'شارع المدينة', 'شارع الخزان'],
  ],
  en: [
    ...['Tahlia Street', 'Olaya Street', 'King Fahd Road', 'Salam Street', 'Prince Sultan Street'],
    ...['University Street', 'Airport Road', 'Sitteen Street', 'Madinah Street', 'Khazzan Street'],
  ],
};

export const DISTRICTS: Names = {
  ar: [
    ...['حي النرجس', 'حي الياسمين', 'حي الورود', 'حي الربيع', 'حي الروضة', 'حي المروج', 'حي النخيل'],
    ...['حي الفلاح', 'حي الغدير', 'حي الواحة', 'حي الندى', 'حي العقيق', 'حي السويدي', 'حي الشفا'],
  ],
  en: [
    ...['Al Narjis', 'Al Yasmin', 'Al Wurud', 'Al Rabi', 'Al Rawdah', 'Al Muruj', 'Al Nakheel'],
    ...['Al Falah', 'Al Ghadir', 'Al Wahah', 'Al Nada', 'Al Aqiq', 'As Suwaidi', 'Ash Shifa'],
  ],
};

export const PLACES: Names = {
  ar: [
    'المدرسة الابتدائية',
    'جامع الحي',
    'المركز الصحي',
    'الحديقة',
    'محطة الوقود',
    'سوق الخضار',
    'مركز الحي',
  ],
  en: [
    'the primary school',
    'the mosque',
    'the health centre',
    'the park',
    'the petrol station',
    'the market',
  ],
};

const PIN: Readonly<Record<Language, string>> = { ar: 'الموقع على الخريطة: ', en: 'Location: ' };

/** Return a sentence with the link of a map, as people share it, in the north of Riyadh. */
export function pinIn(draw: Random, language: Language): string {
  const [latitude, longitude] = [24.7, 46.6].map((degrees) => degrees + draw.int(0, 150_000) / 1e6);
  return `${PIN[language]}https://maps.google.com/?q=${latitude?.toFixed(6)},${longitude?.toFixed(6)}`;
}

export const GIVEN_NAMES: Names = {
  ar: [
    ...['نورة', 'سعد', 'هند', 'ريم', 'فهد', 'منى', 'عبدالله', 'لمى', 'بندر', 'أمل', 'خالد', 'دانة', 'ماجد'],
    ...['يوسف', 'سارة', 'تركي', 'عائشة', 'محمد', 'غادة', 'سلطان', 'وفاء', 'إبراهيم', 'شهد', 'ناصر', 'مريم'],
  ],
  en: [
    'Omar',
    'Sara',
    'James',
    'Fatima',
    'Ravi',
    'Maria',
    'Ahmed',
    'Grace',
    'Bilal',
    'Anna',
    'Imran',
    'Lucia',
  ],
};

export const FAMILY_NAMES: Names = {
  ar: [
    ...['القحطاني', 'الدوسري', 'العتيبي', 'الشهري', 'المطيري', 'الزهراني', 'الحربي', 'الغامدي', 'السبيعي'],
    ...[
      'الرشيدي',
      'العنزي',
      'الخالدي',
      'القرني',
      'الشمري',
      'البقمي',
      'العمري',
      'الثبيتي',
      'السلمي',
      'الجهني',
    ],
  ],
  en: ['Khan', 'Lee', 'Miller', 'Noor', 'Sharma', 'Santos', 'Hassan', 'Okoro', 'Malik', 'Novak', 'Iqbal'],
};
