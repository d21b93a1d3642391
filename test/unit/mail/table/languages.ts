import { plain, type Row } from './row.ts';

/** A mail in a language that is neither of the centre's: named, and not classified by its words. */
const foreign = (name: string, language: string, subject: string, text: string): Row => ({
  name,
  raw: plain(text, `Subject: ${subject}`),
  out: { kind: null, language, category: 'other', decision: 'open', reasons: [`language:${language}`] },
});
const ofTheCentre = (name: string, language: 'ar' | 'en', category: string, text: string): Row => ({
  name,
  raw: plain(text, 'Subject: x'),
  out: { language, category },
});

export const LANGUAGE_ROWS: readonly Row[] = [
  foreign('Urdu', 'ur', 'پانی', 'ہمارے محلے کی سڑک پر گندا پانی کھڑا ہے، براہ کرم صفائی کروائیں۔'),
  foreign('Urdu with the word for a school', 'ur', 'مدرسہ', 'مدرسہ کے سامنے گڑھا ہے اور بچے گرتے ہیں'),
  foreign('Urdu under an Arabic subject', 'ur', 'شكوى', 'گلی میں روشنی نہیں ہے، لائٹ خراب ہے'),
  foreign(
    'Urdu in Latin letters',
    'ur-Latn',
    'Light',
    'Hamari gali mein light nahi hai aur bohot andhera hai',
  ),
  foreign('Persian', 'fa', 'چراغ', 'در خیابان ما چراغ خراب است، لطفا تعمیر کنید'),
  foreign('Pashto', 'ps', 'کوڅه', 'زموږ په کوڅه کې اوبه ولاړې دي او څوک نه ښکاري'),
  foreign('Hindi', 'hi', 'बत्ती', 'हमारी गली की बत्ती एक सप्ताह से खराब है, कृपया ठीक करें।'),
  foreign('Bengali', 'bn', 'বাতি', 'আমাদের রাস্তার বাতি এক সপ্তাহ ধরে নষ্ট।'),
  foreign('Malayalam', 'ml', 'വിളക്ക്', 'ഞങ്ങളുടെ തെരുവിലെ വിളക്ക് കേടായി.'),
  foreign('Tamil', 'ta', 'விளக்கு', 'எங்கள் தெரு விளக்கு எரியவில்லை.'),
  foreign('Filipino', 'tl', 'Ilaw', 'Sira po ang ilaw sa aming kalye, sana po ay maayos ninyo.'),
  foreign(
    'Filipino with English words',
    'tl',
    'Park',
    'Wala pong tubig ang park sa tapat ng bahay namin, at ang mga bata ay nauuhaw.',
  ),
  foreign('Indonesian', 'id', 'Lampu', 'Lampu jalan di depan rumah saya tidak menyala sejak minggu lalu.'),
  foreign(
    'Indonesian with a word of Arabic origin',
    'id',
    'Sampah',
    'Sampah di depan masjid kami sudah seminggu tidak diambil, mohon bantuannya.',
  ),
  foreign('Turkish', 'tr', 'Lamba', 'Sokağımızdaki lamba bir haftadır yanmıyor, lütfen tamir edin.'),
  foreign('Turkish, short', 'tr', 'Çukur', 'Yolda çukur var, çok tehlikeli.'),
  foreign('Turkish, two words', 'tr', 'Lamba', 'Lamba yanmıyor'),
  foreign('Turkish, letters alone', 'tr', 'Direk', 'Elektrik direği düştü, kırıldı'),
  foreign(
    'French with words that Dutch has',
    'fr',
    'Fuite',
    'Bonjour, je suis actuellement sans eau jusqu’au soir. En cas de pluie, de la boue en cave.',
  ),
  foreign('French', 'fr', 'Lampe', 'La lampe de ma rue est en panne depuis une semaine.'),
  foreign('German', 'de', 'Laterne', 'Die Laterne in unserer Straße ist seit einer Woche kaputt.'),
  foreign('Spanish', 'es', 'Farola', 'La farola de mi calle está rota desde hace una semana.'),
  foreign('Chinese', 'zh', '路灯', '我们街道的路灯坏了一个星期。'),
  foreign('Russian', 'ru', 'Фонарь', 'Фонарь на нашей улице не работает уже неделю.'),
  foreign('Amharic', 'am', 'መንገድ', 'መንገዱ ለአንድ ሳምንት ተበላሽቷል።'),
  ofTheCentre('Arabic with letters of the Gulf', 'ar', 'lighting', 'إنارة الشارع مطفية چذي من أسبوع'),
  ofTheCentre(
    'Arabic with a Persian keyboard',
    'ar',
    'lighting',
    'انارة الشارع مطفأة منذ اسبوع یا ادارة الانارة',
  ),
  ofTheCentre(
    'English with a foreign street',
    'en',
    'lighting',
    'The street lamp in Rue de la Paix is broken',
  ),
  ofTheCentre('English, short', 'en', 'lighting', 'Street lamp broken'),
  ofTheCentre(
    'Arabic above a quote in Urdu',
    'ar',
    'roads',
    'حفرة كبيرة في الشارع أمام المدرسة\n\nOn Nov 22, 2026 Ali <a@example.com> wrote:\n> گلی میں روشنی نہیں ہے، لائٹ خراب ہے',
  ),
];
