/** How a provider of text messages is called. */
export interface MessageProvider {
  /** With `{secret}` where a provider takes its key in the address. */
  readonly url: string;
  readonly method: 'POST' | 'PUT';
  readonly contentType: 'application/json' | 'application/x-www-form-urlencoded';
  /** `plus`: +966512345678. `digits`: 966512345678. */
  readonly number: 'plus' | 'digits';
  /** One header a line. */
  readonly headers?: string | undefined;
  /** The body, with `{number}`, `{text}`, `{id}` and `{secret}` in the places of the values. */
  readonly body: string;
  /** Words that an accepting answer contains. */
  readonly accepted?: string | undefined;
}

/** A text message to one person. */
export interface TextMessage {
  /** The same for each try of one message. */
  readonly id: string;
  /** E.164. */
  readonly to: string;
  readonly text: string;
}

/** A request over HTTP. */
export interface MessageRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const filled = (
  template: string,
  values: Readonly<Record<string, string>>,
  write = (value: string) => value,
) => template.replaceAll(/\{(number|text|id|secret)\}/gu, (_, name: string) => write(values[name] ?? ''));

/** Inside a string of JSON. */
const inJson = (value: string): string => JSON.stringify(value).slice(1, -1);

/** Build the request for a message. Each value is encoded as the type of the body needs it. */
export function messageRequest(
  { url, method, contentType, number, headers = '', body }: MessageProvider,
  { id, to, text }: TextMessage,
  secret: string,
): MessageRequest {
  const values = { id, text, secret, number: number === 'plus' ? to : to.replace(/^\+/u, '') };
  const isJson = contentType === 'application/json';
  const lines = headers.split(/\r?\n/u).filter((line) => line.trim() !== '');
  return {
    url: url.replaceAll('{secret}', encodeURIComponent(secret)),
    method,
    headers: {
      ...Object.fromEntries(
        lines.map((line) => {
          const at = line.indexOf(':');
          // A line break in a secret would begin another header.
          const value = filled(line.slice(at + 1).trim(), values).replaceAll(/[\r\n]/gu, '');
          return [line.slice(0, at).trim(), value];
        }),
      ),
      'content-type': `${contentType}; charset=utf-8`,
    },
    body: filled(body, values, isJson ? inJson : encodeURIComponent),
  };
}
