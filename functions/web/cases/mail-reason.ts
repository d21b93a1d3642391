import type { CaseType } from '#events/vocabulary.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { typeLabel } from '../shell/text/labels.ts';
import { languageName } from '../shell/text/language-name.ts';
import { categoryName, type View } from '../shell/view.ts';
import { mailBecame, mailReasonText } from './text/mail-reason-text.ts';

/** `category:roads:حفرة` or `type:report:بلاغ`. */
const SPOKE = /^(?<kind>category|type):(?<id>[a-z-]+)(?::(?<word>.*?)\*?)?$/u;
/** `language:ur`. */
const WRITTEN_IN = /^language:([\w-]{2,12})$/;
const WORDS_SHOWN = 6;

/** Return the text of a reason, or the code itself when it has no text, such as a code of an older version. */
export function mailReason(code: string, { language }: Pick<View, 'language'>): string {
  const written = WRITTEN_IN.exec(code)?.[1];
  if (written !== undefined) return mailBecame.writtenIn[language](languageName(written, language));
  return mailReasonText(code)?.[language] ?? code;
}

/** Describe the type or category chosen for a mail, and the words of the mail that led to it. */
function taken(kind: 'type' | 'category', reasons: readonly string[], view: View): Html | undefined {
  const { language } = view;
  const spoke = reasons.map((reason) => SPOKE.exec(reason)?.groups ?? {}).filter((one) => one.kind === kind);
  const [first] = spoke;
  if (first?.id === undefined) return undefined;
  const name = kind === 'type' ? typeLabel[first.id as CaseType]?.[language] : categoryName(view, first.id);
  const spokenWords = spoke.flatMap(({ word }) => (word === undefined ? [] : [word])).slice(0, WORDS_SHOWN);
  const shown = spokenWords.map((word, at) => {
    const shownWord = word === '?' ? mailBecame.question[language] : html`«${foreignLine(word)}»`;
    return html`${at > 0 && (language === 'ar' ? '، ' : ', ')}${shownWord}`;
  });
  return html`${mailBecame[kind][language]}: ${name ?? first.id}${
    shown.length > 0 && html` ${mailBecame.because[language]} ${shown}`
  }`;
}

/** Explain the decision about a mail: the result and its reasons. */
export function mailWhy({ reasons, channel }: Message, result: 'opened' | 'appended', view: View): Html {
  if (channel !== 'mail' || reasons.length === 0) return html``;
  const { language } = view;
  const comma = language === 'ar' ? '، ' : ', ';
  const decided = reasons.filter((code) => !SPOKE.test(code)).map((code) => mailReason(code, view));
  const classified = [taken('type', reasons, view), taken('category', reasons, view)].filter(
    (one) => one !== undefined,
  );
  return html`<p class="faint why"><strong>${
    mailBecame[result][language]
  }</strong>:${decided.length > 0 && html` ${decided.join(comma)}.`}${classified.map((one) => html` ${one}.`)}</p>`;
}
