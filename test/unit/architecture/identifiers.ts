/** Comments, texts and regular expressions, which are not code, and the braces that may end a template's code. */
const TOKEN =
  /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|(?<=[=(,:?&|![{;>]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*|[`{}]/gu;
const TEXT_OF_TEMPLATE = /(?:\\[\s\S]|\$(?!\{)|[^\\`$])*(?:`|\$\{)/uy;
const IDENTIFIER = /(?<![\w$])[\p{L}_$][\w$]*/gu;

/** Return the source with everything but code replaced by blanks. The code inside a template stays. */
function codeOf(source: string): string {
  let code = '';
  let at = 0;
  /** The open braces; true for one that continues a template when it is closed. */
  const open: boolean[] = [];
  const skipText = (from: number): number => {
    TEXT_OF_TEMPLATE.lastIndex = from;
    const text = TEXT_OF_TEMPLATE.exec(source)?.[0] ?? source.slice(from);
    if (text.endsWith('{')) open.push(true);
    return from + text.length;
  };
  for (;;) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(source);
    if (!found) return code + source.slice(at);
    const [token] = found;
    code += `${source.slice(at, found.index)} `;
    at = found.index + token.length;
    if (token === '{') open.push(false);
    if (token === '`' || (token === '}' && open.pop())) at = skipText(at);
  }
}

/** Return the identifiers of a TypeScript file, each once. */
export const identifiersOf = (source: string): string[] => [
  ...new Set(codeOf(source).match(IDENTIFIER) ?? []),
];

/** Return the words of a name in camel case or with hyphens, in lower case. */
export const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/gu, '-')
    .toLowerCase()
    .split(/[^a-z0-9]+/u);
