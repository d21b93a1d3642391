import type { MessageProvider } from './message-request.ts';

/** Names of headers and fields under which providers take a key. An author or a keyword is not one. */
const SECRET_NAME =
  /(?:api|app|access|secret|private|auth|account)[-_ ]?(?:key|id|sid)$|(?:^|[-_ ])(?:key|sid|sig)$|token|secret|passw|passcode|pwd|credential|signature|cookie|auth(?!or(?!iz))/iu;
/** A place is filled when the message is sent. */
const PLACE = /\{(?:secret|id|number|text)\}/u;

const isWritten = ([name, value]: readonly [string, unknown]): boolean =>
  SECRET_NAME.test(name) && String(value ?? '').trim() !== '' && !PLACE.test(String(value));

/** Return the named values of JSON, at any depth. */
function* namedIn(value: unknown): Generator<readonly [string, unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, one] of Object.entries(value)) {
    if (typeof one === 'object') yield* namedIn(one);
    else yield [name, one];
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const inHeaders = (text: string): (readonly [string, string])[] =>
  text
    .split(/\r?\n/u)
    .map((line) => [line.split(':')[0]?.trim() ?? '', line.slice(line.indexOf(':') + 1)] as const);

/**
 * Return the part of a provider in which a key is written out. Many people read the settings, so that a key has its
 * place by `{secret}`.
 */
export function writtenSecret({
  url,
  headers = '',
  body,
  contentType,
}: Pick<MessageProvider, 'headers' | 'body' | 'contentType'> & { readonly url?: string | undefined }):
  | 'url'
  | 'headers'
  | 'body'
  | undefined {
  const { searchParams } = new URL(url !== undefined && URL.canParse(url) ? url : 'https://x.example');
  if ([...searchParams].some(isWritten)) return 'url';
  if (inHeaders(headers).some(isWritten)) return 'headers';
  const fields =
    contentType === 'application/json' ? [...namedIn(parsed(body))] : [...new URLSearchParams(body)];
  return fields.some(isWritten) ? 'body' : undefined;
}
