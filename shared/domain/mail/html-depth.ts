const DEEPEST = 400;
/** Elements without content, and those a parser closes by itself when the next one begins. */
const FLAT = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th thead tbody tfoot'.split(
    ' ',
  ),
);

/**
 * Whether HTML nests elements deeper than any page a person sees (browsers flatten at 512). Parsers need
 * quadratic time on such input; this takes one pass and errs on the side of "too deep".
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

/** The words of HTML that no parser should see: tags cut out, nothing else understood. Not safe as HTML. */
export function wordsOnly(html: string): string {
  return html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[ \t\u00a0]+/g, ' ')
    .trim();
}
