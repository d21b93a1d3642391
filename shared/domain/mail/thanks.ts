import { THANKS_WORDS, type ThanksWords } from './data/thanks-words.ts';
import { phraseKey } from './data/word-list.ts';
import type { ParsedMail } from './parsed-mail.ts';
import { newPartOf } from './part-of-mail.ts';
import { contextOf } from './reply-context.ts';

type Words = Exclude<keyof ThanksWords, 'language' | 'source'>;

const all = (kind: Words): readonly string[] =>
  [...new Set(THANKS_WORDS.flatMap((one) => one[kind]))].sort((a, b) => b.length - a.length);

const THANKS = all('thanks');
const OTHERS = new Set(all('others'));
const TITLES = new Set(all('titles'));
const REACTIONS = all('reactions');

/** Thanks are short. */
const LONGEST = 400;
/** Names below the thanks, and the words of a name. */
const NAME_WORDS = 4;
/** A logo in a signature is smaller than a photograph. */
const LOGO = 50_000;

const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u200d/gu;
/** Signs of displeasure or of a question. With one of them, a reaction is a message for an agent. */
const DISPLEASED = /[👎😠😡🤬😞😔😢😭😤😒🙁☹😟😕💔🤮🤢😩😫🆘❓❔❌⛔😖😣🤦🖕]/u;
const PLEASED = /[👍🙏❤♥💚💙💜🧡💛😊🙂😀😃😄😁☺🌹💐👏✅✔👌🎉😍🥰🤝💯⭐🌟🌸🌺💪😇🫡🙌]/u;

/** Chinese is written without spaces: its phrases are words of their own. */
const spaced = (text: string): string =>
  text.replace(/[\u3400-\u9fff]+/g, (run) => {
    let rest = run;
    for (const phrase of [...THANKS, ...OTHERS].filter((one) => /^[\u3400-\u9fff]+$/.test(one)))
      rest = rest.replaceAll(phrase, ` ${phrase} `);
    return ` ${rest} `;
  });

const wordsOf = (line: string): string[] =>
  spaced(phraseKey(line))
    .replace(EMOJI, ' ')
    .replace(/[^\p{L}\p{M}\p{N}'\s-]+/gu, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^[-']+|[-']+$/g, ''))
    .filter((word) => word !== '');

/** Remove the phrases of thanks from a line. */
function withoutThanks(words: readonly string[]): {
  readonly rest: readonly string[];
  readonly thanked: boolean;
} {
  let text = ` ${words.join(' ')} `;
  const before = text;
  for (const phrase of THANKS) {
    if (text.includes(phrase)) text = text.replaceAll(` ${phrase} `, '  ').replaceAll(` و${phrase} `, '  ');
  }
  return { rest: text.split(/\s+/).filter(Boolean), thanked: text !== before };
}

const isCourtesy = (word: string): boolean => OTHERS.has(word) || TITLES.has(word);

/** Return the words of a line that are neither courtesies nor the name after a title. */
function strange(words: readonly string[], line: string): string[] {
  return words.filter((word, at) => {
    if (isCourtesy(word) || isCourtesy(word.replace(/^[ول]/, ''))) return false;
    if (at > 0 && TITLES.has(words[at - 1] ?? '')) return false;
    // A capital letter inside a sentence begins a name: "Thanks Ahmad".
    const [initial = '', ...others] = word;
    const capital = initial.toUpperCase();
    return capital === initial || !new RegExp(`(?<=\\S\\s)${capital}${others.join('')}\\b`).test(line);
  });
}

/** Return true when every word of a text is a courtesy, and one of them thanks, praises or confirms. */
function isThanksText(text: string): boolean {
  if (text.length > LONGEST || /[?؟？]/.test(text) || DISPLEASED.test(text)) return false;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  let thanked = false;
  for (const [at, line] of lines.entries()) {
    const words = wordsOf(line);
    const found = withoutThanks(words);
    const unknown = strange(found.rest, line);
    const isName = thanked && !found.thanked && at === lines.length - 1 && words.length <= NAME_WORDS;
    if (unknown.length > 0 && !(isName && !unknown.some((word) => /\d/.test(word)))) return false;
    thanked ||= found.thanked || (words.length === 0 && PLEASED.test(line));
  }
  return thanked;
}

/** Return true for the sentence of a program about a reaction: "👍 Sara reacted to your message". */
const isReactionText = (text: string): boolean => {
  const [first = '', ...more] = text.split('\n').filter((line) => line.trim() !== '');
  const start = phraseKey(`${first} ${more[0] ?? ''}`).slice(0, LONGEST);
  return more.length <= 1 && REACTIONS.some((phrase) => start.includes(phrase)) && !DISPLEASED.test(start);
};

/**
 * Return true when a reply asks for nothing: a reaction of Gmail or Outlook, a thumb, or thanks alone. A file, a
 * question, an unhappy sign or any other word makes it a message that an agent must see.
 */
export function asksForNothing(
  mail: Pick<
    ParsedMail,
    'subject' | 'text' | 'html' | 'inReplyTo' | 'references' | 'attachments' | 'reaction'
  >,
): boolean {
  const context = contextOf(mail);
  const hasFiles = mail.attachments.some(({ inline, size }) => !inline || size > LOGO);
  if (hasFiles || context.forwards) return false;
  if (mail.reaction !== undefined) return !DISPLEASED.test(mail.reaction);
  const text = newPartOf(mail);
  // The subject of a mail that answers nothing is a part of its text.
  const whole = context.answers === true ? text : `${mail.subject}\n${text}`;
  return isThanksText(whole) || isReactionText(text);
}
