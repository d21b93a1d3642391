import { describe, expect, it } from 'vitest';
import { htmlToText } from '#shared/adapters/mail/html-text.ts';
import { confirmsReceipt } from '#shared/domain/mail/automatic-phrases.ts';
import { automaticText } from '#shared/domain/mail/automatic-text.ts';
import { hasNote, isChallenge } from '#shared/domain/mail/automatic-words.ts';
import { readBounceText } from '#shared/domain/mail/bounce-text.ts';
import { isDeliverySubject, saysUndelivered } from '#shared/domain/mail/bounce-words.ts';
import { readCalendar } from '#shared/domain/mail/calendar-note.ts';
import { decodeText } from '#shared/domain/mail/charset.ts';
import { classify } from '#shared/domain/mail/classify.ts';
import { isCoverNote } from '#shared/domain/mail/cover-note.ts';
import { parseMailDate } from '#shared/domain/mail/date.ts';
import { decodeWords } from '#shared/domain/mail/encoded-words.ts';
import { freeReferences } from '#shared/domain/mail/free-references.ts';
import { mailLanguage } from '#shared/domain/mail/mail-language.ts';
import { messageIdIn, originalFields, readReportFields } from '#shared/domain/mail/mail-report.ts';
import { newPart } from '#shared/domain/mail/new-part.ts';
import { readProviderNotice } from '#shared/domain/mail/provider-notice.ts';
import { subjectKey } from '#shared/domain/mail/subject-key.ts';
import { urgencyOf } from '#shared/domain/mail/urgency.ts';
import { wordMatcher } from '#shared/domain/text/word-matcher.ts';

const SIZE = 1_000_000;
const PIECES = [
  'a',
  ' ',
  '\n',
  '>',
  '> > ',
  '<',
  '=?',
  '=?u?q?',
  '=?u?q?a?',
  '?=',
  '=',
  '-',
  '_',
  '- -',
  '--\n',
  ':',
  '@',
  '<a@',
  'on ',
  'On 2026 wrote ',
  'wrote:',
  'في ',
  'كتب ',
  'في 2026 كتب\n',
  'From: a\n',
  'من: ',
  'From: x Sent: ',
  'Sent: y ',
  '+',
  '+A',
  '(',
  '1 ',
  '1 jan 1 ',
  'thank you for your ',
  'مع التحية\n',
  'This is confidential ',
  'BEGIN:VEVENT\n',
  'a:b\n',
  'a:\n\n',
  '<div>',
  '</div>',
  '<p',
  '<blockquote>',
  '<a b="',
  '&amp;',
  '\u0640',
  '\u00e9',
  'ال',
  '?',
] as const;

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  newPart,
  decodeWords,
  parseMailDate,
  automaticText: (text) => automaticText(text).asks(),
  hasNote,
  isChallenge,
  isDeliverySubject,
  saysUndelivered,
  readProviderNotice,
  readCalendar,
  mailLanguage: (text) => mailLanguage(text, text),
  readReportFields: (text) => readReportFields(text, 'delivery', null),
  'readBounceText, a line of addresses': (text) =>
    readBounceText(text.replaceAll('\n', ' '), { subject: '', failed: [], others: [], returned: '' }),
  readBounceText: (text) => readBounceText(text, { subject: text, failed: [], others: [], returned: text }),
  classify: (text) => classify(text.slice(0, 1_000), text),
  'classify, in the subject': (text) => classify(text.slice(0, SIZE / 20), ''),
  wordMatcher: (text) => wordMatcher(text.slice(0, SIZE / 20)).has('a a b'),
  urgencyOf,
  freeReferences,
  messageIdIn,
  originalFields,
  confirmsReceipt,
  isCoverNote,
  subjectKey,
  'decodeText as UTF-7': (text) => decodeText(Buffer.from(text), 'utf-7'),
  'decodeText without a label': (text) => decodeText(Buffer.from(text), null),
  htmlToText: (text) => htmlToText(text.slice(0, SIZE / 4)),
};

/** No time is measured: a backtracking pattern would exceed the timeout of the test. */
describe('a megabyte of one thing over and over', () => {
  it.each(Object.keys(READERS))(
    'is read by %s',
    (name) => {
      const read = READERS[name];
      const answered = PIECES.filter((piece) => {
        read?.(piece.repeat(Math.ceil(SIZE / piece.length)));
        return true;
      });
      expect(answered).toHaveLength(PIECES.length);
    },
    60_000,
  );
});
