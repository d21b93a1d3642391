import { CATALOGUE, MEASURE_IDS } from '#shared/domain/reports/catalogue.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';

interface Element {
  readonly tag: string;
  readonly attributes: string;
}

/** Elements without content. Those of a drawing end with a slash. */
const EMPTY = new Set(['input', 'br', 'img', 'meta', 'link', 'hr']);
const PIECE = /<(\/?)([a-z][\w-]*)([^>]*)>|([^<]+)/giu;

/** Return each text of a page with the elements around it. */
function* textsOf(page: string): Generator<{ readonly text: string; readonly around: readonly Element[] }> {
  const around: Element[] = [];
  for (const [, isEnd, tag = '', attributes = '', text] of page.matchAll(PIECE)) {
    if (text !== undefined) yield { text, around: [...around] };
    else if (isEnd) around.splice(around.findLastIndex((one) => one.tag === tag));
    else if (!EMPTY.has(tag) && !attributes.endsWith('/')) around.push({ tag, attributes });
  }
}

const isNumber = ({ tag, attributes }: Element): boolean =>
  tag === 'td' || tag === 'dd' || /class="(bar-value|headline-number)"/u.test(attributes);
/** Notes beside a number, definitions, and numbers that say why they have no list. */
const isLeftOut = ({ tag, attributes }: Element): boolean =>
  tag === 'small' || tag === 'svg' || /data-unlisted=|card (definitions|on-screen)/u.test(attributes);

/** Return the numbers of a page that lead nowhere and do not say why. */
export const leadingNowhere = (page: string): string[] =>
  [...textsOf(page.slice(page.indexOf('<main')))].flatMap(({ text, around }) =>
    /[1-9]/u.test(toLatinDigits(text)) &&
    around.some(isNumber) &&
    !around.some(isLeftOut) &&
    !around.some(({ tag }) => tag === 'a')
      ? [
          `${around
            .map(({ tag }) => tag)
            .slice(-4)
            .join(' ')}: ${text.trim()}`,
        ]
      : [],
  );

/** A number with the address of its cases. `count` is the number of rows that its list must have. */
export interface LeadingNumber {
  readonly href: string;
  readonly count: number | undefined;
}

/** Their lists may have a few rows more or fewer: a mean or a share leaves some out. */
const NEAR = new Set(
  MEASURE_IDS.filter((id) => CATALOGUE[id].isNear).map((id) => CATALOGUE[id].behind?.join(' ') ?? ''),
);
const isNear = (of: readonly string[]): boolean =>
  NEAR.has(of.join(' ')) || of.some((one) => /^(speed|breached\|department)\|/u.test(one));

/** Return the numbers of a page that lead to their cases. */
export function leadingNumbers(page: string): LeadingNumber[] {
  return [...page.matchAll(/<a class="behind" href="(\/figures\/behind[^"]+)">(.*?)<\/a>/gsu)].map(
    ([, href = '', inside = '']) => {
      const address = href.replaceAll('&amp;', '&');
      const text = inside.replace(/<[^>]+>/gu, ' ').trim();
      const [, n] = /n\s=\s(\d+)/u.exec(text) ?? [];
      const whole = /^\d+$/u.test(text) ? text : undefined;
      const of = new URL(address, 'http://centre').searchParams.getAll('of');
      const count = n ?? whole;
      return {
        href: address,
        count: count === undefined || (whole === undefined && isNear(of)) ? undefined : Number(count),
      };
    },
  );
}

/** Return the number that a list shows, and how many rows it has on its first page or says that it had. */
export function listedOn(page: string): {
  readonly number: number;
  readonly rows: number;
  readonly isWhole: boolean;
} {
  const [, number = 'NaN'] = /<strong class="share">(-?\d+)<\/strong>/u.exec(page) ?? [];
  const body = /<table class="listed">.*?<tbody>(.*?)<\/tbody>/su.exec(page)?.[1] ?? '';
  return {
    number: Number(number),
    rows: body.split('<tr>').length - 1,
    isWhole: !page.includes('rel="next"'),
  };
}
