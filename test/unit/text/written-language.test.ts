import { expect, it } from 'vitest';
import { languageNames } from '#functions/web/shell/text/language-name.ts';
import { WRITTEN_LANGUAGES, writtenLanguage } from '#shared/domain/text/written-language.ts';
import { SAMPLE } from '#test/unit/mail/labelled.ts';
import { LETTERS } from '#test/unit/mail/letters.ts';

it.each([
  ['ar', 'حفرة'],
  ['ar', 'الشارع مظلم چذي من أسبوع'],
  ['ar', 'گلفون شارع التحلية فيه حفرة'],
  ['ar', 'Sir please السلام عليكم حفرة كبيرة في الشارع'],
  ['ar', ''],
  ['en', 'Lamp broken'],
  ['en', 'No light in Al Nada street'],
  ['en', 'Pls fix lamp asap'],
  ['ur', 'محلے کی سڑک پر پانی کھڑا ہے اور بچوں کو اسکول جانے میں مشکل ہو رہی ہے'],
  ['ur', 'گلی میں روشنی نہیں'],
  ['ur-Latn', 'Hamari gali mein bohot paani hai aur sarak kharab hai'],
  ['fa', 'در خیابان ما چراغ خراب است لطفا تعمیر کنید'],
  ['ps', 'زموږ په کوڅه کې اوبه ولاړې دي او ښه نه دي'],
  ['hi', 'हमारी गली की बत्ती खराब है'],
  ['bn', 'আমাদের রাস্তার বাতি নষ্ট'],
  ['ml', 'തെരുവ് വിളക്ക് കേടായി'],
  ['ta', 'தெரு விளக்கு எரியவில்லை'],
  ['tl', 'Sira po ang ilaw sa aming kalye, paki ayos po'],
  ['tl', 'Walang ilaw sa kalsada'],
  ['id', 'Lampu jalan di depan rumah saya tidak menyala sejak minggu lalu'],
  ['id', 'Jalan rusak'],
  ['tr', 'Sokağımızdaki lamba bir haftadır yanmıyor, lütfen tamir edin'],
  ['tr', 'Çukur var'],
  ['fr', 'La lampe de ma rue est en panne depuis une semaine'],
  ['de', 'Die Laterne in unserer Straße ist seit einer Woche kaputt'],
  ['es', 'La farola de mi calle está rota desde hace una semana'],
  ['zh', '我们街道的路灯坏了'],
  ['ja', '街灯が壊れています'],
  ['ko', '가로등이 고장났습니다'],
  ['ru', 'Фонарь на нашей улице не работает'],
  ['am', 'መንገዱ ተበላሽቷል'],
])('%s: %s', (code, text) => {
  expect(writtenLanguage(text)).toBe(code);
});

it('takes every Arabic and English mail of the labelled sample for one', () => {
  const texts = [...LETTERS.map(({ text }) => text), ...SAMPLE.map(([text]) => text)];
  expect(texts.filter((text) => !['ar', 'en'].includes(writtenLanguage(text)))).toEqual([]);
});

it('has a name for each language, the languages of the centre first', () => {
  const names = languageNames('ar');
  expect(names.slice(0, 2)).toEqual([
    ['ar', 'العربية'],
    ['en', 'الإنجليزية'],
  ]);
  expect(names.map(([code]) => code).sort()).toEqual([...WRITTEN_LANGUAGES].sort());
  expect(names.filter(([code, name]) => name === code)).toEqual([]);
});
