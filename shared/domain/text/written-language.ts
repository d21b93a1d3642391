import { withoutAddresses } from './language.ts';

/** Frequent function words by language (BCP 47). Content words are shared by many languages, these are not. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the and is are was were of to in for on with not my our your you we i it this that have has please from but be there they can will would',
  fr: 'le la les des est et une pour dans je vous nous pas que qui sur mon notre votre avec depuis merci aux cette sont ne plus il y a suis au bonjour actuellement chez jusqu',
  de: 'der die das und ist nicht ein eine ich wir für mit auf dem den von sie bitte unser mein seit auch wird zu im am haben',
  es: 'el los las que es no una para por en mi nuestra nuestro con desde hace muy favor está hay del se su gracias calle',
  it: 'il gli che è non una per in mia nostra con da molto sono questo della nel si per favore',
  pt: 'os que é não uma para por em minha nossa com desde há muito está do da na rua obrigado',
  nl: 'de het een en is niet ik wij voor met op van dat te bij zijn maar sinds graag onze mijn',
  tr: 've bir bu için çok değil var yok bizim benim lütfen ne mi mı olarak gibi kadar daha sokak ama ile da de haftadır gündür çukur lamba sokağımız yol su çöp',
  id: 'yang dan di tidak saya kami untuk dengan ini itu ada sudah belum dari ke mohon tolong anda jalan karena kepada bisa akan pada juga sangat rusak lampu air sampah banjir rumah',
  tl: 'ang ng mga sa po ko namin hindi dito yung ay at na para kami ito wala may siya ninyo aming nasa lang pa kayo rin walang ilaw kalsada kalye sira tubig basura bahay',
  'ur-Latn':
    'hai hain nahi nahin mein ka ki ke se ko mera meri hum hamari hamare aur ye yeh kya bhi raha rahi paani sarak gali bohot bahut kripya mehrbani ji',
  sw: 'na ya wa ni kwa katika hii huu yangu yetu hakuna tafadhali maji barabara sisi mimi',
  so: 'waa iyo oo ku ka la ma waxaan waxa fadlan wadada biyaha aan anaga',
  vi: 'và là không của tôi chúng có cho này đường nước xin vui lòng ở đã',
};
const LISTS = Object.entries(FUNCTION_WORDS).map(([code, words]) => ({
  code,
  words: new Set(words.split(' ')),
}));

/** Languages that a script other than the Arabic and the Latin one names. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['hi', /[\u0900-\u097f]/g],
  ['bn', /[\u0980-\u09ff]/g],
  ['pa', /[\u0a00-\u0a7f]/g],
  ['gu', /[\u0a80-\u0aff]/g],
  ['ta', /[\u0b80-\u0bff]/g],
  ['te', /[\u0c00-\u0c7f]/g],
  ['kn', /[\u0c80-\u0cff]/g],
  ['ml', /[\u0d00-\u0d7f]/g],
  ['si', /[\u0d80-\u0dff]/g],
  ['th', /[\u0e00-\u0e7f]/g],
  ['my', /[\u1000-\u109f]/g],
  ['am', /[\u1200-\u137f]/g],
  ['ja', /[\u3040-\u30ff]/g],
  ['ko', /[\uac00-\ud7af]/g],
  ['zh', /[\u3400-\u9fff]/g],
  ['ru', /[\u0400-\u04ff]/g],
  ['el', /[\u0370-\u03ff]/g],
  ['he', /[\u0590-\u05ff]/g],
];

/** Frequent words of Persian, which uses its letters less than Urdu does. */
const PERSIAN =
  /(?<!\p{L})(?:است|که|از|این|شده|خیابان|برای|نیست|کنید|هستم|شود|کوچه|دارد|نمی\p{L}*|می‌\p{L}*)(?!\p{L})/gu;

/** Languages in the Arabic script, by letters that Arabic does not have. */
const ARABIC_SCRIPT: readonly (readonly [string, RegExp, RegExp?])[] = [
  ['ps', /[\u069a\u0681\u0685\u0693\u0696\u06cd\u06d0]/g],
  ['sd', /[\u067b\u0684\u0687\u068c\u068a\u06a6\u06b3\u06b1\u06bb]/g],
  ['ckb', /[\u06ce\u06c6\u0695\u06b5\u06d5]/g],
  ['ur', /[\u0679\u0688\u0691\u06ba\u06d2\u06d3\u06be\u06c1\u06c2]/g],
  ['fa', /[\u067e\u0686\u0698\u06af]/g, PERSIAN],
];
/** Letters that Gulf dialects borrow, and typing errors, do not make a language. */
const FEWEST_LETTERS = 2;
const FEWEST_WORDS = 2;
const LONGEST = 5_000;

/** The codes of all languages that `writtenLanguage` can return. */
export const WRITTEN_LANGUAGES: readonly string[] = [
  ...new Set([
    'ar',
    'en',
    ...ARABIC_SCRIPT.map(([code]) => code),
    ...SCRIPTS.map(([code]) => code),
    ...LISTS.map(({ code }) => code),
  ]),
];

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function arabicScript(text: string): string {
  const found = ARABIC_SCRIPT.find(([, letters, words]) => {
    if (words === undefined) return count(text, letters) >= FEWEST_LETTERS;
    return count(text, words) + Math.min(1, count(text, letters)) >= FEWEST_WORDS;
  });
  return found?.[0] ?? 'ar';
}

/** Words with letters that only Turkish and its nearest relatives have. */
const TURKISH_LETTERS = /[ığş]/;

function latinScript(text: string): string {
  const words = text
    .toLowerCase()
    .replaceAll('i\u0307', 'i')
    .split(/[^\p{L}']+/u)
    .filter((word) => word !== '');
  const scores = LISTS.map(({ code, words: own }) => {
    const found = words.filter((word) => own.has(word) || (code === 'tr' && TURKISH_LETTERS.test(word)));
    return { code, hits: found.length, kinds: new Set(found).size };
  });
  const english = scores.find(({ code }) => code === 'en')?.hits ?? 0;
  const best = scores
    .filter(({ code }) => code !== 'en')
    .sort((a, b) => b.hits - a.hits || b.kinds - a.kinds)[0];
  return best && best.kinds >= FEWEST_WORDS && best.hits > english ? best.code : 'en';
}

/**
 * Detect the language of a text (BCP 47) by its script, by letters that only some languages have, and by function
 * words. Arabic letters alone are not enough: Urdu and Persian have their own. A text without letters counts as Arabic.
 */
export function writtenLanguage(text: string): string {
  const readable = withoutAddresses(text.slice(0, LONGEST));
  const arabic = count(readable, /[\u0620-\u06d3\ufb50-\ufdff\ufe70-\ufefc]/g);
  const latin = count(readable, /[A-Za-z\u00c0-\u024f\u1e00-\u1eff]/g);
  const scripts = SCRIPTS.map(([code, letters]) => ({ code, letters: count(readable, letters) }));
  const other = scripts.reduce((most, one) => (one.letters > most.letters ? one : most), {
    code: '',
    letters: 0,
  });
  // Japanese is written with Chinese characters too.
  const kana = scripts.find(({ code }) => code === 'ja')?.letters ?? 0;
  if (other.letters > arabic && other.letters * 3 >= latin * 2)
    return kana > 0 && other.code === 'zh' ? 'ja' : other.code;
  return arabic * 3 >= latin * 2 ? arabicScript(readable) : latinScript(readable);
}

/** Return true for a language that is written in Arabic letters. */
export const isArabicScript = (code: string): boolean =>
  code === 'ar' || ARABIC_SCRIPT.some(([language]) => language === code);
