import sanitizeHtml, { type Attributes } from 'sanitize-html';
import { HISTORY_RULE } from '#shared/domain/mail/quoted-history.ts';
import { roleOf } from './html-roles.ts';

const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const BLOCKS = wordSet(
  'address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul',
);
/** Blocks with an empty line around them. */
const SPACED = wordSet('blockquote dl h1 h2 h3 h4 h5 h6 ol p pre table ul');
const CELLS = wordSet('td th');
const VOID = wordSet('area base br col embed hr img input link meta param source track wbr');
const DROPPED = ['style', 'script', 'title', 'head', 'textarea', 'option', 'noscript', 'template', 'svg'];
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** The separator before a signature in plain text. */
const SIGNATURE = '-- ';
const BANNER = /^[-_]{4,}/;
/** Outlook and Gmail write every line as a paragraph without margins. */
const TIGHT = /\bMso|\bmargin(?:-top)?:\s*0|\bx_Mso/i;

/** The changes of an open element to the depths below. */
interface Frame {
  readonly quotes: number;
  readonly attributions: number;
  readonly hidden: number;
  readonly pre: number;
  readonly spaced: boolean;
}

/** An open list. `next` is the number of its next item; undefined for a list without numbers. */
interface List {
  next: number | undefined;
}

/** An open link and its words. */
interface Link {
  readonly to: string;
  words: string;
}

const LONGEST_LINK = 1_000;

/** Return the page or the address of a link as it is shown beside its words. Undefined for other links. */
function linkTo(href: string | undefined): string | undefined {
  const to = (href ?? '').trim().replace(/\s+/g, '');
  const address = /^mailto:([^?]{3,320})/i.exec(to)?.[1];
  const shown = address ?? (/^(?:https?|ftp|tel):/i.test(to) ? to : undefined);
  return shown !== undefined && shown.length <= LONGEST_LINK && !/[<>]/.test(shown) ? shown : undefined;
}

const bareLink = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s\u200b]+/g, '')
    .replace(/^(?:https?:\/\/)?(?:www\.)?|^tel:/, '')
    .replace(/\/$/, '');

/** Return true when the words of a link do not show where it leads. */
const isLabel = ({ to, words }: Link): boolean =>
  words.trim() !== '' && !bareLink(words).includes(bareLink(to));

const numberIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^-?\d{1,6}$/.test(text.trim()) ? Number(text) : undefined;

const one = (condition: boolean): number => (condition ? 1 : 0);

/** The text written so far, and the current depth of quotes and hidden elements. */
class Page {
  readonly #lines: string[] = [];
  readonly #open: Frame[] = [];
  #line = '';
  #wantsSpace = false;
  #quotes = 0;
  #attributions = 0;
  #hidden = 0;
  #pre = 0;
  readonly #lists: List[] = [];
  #link: Link | undefined;

  /** Return the mark of a list's item: its number, or a dash. */
  #mark(value: string | undefined): string {
    const list = this.#lists.at(-1);
    if (list?.next === undefined) return '- ';
    const number = numberIn(value) ?? list.next;
    list.next = number + 1;
    return `${number}. `;
  }

  #endLink(): void {
    const link = this.#link;
    this.#link = undefined;
    if (link && isLabel(link)) this.#line = `${this.#line.trimEnd()} <${link.to}>`;
  }

  #write(line: string): void {
    if (this.#wantsSpace && this.#lines.length > 0) this.#lines.push('');
    this.#wantsSpace = false;
    const attributed = this.#attributions > 0 && !BANNER.test(line);
    this.#lines.push((this.#quotes > 0 || attributed) && line !== '' ? `> ${line}` : line);
    // A banner begins a forwarded mail, which is not a quote even inside a quoting element.
    if (this.#attributions > 0 && !attributed) this.#attributions = Number.NEGATIVE_INFINITY;
  }

  /** End the line. Write an empty one for `<br>` and for the non-breaking space of an empty paragraph. */
  #breakLine(always = false): void {
    const written = this.#line;
    const line = this.#pre > 0 ? written.trimEnd() : written.replace(/[ \t\u00a0]+/g, ' ').trim();
    this.#line = '';
    if (line !== '' || always || written.includes('\u00a0')) this.#write(line);
  }

  #count(frame: Frame, step: 1 | -1): void {
    this.#quotes += step * frame.quotes;
    this.#attributions += step * frame.attributions;
    this.#hidden += step * frame.hidden;
    this.#pre += step * frame.pre;
    this.#wantsSpace ||= frame.spaced;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'br' || BLOCKS.has(name)) this.#breakLine(name === 'br');
    if (CELLS.has(name) && this.#line !== '') this.#line += ' ';
    if (name === 'li') this.#line += this.#mark(attributes.value);
    if (name === 'ol') this.#lists.push({ next: numberIn(attributes.start) ?? 1 });
    if (name === 'ul') this.#lists.push({ next: undefined });
    const to = name === 'a' ? linkTo(attributes.href) : undefined;
    if (to !== undefined) this.#link = { to, words: '' };
    const role = roleOf(name, attributes);
    if (role === 'history') this.#write(HISTORY_RULE);
    if (role === 'signature') this.#write(SIGNATURE);
    if (VOID.has(name)) return;
    const frame: Frame = {
      quotes: one(role === 'quote'),
      attributions: one(role === 'attribution'),
      hidden: one(role === 'hidden'),
      pre: one(name === 'pre'),
      spaced: SPACED.has(name) && !TIGHT.test(`${attributes.class} ${attributes.style}`),
    };
    this.#open.push(frame);
    this.#count(frame, 1);
  }

  close(name: string): void {
    if (VOID.has(name)) return;
    if (name === 'a') this.#endLink();
    if (BLOCKS.has(name)) this.#breakLine();
    if (name === 'ol' || name === 'ul') this.#lists.pop();
    const frame = this.#open.pop();
    if (frame) this.#count(frame, -1);
  }

  text(text: string): void {
    if (this.#hidden > 0) return;
    const plain = text.replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
    if (this.#link) this.#link.words += plain;
    if (this.#pre === 0) {
      this.#line += plain.replace(/[\r\n\t]+/g, ' ');
      return;
    }
    const [first = '', ...more] = plain.split(/\r?\n/);
    this.#line += first;
    for (const line of more) {
      this.#breakLine(true);
      this.#line = line;
    }
  }

  toString(): string {
    this.#breakLine();
    return this.#lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }
}

/**
 * Convert an HTML mail to plain text, one line for each block. Prefix quoted history with `> ` as in
 * plain-text mail, so that the same rules find the new part of both. Leave out hidden elements.
 */
export function htmlToText(html: string): string {
  const page = new Page();
  sanitizeHtml(html, {
    allowedTags: [],
    nonTextTags: DROPPED,
    onOpenTag: (name, attributes) => page.open(name, attributes),
    onCloseTag: (name) => page.close(name),
    textFilter: (text) => {
      page.text(text);
      return '';
    },
  });
  return page.toString();
}
