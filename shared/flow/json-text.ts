export type ParsedText =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

/** The engine quotes ten characters on either side of what it cannot read, and not always says where. */
const QUOTED = /, (\.\.\.)?"([\s\S]*)"(?:\.\.\.)? is not valid JSON$/;
const QUOTED_BEFORE = 10;

/** Where an error lies, unless its message says it already. */
function placeOf(text: string, message: string): string {
  const [, cut, quoted = ''] = QUOTED.exec(message) ?? [];
  const token = /^Unexpected token '([\s\S]+?)', /.exec(message)?.[1] ?? '';
  const start = quoted === '' ? -1 : text.indexOf(quoted);
  if (start < 0) return '';
  const at = cut === undefined ? text.indexOf(token, start) : start + QUOTED_BEFORE;
  const before = text.slice(0, at < 0 ? start : at).split('\n');
  return ` near line ${before.length} column ${(before.at(-1) ?? '').length + 1}`;
}

/** Reads JSON text, with or without a byte order mark; an error names the place. */
export function parseJson(text: string): ParsedText {
  const plain = text.replace(/^\uFEFF/, '');
  try {
    return { ok: true, value: JSON.parse(plain) };
  } catch (cause) {
    const { message } = cause as Error;
    const kept = message.replace(QUOTED, '');
    return { ok: false, message: `is not JSON (${kept}${placeOf(plain, message)})` };
  }
}
