import { automaticPhrases } from './automatic-phrases.ts';
import type { AutomaticText } from './automatic-text.ts';
import { classify } from './classify.ts';
import { NOTICE_WORDS, type NoticeWords } from './data/notice-words.ts';
import { phraseKey } from './data/word-list.ts';
import { phraseFinder } from './phrase-finder.ts';

const LONGEST_SUBJECT = 500;
const LONGEST_NOTICE = 2_000;
const FEWEST_SIGNS = 3;
const FEWEST_NOTE_WORDS = 3;

const subjectKey = (subject: string): string => phraseKey(subject.slice(0, LONGEST_SUBJECT));
const notices = (kind: Exclude<keyof NoticeWords, 'language' | 'source'>): readonly string[] => [
  ...new Set(NOTICE_WORDS.flatMap((one) => one[kind])),
];

const REPLY_SUBJECTS = automaticPhrases('replySubjects');
const ABSENCE_SUBJECTS = automaticPhrases('absenceSubjects');
const READ_SUBJECTS = notices('readSubjects');
const RECALL_SUBJECTS = notices('recallSubjects');
const CALENDAR_SUBJECTS = notices('calendarSubjects');

const noticesIn = phraseFinder({
  read: notices('read'),
  yours: notices('yours'),
  recall: notices('recall'),
  challenge: notices('challenge'),
  calendar: notices('calendar'),
  notes: notices('notes'),
  ticket: notices('ticketSubjects'),
  until: automaticPhrases('until'),
  absent: automaticPhrases('absent'),
});

/** After the phrase, a person continues a sentence; a machine continues with punctuation, a date, or nothing. */
const END =
  /^\s*(?:$|[\]:;,.!()–—\u2026\u060c-]|(?:until|till|from|through|re:|back|returning|حتي|لغايه|الي يوم|الي تاريخ|من تاريخ|اعتبارا|bis|vom|jusqu|du|hasta|fino|tot|até|تک|तक|sampai|hingga|至|から)(?:\s|$))/;
/** A date or a day, or words that announce one. */
const PERIOD =
  /\d|until|till|back|return|monday|sunday|tomorrow|week|حتي|لغايه|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|غدا|الاسبوع|عودتي|bis|jusqu|retour|hasta|regreso/;

const startOf = (text: string, words: readonly string[]): string | undefined =>
  words
    .filter((word) => text.startsWith(word))
    .reduce<string | undefined>(
      (longest, word) => (word.length > (longest?.length ?? 0) ? word : longest),
      undefined,
    );
const noticesOf = (text: string) => noticesIn(phraseKey(text.slice(0, LONGEST_NOTICE)));

/** A subject without brackets and the marks of a list at its begin. */
const bare = (subject: string): string =>
  subjectKey(subject)
    .replace(/^[[(*\s]+/, '')
    .replace(/^(?:i am|i'm|im) (?:currently )?/, '');

/** Return what follows one of the phrases at the beginning of a subject, if it is not a sentence of a person. */
function after(subject: string, words: readonly string[]): string | undefined {
  const key = bare(subject);
  const word = startOf(key, words);
  if (word === undefined) return undefined;
  const rest = key.slice(word.length);
  return word.endsWith(':') || END.test(rest) ? rest.replace(/^[\]):;,.!–—\u2026\u060c\s-]+/, '') : undefined;
}

const isMatter = (text: string): boolean => /[?؟]/.test(text) || classify('', text).confident;

/**
 * Return true for the subject of an automatic reply: "Automatic reply: …", «رد تلقائي: …». With `Re:` before it, a
 * person answers one.
 */
const isAutoReplySubject = (subject: string): boolean => after(subject, REPLY_SUBJECTS) !== undefined;

/** Return true for a subject of an absence, whatever follows. People write it too: "Out of office: garbage". */
function isAbsenceSubject(subject: string): boolean {
  const rest = after(subject, ABSENCE_SUBJECTS);
  return rest !== undefined && (!bare(subject).startsWith('auto:') || noticesIn(rest).has('absent'));
}

/**
 * Return true when a headerless mail with the subject of an absence is one: its text says so, or it has no text and the
 * subject only says how long. In doubt it is not.
 */
export function isAbsence(subject: string, words: AutomaticText): boolean {
  const rest = after(subject, ABSENCE_SUBJECTS);
  if (rest === undefined || !isAbsenceSubject(subject)) return false;
  const { absent, until, machine, others, isEmpty } = words;
  if (words.asks()) return false;
  if (absent || machine || until) return others <= (absent ? 2 : 1);
  return isEmpty && (rest === '' || noticesIn(rest).has('until') || (PERIOD.test(rest) && !isMatter(rest)));
}

/** Return true when a mail under the subject of an automatic reply is one: its text has the words of one, or none. */
export function isAutoReply(subject: string, words: AutomaticText): boolean {
  if (!isAutoReplySubject(subject) || /[?؟]/.test(subject)) return false;
  const { absent, received, machine, until, courteous, isEmpty } = words;
  return isEmpty || absent || machine || ((received || until || courteous) && !words.asks());
}

/** Return true for the subject of a calendar's response to an invitation. */
export const isCalendarSubject = (subject: string): boolean =>
  startOf(subjectKey(subject), CALENDAR_SUBJECTS) !== undefined;

/** Return true when a person wrote a note beside a calendar's response, besides the words of the calendar. */
export function hasNote(text: string): boolean {
  const found = noticesOf(text);
  if (found.has('notes')) return true;
  return !found.has('calendar') && (text.match(/\p{L}+/gu)?.length ?? 0) >= FEWEST_NOTE_WORDS;
}

/** Return true for a read receipt in prose: its subject and its text say that a mail was read or deleted. */
export function isReadReceipt(subject: string, text: string): boolean {
  if (startOf(subjectKey(subject), READ_SUBJECTS) === undefined) return false;
  const found = noticesOf(text);
  return found.has('read') && found.has('yours') && !/[?؟]/.test(text);
}

/** A person recalls in the first person. Programs name who recalls. */
const RECALLS_SELF =
  /(?<!\p{L})(?:i would like|i want|i wish|we would like|ich möchte|je souhaite|je voudrais|اود|ارغب|اريد|نود|نرغب)(?!\p{L})/u;

/** Return true for Outlook's recall of a mail, and for a report about one. */
export const isRecall = (subject: string, text: string): boolean =>
  startOf(subjectKey(subject), RECALL_SUBJECTS) !== undefined &&
  noticesOf(text).has('recall') &&
  !RECALLS_SELF.test(phraseKey(text.slice(0, LONGEST_NOTICE)));

/** The pages on which filters let authors prove themselves, and the words of their mails. */
const FILTER_PAGE =
  /https?:\/\/(?:[\w-]+\.)?(?:boxbe|spamarrest|bluebottle|mailblocks|sendio|knowspam|choicemail|vanquish)\.(?:com|net|org)\b/i;
const FILTERED = /guest list|waitlist|\binbox\b|\bconfirm|\bverif|being held|deliver|screens your/i;

/** Return true when a filter wants the author of a mail to prove being a person, by a link, or confirms it. */
export function isChallenge(text: string): boolean {
  const head = text.slice(0, LONGEST_NOTICE);
  if (!/https?:\/\//i.test(head)) return false;
  const words = head.replace(/https?:\S+/gi, ' ');
  const isFilter = FILTER_PAGE.test(head) && FILTERED.test(words) && !/[?؟]/.test(words) && !isMatter(words);
  return isFilter || noticesOf(text).has('challenge');
}

/** A subject of a desk that names the number of its case. */
const NUMBERED_CASE =
  /(?:^\s*\[?|\()(?:case|ticket|request|incident|enquiry|inquiry|sr|inc)[\s#:]{0,3}\d{3,}/i;
/** The number of a ticket, after its label or in brackets. */
const NUMBER =
  /(?:#|no\.?|number|رقم|nummer|número|numéro|numara\w*|نمبر|संख्या|নম্বর|号|nomor|номер)\s*:?\s*(?:(?:is|هو|lautet|est|es|ist)\s)?[\p{L}-]{0,8}[\d٠-٩]{2,}|\(#?\d{3,}\)|رقم \p{L}{2,10} [\d٠-٩]{2,}|\[[\p{L} -]{0,12}#?[\p{L}-]{0,8}\d{2,}/iu;

/**
 * Return true when another desk confirms our mail without any header. People also write that they received
 * something, so several signs are needed: the subject, a confirmation, a number, a machine's own words. A person who
 * repeats a confirmation is not a machine.
 */
export function isDeskReceipt(subject: string, text: string, words: AutomaticText): boolean {
  const { received, machine, until, others, personal } = words;
  if (/[?؟]/.test(text) || personal || !(received || machine)) return false;
  if (machine && received) return true;
  const isTicket = noticesIn(subjectKey(subject)).has('ticket') || NUMBERED_CASE.test(subject);
  const isNumbered = NUMBER.test(`${subjectKey(subject)}\n${text.slice(0, LONGEST_NOTICE)}`);
  const signs = [isTicket, received, machine, isNumbered, until].filter(Boolean).length;
  return signs >= FEWEST_SIGNS && (isTicket || machine) && others <= 2 && (isTicket || !words.asks());
}
