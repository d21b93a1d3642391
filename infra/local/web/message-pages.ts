import { Hono } from 'hono';
import { html } from 'hono/html';
import { textSize } from '#shared/domain/surveys/outcome-text.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import { plural } from '#shared/domain/text/plural.ts';
import type { LocalCentre } from '../centre.ts';
import { localPage, wordsFor } from './local-page.ts';

const SHOWN = 200;

const LETTERS = {
  zero: 'بلا حروف',
  one: 'حرف واحد',
  two: 'حرفان',
  few: '# حروف',
  many: '# حرفًا',
  other: '# حرف',
};
const SEGMENTS = {
  ...{ zero: 'بلا مقاطع', one: 'مقطع واحد', two: 'مقطعان' },
  ...{ few: '# مقاطع', many: '# مقطعًا', other: '# مقطع' },
};

/** Return the size of a message as the network counts it. */
function sizeText(text: string, language: 'ar' | 'en'): string {
  const { letters, segments } = textSize(text);
  if (language === 'ar') return `${plural(letters, LETTERS)} · ${plural(segments, SEGMENTS)}`;
  return `${letters} letters · ${segments === 1 ? '1 segment' : `${segments} segments`}`;
}

/** The text of a message with its links. */
const linked = (text: string) =>
  text.split(/(https?:\/\/\S+)/u).map((part) =>
    // Only the pages of this centre are in these messages.
    /^https?:/u.test(part) ? html`<a href="${part}"><bdi dir="ltr">${part}</bdi></a>` : html`${part}`,
  );

/** The text messages that were stored instead of sent. */
export function messagePages({ messages }: Pick<LocalCentre, 'messages'>): Hono {
  const app = new Hono();
  app.get('/mailbox/messages', (c) => {
    const { w, language } = wordsFor(c);
    const stored = messages.list(SHOWN);
    return localPage(c, {
      title: w.messagesTitle,
      here: '/mailbox',
      body: html`<h1>${w.messagesTitle}</h1><p>${w.messagesText}</p>
${stored.length === 0 ? html`<p class="card">${w.keptEmpty}</p>` : ''}
${stored.map(
  ({ to, text, at }) => html`<section class="card">
<dl class="facts"><dt>${w.to}</dt><dd><bdi dir="ltr">${to}</bdi></dd><dt>${w.storedAt}</dt><dd>${formatInstant(at, language)}</dd>
<dt>${w.messageSize}</dt><dd>${sizeText(text, language)}</dd></dl>
<p dir="auto">${linked(text)}</p></section>`,
)}`,
    });
  });
  return app;
}
