import { ADDRESS_ROWS } from './addresses.ts';
import { ATTACHMENT_ROWS } from './attachments.ts';
import { AUTHOR_LINE_ROWS } from './author-lines.ts';
import { BESIDE_MACHINE_ROWS } from './beside-machines.ts';
import { BOUNCE_PART_ROWS } from './bounce-parts.ts';
import { BOUNCE_ROWS } from './bounces.ts';
import { BROKEN_ROWS } from './broken.ts';
import { CHARSET_ROWS } from './charsets.ts';
import { CLIENT_QUOTE_ROWS } from './client-quotes.ts';
import { FOOTER_MACHINE_ROWS, FOOTER_PERSON_ROWS } from './footers.ts';
import { ABSENCE_ROWS, NOTICE_ROWS } from './headerless.ts';
import { HEADER_ROWS } from './headers.ts';
import { HTML_LINK_ROWS } from './html-links.ts';
import { HTML_ROWS } from './html-quotes.ts';
import { LANGUAGE_ROWS } from './languages.ts';
import { LETTER_HEAD_ROWS } from './letter-heads.ts';
import { MACHINE_ROWS } from './machines.ts';
import { MARKED_MACHINE_ROWS } from './marked-machines.ts';
import { MARKED_REPORT_ROWS } from './marked-reports.ts';
import { OPENED_ROWS } from './opened.ts';
import { POSING_ROWS } from './posing.ts';
import { QUOTE_ROWS } from './quotes.ts';
import { REPORT_ROWS } from './reports.ts';
import type { Row } from './row.ts';
import { SHORT_REPLY_ROWS } from './short-replies.ts';
import { TEXT_TYPE_ROWS } from './text-types.ts';
import { THANKS_ROWS } from './thanks.ts';
import { UNSEEN_MACHINE_ROWS, UNSEEN_PERSON_ROWS } from './unseen.ts';
import { WRAPPER_ROWS } from './wrappers.ts';
import { WRITTEN_REFERENCE_ROWS } from './written-references.ts';

/** Every mail of the table, by kind. */
export const TABLE: Readonly<Record<string, readonly Row[]>> = {
  charsets: CHARSET_ROWS,
  'types of text': TEXT_TYPE_ROWS,
  headers: HEADER_ROWS,
  addresses: ADDRESS_ROWS,
  'broken mail': BROKEN_ROWS,
  attachments: ATTACHMENT_ROWS,
  wrappers: [...WRAPPER_ROWS, ...OPENED_ROWS],
  'quoted history': QUOTE_ROWS,
  'quoted history by program': CLIENT_QUOTE_ROWS,
  'quoted history in HTML': HTML_ROWS,
  'links and lists in HTML': HTML_LINK_ROWS,
  'letters and quoted fields': LETTER_HEAD_ROWS,
  'short replies': SHORT_REPLY_ROWS,
  'lines of the author': AUTHOR_LINE_ROWS,
  'posing and standing in': POSING_ROWS,
  'references as people write them': WRITTEN_REFERENCE_ROWS,
  thanks: THANKS_ROWS,
  languages: LANGUAGE_ROWS,
  machines: MACHINE_ROWS,
  'machines by their headers': MARKED_MACHINE_ROWS,
  'reports by their parts': MARKED_REPORT_ROWS,
  'absences without a header': ABSENCE_ROWS,
  'notices without a header': NOTICE_ROWS,
  'people beside machines': BESIDE_MACHINE_ROWS,
  'unseen machines': [...UNSEEN_MACHINE_ROWS, ...FOOTER_MACHINE_ROWS],
  'unseen people': [...UNSEEN_PERSON_ROWS, ...FOOTER_PERSON_ROWS],
  reports: REPORT_ROWS,
  bounces: [...BOUNCE_ROWS, ...BOUNCE_PART_ROWS],
};
