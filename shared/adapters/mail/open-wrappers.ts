import type { MailAttachment, MailLimits } from '#shared/domain/mail/parsed-mail.ts';
import { prescan } from '#shared/domain/mail/prescan.ts';
import { signedContent } from '#shared/domain/mail/signed-content.ts';
import { readTnef } from '#shared/domain/mail/tnef.ts';
import { cleanName, typeByName } from './attachment-name.ts';
import { type CollectedMail, collectParts } from './collect-parts.ts';
import { bodyOf, htmlBody, joined, type MailBody } from './mail-body.ts';

const TNEF = /^application\/(?:vnd\.)?ms-tnef$/;
const CMS = /^application\/(?:x-)?pkcs7-mime$/;
const TYPE = /^[\w.+-]{1,80}\/[\w.+-]{1,120}$/;
/** Gateways declare both as plain bytes, so check the file's name too. */
const isTnef = ({ type, name }: MailAttachment): boolean => TNEF.test(type) || /^winmail\.dat$/i.test(name);
const isCms = ({ type, name }: MailAttachment): boolean => CMS.test(type) || /\.p7m$/i.test(name);
/** Maximum depth of nested wrappers. */
const DEEPEST = 3;

/** The content of a mail's wrappers. A wrapper that cannot be opened stays a file. */
export interface Opened {
  readonly attachments: readonly MailAttachment[];
  readonly body: MailBody;
}

function insideTnef(wrapper: MailAttachment): Opened | undefined {
  const inside = readTnef(wrapper.content);
  if (!inside || (inside.files.length === 0 && inside.text === '' && inside.html === '')) return undefined;
  const attachments = inside.files.map(({ name, type, content }, at): MailAttachment => {
    const own = content.slice();
    const shown = cleanName(name) || `attachment-${at + 1}`;
    const mediaType = TYPE.test(type) ? type.toLowerCase() : typeByName(shown);
    return {
      ...{ name: shown, type: mediaType, size: own.length, content: own },
      ...{ inline: false, contentId: null },
    };
  });
  const { text, html } = inside;
  return { attachments, body: html === '' ? { text, html: null, tooDeep: false } : htmlBody(html) };
}

async function insideSignature(
  { content }: MailAttachment,
  limits: MailLimits,
  depth: number,
): Promise<Opened | undefined> {
  const inside = signedContent(content);
  if (!inside || prescan(inside, limits)) return undefined;
  return openWrappers(await collectParts(inside, limits), limits, depth + 1);
}

/**
 * Return the text and files of a mail, including the content of Outlook's wrapper (`winmail.dat`) and of
 * opaque signatures.
 */
export async function openWrappers(found: CollectedMail, limits: MailLimits, depth = 0): Promise<Opened> {
  const attachments: MailAttachment[] = [];
  const bodies = [found.root ? bodyOf(found.root) : joined([])];
  for (const one of found.attachments) {
    const opened =
      depth >= DEEPEST
        ? undefined
        : isTnef(one)
          ? insideTnef(one)
          : isCms(one)
            ? await insideSignature(one, limits, depth)
            : undefined;
    attachments.push(...(opened?.attachments ?? [one]));
    // Outlook's wrapper repeats the mail's text, so use it only when the mail has none.
    const isNews = opened && (isCms(one) || bodies.every(({ text }) => text.trim() === ''));
    if (isNews) bodies.push(opened.body);
  }
  return { attachments, body: bodies.length === 1 ? (bodies[0] ?? joined([])) : joined(bodies) };
}
