export type ParsedText =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** Places of duplicate keys in an object. The value contains the last one. */
      readonly repeated: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

/**
 * The engine quotes ten characters on either side of a syntax error, and does not always give the position.
 */
const QUOTED = /, (\.\.\.)?"([\s\S]*)"(?:\.\.\.)? is not valid JSON$/;
const QUOTED_BEFORE = 10;

/** Return the position of an error, unless its message already contains it. */
function placeOf(text: string, message: string): string {
  const [, cut, quoted = ''] = QUOTED.exec(message) ?? [];
  const token = /^Unexpected token '([\s\S]+?)', /.exec(message)?.[1] ?? '';
  const start = quoted === '' ? -1 : text.indexOf(quoted);
  if (start < 0) return '';
  const at = cut === undefined ? text.indexOf(token, start) : start + QUOTED_BEFORE;
  const before = text.slice(0, at < 0 ? start : at).split('\n');
  return ` near line ${before.length} column ${(before.at(-1) ?? '').length + 1}`;
}

/** Return the position after the string that begins at `start`. */
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** Return the duplicate keys of the objects in a text, each with its line. The text must be valid JSON. */
function repeatedKeys(text: string): string[] {
  const open: (Set<string> | undefined)[] = [];
  const found: string[] = [];
  let key = '';
  let line = 1;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') {
      const end = stringEnd(text, at);
      key = text.slice(at, end);
      at = end - 1;
    } else if (sign === '{') open.push(new Set());
    else if (sign === '[') open.push(undefined);
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === '\n') line++;
    else if (sign === ':') {
      if (open.at(-1)?.has(key) === true) found.push(`line ${line} repeats the key ${key}`);
      open.at(-1)?.add(key);
    }
  }
  return found;
}

/**
 * Parse JSON text, with or without a byte order mark. An error names the position.
 * @internal exported for tests
 */
export function parseJson(text: string): ParsedText {
  const plain = text.replace(/^\uFEFF/, '');
  try {
    return { ok: true, value: JSON.parse(plain), repeated: repeatedKeys(plain) };
  } catch (cause) {
    const { message } = cause as Error;
    const kept = message.replace(QUOTED, '');
    return { ok: false, message: `is not JSON (${kept}${placeOf(plain, message)})` };
  }
}

/** Detect the encoding of a text by its first bytes. */
const encodingOf = ([first, second]: Uint8Array): string => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
};

/** Parse the bytes of a JSON file: UTF-8, or UTF-16 with a byte order mark. */
export function parseBytes(bytes: Uint8Array): ParsedText {
  const encoding = encodingOf(bytes);
  try {
    return parseJson(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, message: `is not text (expected ${encoding})` };
  }
}
