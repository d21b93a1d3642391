const DEEPEST = 400;
/** Elements without content, and those that a parser closes when the next one begins. */
const FLAT = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th thead tbody tfoot'.split(
    ' ',
  ),
);

/**
 * Return true when HTML is nested deeper than any real page (browsers flatten at 512). Parsers need quadratic
 * time for such input. This check takes one pass, and in doubt returns true.
 */
export function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, closing, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9:-]{0,30})/gi)) {
    if (FLAT.has(name.toLowerCase())) continue;
    depth = closing === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/**
 * Extract the words of HTML that is too complex for a parser: cut out the tags. The result is not safe as
 * HTML.
 */
export function wordsOnly(html: string): string {
  return html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[ \t\u00a0]+/g, ' ')
    .trim();
}
