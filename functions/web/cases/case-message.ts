import type { Message } from '#shared/domain/cases/message-schema.ts';
import { isUnproven } from '#shared/domain/mail/unproven.ts';
import { can } from '../shell/access.ts';
import { ltr } from '../shell/badges.ts';
import { foreignLine, foreignText } from '../shell/foreign-text.ts';
import { safeName } from '../shell/http/download.ts';
import { type Html, html, raw } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { staffName, type View } from '../shell/view.ts';
import { caseText } from './text/case-text.ts';

const kilobytes = (size: number): string =>
  size < 1_000_000 ? `${Math.max(1, Math.round(size / 1000))} KB` : `${(size / 1_000_000).toFixed(1)} MB`;

/** A text with more characters or lines may be higher than its box on a narrow screen, and scrolls in it. */
const FITS = { characters: 120, lines: 3 };
const mayScroll = (text: string): boolean =>
  text.length > FITS.characters || text.split('\n').length > FITS.lines;

/**
 * Return text of a sender. Each paragraph has its own direction and cannot reorder the text around it. A text that may
 * scroll is reached by the keyboard.
 */
export const prose = (text: string): Html =>
  html`<div class="prose" ${mayScroll(text) && raw('tabindex="0"')}>${text
    .split(/\n{2,}/u)
    .map((paragraph) => html`<p dir="auto">${foreignText(paragraph)}</p>`)}</div>`;

const addressLine = (label: string, addresses: readonly string[]): Html =>
  addresses.length === 0
    ? html``
    : html`<p class="faint">${label}: ${addresses.map(
        (one, at) => html`${at > 0 && ' · '}<bdi dir="ltr">${one}</bdi>`,
      )}</p>`;

/** Return the sender of a message: staff by their name in the settings, all others by name and address. */
function senderLine({ from, direction }: Message, view: View): Html {
  if (!from) return html``;
  const { name, address } = from;
  if (direction !== 'in' && !address.includes('@')) {
    const listed = staffName(view, address);
    return html`<p class="from">${foreignLine(listed === address ? name || address : listed)}</p>`;
  }
  return html`<p class="from">${foreignLine(name || address)}${
    name && html` <bdi dir="ltr" class="faint">${address}</bdi>`
  }</p>`;
}

/** Return a message of the timeline: its new text first, everything else behind one click. */
export function messageCard(caseId: string, message: Message, view: View): Html {
  const w = caseText[view.language];
  const opensFiles = can(view, 'cases.files');
  const base = `/cases/${caseId}/messages/${message.id}`;
  const { attachments, html: markup, fullText, automatic, thanks, direction } = message;
  return html`<div class="message message-${direction}">
${senderLine(message, view)}
${addressLine(w.sentTo, direction === 'out' ? message.to : [])}
${addressLine(w.replyTo, [message.replyTo ?? [], message.otherReplyTo ?? []].flat())}
${addressLine(w.cc, message.cc ?? [])}
${automatic !== undefined && html`<p class="tag">${w.machine}</p>`}
${direction === 'in' && isUnproven(message.reasons) && html`<p class="badge badge-warn">${w.unproven}</p>`}
${thanks && html`<p class="tag">${w.thanks}</p>`}
${prose(message.text)}
${
  attachments.length > 0 &&
  !opensFiles &&
  html`<p class="faint">${icon('file')}${w.attachments}: ${ltr(String(attachments.length))}</p>`
}
${
  attachments.length > 0 &&
  opensFiles &&
  html`<h4 class="visually-hidden">${w.attachments}</h4><ul class="files">${attachments.map(
    ({ name, size }, at) =>
      html`<li><a href="${base}/attachments/${at + 1}" download>${icon('file')}${foreignLine(safeName(name))}</a> <bdi
  dir="ltr" class="faint">${kilobytes(size)}</bdi></li>`,
  )}</ul>`
}
<div class="more">${
    fullText !== undefined && html`<details><summary>${w.fullText}</summary>${prose(fullText)}</details>`
  }
${
  markup !== undefined &&
  opensFiles &&
  html`<details>
<summary>${w.asSent}</summary><iframe src="${base}/html" sandbox="allow-popups" loading="lazy"
  title="${w.frameTitle}"></iframe></details>`
}
${message.rawKey !== undefined && opensFiles && html`<a class="faint" href="${base}/raw" download>${w.raw}</a>`}</div>
</div>`;
}
