import sanitizeHtml, { type Attributes } from 'sanitize-html';
import { roleOf } from './html-roles.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const BLOCKS = words(
  'address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul',
);
/** Blocks with an empty line around them. */
const SPACED = words('blockquote dl h1 h2 h3 h4 h5 h6 ol p pre table ul');
const CELLS = words('td th');
const VOID = words('area base br col embed hr img input link meta param source track wbr');
const DROPPED = ['style', 'script', 'title', 'head', 'textarea', 'option', 'noscript', 'template', 'svg'];
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** What Outlook writes above the mail it answers, and what stands before a signature in plain text. */
const RULE = '________________________________';
const SIGNATURE = '-- ';
const BANNER = /^[-_]{4,}/;

interface Open {
  readonly name: string;
  readonly quotes: number;
  readonly attributions: number;
  readonly hidden: number;
  readonly lists: number;
}

/** The lines written so far, and how deep in quotes and hidden elements the reader stands. */
class Page {
  readonly #lines: string[] = [];
  readonly #open: Open[] = [];
  #line = '';
  #wantsSpace = false;
  #quotes = 0;
  #attributions = 0;
  #hidden = 0;
  #pre = 0;

  #write(line: string): void {
    const attributed = this.#attributions > 0 && !BANNER.test(line);
    this.#lines.push((this.#quotes > 0 || attributed) && line !== '' ? `> ${line}` : line);
  }

  /** Ends the line; an empty one is written only when somebody asked for it. */
  breakLine(always = false): void {
    const line = this.#line.replace(/[ \t\u00a0]+/g, ' ').trim();
    this.#line = '';
    if (line === '' && !always) return;
    if (this.#wantsSpace && this.#lines.length > 0) this.#lines.push('');
    this.#wantsSpace = false;
    this.#write(line);
  }

  #block(name: string, attributes: Attributes): void {
    this.breakLine();
    // Outlook and Gmail write every line as a paragraph without space around it.
    const tight = name === 'p' && /\bMso|margin(?:-top)?:\s*0/i.test(`${attributes.class} ${attributes.style}`);
    if (SPACED.has(name) && !tight) this.#wantsSpace = true;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'br') this.breakLine(true);
    if (BLOCKS.has(name)) this.#block(name, attributes);
    if (CELLS.has(name) && this.#line !== '') this.#line += ' ';
    if (name === 'li') this.#line += '- ';
    const role = roleOf(name, attributes);
    if (role === 'history' || role === 'signature') {
      this.breakLine();
      this.#write(role === 'history' ? RULE : SIGNATURE);
    }
    if (VOID.has(name)) return;
    const frame: Open = {
      name,
      quotes: role === 'quote' ? 1 : 0,
      attributions: role === 'attribution' ? 1 : 0,
      hidden: role === 'hidden' ? 1 : 0,
      lists: name === 'pre' ? 1 : 0,
    };
    this.#open.push(frame);
    this.#count(frame, 1);
  }

  #count(frame: Open, step: 1 | -1): void {
    this.#quotes += step * frame.quotes;
    this.#attributions += step * frame.attributions;
    this.#hidden += step * frame.hidden;
    this.#pre += step * frame.lists;
  }

  close(name: string): void {
    if (VOID.has(name)) return;
    if (BLOCKS.has(name)) this.breakLine();
    const frame = this.#open.pop();
    if (frame) this.#count(frame, -1);
    if (SPACED.has(name)) this.#wantsSpace ||= this.#lines.at(-1) !== '' && name !== 'p';
    if (name === 'p') this.#wantsSpace ||= false;
  }

  text(text: string): void {
    if (this.#hidden > 0) return;
    const plain = text.replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
    if (this.#pre === 0) {
      this.#line += plain.replace(/[\r\n\t]+/g, ' ');
      return;
    }
    const [first = '', ...more] = plain.split(/\r?\n/);
    this.#line += first;
    for (const line of more) {
      this.breakLine(true);
      this.#line = line;
    }
  }

  toString(): string {
    this.breakLine();
    return this.#lines.join('\n').replace(/\n{3,}/g, '\n\n').trim();
  }
}
