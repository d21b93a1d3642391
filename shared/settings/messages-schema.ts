import * as z from 'zod';
import { messageRequest } from '#shared/domain/surveys/message-request.ts';
import { writtenSecret } from '#shared/domain/surveys/written-secret.ts';

const ADDRESS = 'expected a public address that begins with https://';
const HEADERS = 'expected lines such as "Authorization: Bearer {secret}"';
const WRITTEN = 'expected {secret} in the place of a key, because many people read the settings';
const BODY = 'expected a text with {number} and {text}, and no other words in braces but {secret} and {id}';

/** Names of private networks (RFC 6761, RFC 6762, RFC 8375). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|arpa|onion|test|invalid)$/u;
const IP = /^(?:\[.*\]|\d+\.\d+\.\d+\.\d+)$/u;

/**
 * Return true for a name with a dot that is not of a private network. The addresses of the name are checked when it is
 * called. A parsed address of the web writes each form of an IPv4 address with dots.
 */
const isPublicName = (host: string): boolean => {
  const name = host.replace(/\.$/u, '');
  return name.includes('.') && !IP.test(name) && !LOCAL_NAME.test(name);
};

/** Return the parts of an address whose place for the secret has a value. */
const filledWith = (text: string, secret: string): URL | undefined => {
  const filled = text.replaceAll('{secret}', secret);
  return URL.canParse(filled) && !/[{}]/u.test(filled) ? new URL(filled) : undefined;
};

function isProviderAddress(text: string): boolean {
  const url = filledWith(text, 'a');
  if (!url || url.host !== filledWith(text, 'b')?.host) return false;
  const { protocol, username, password, hash, hostname } = url;
  return protocol === 'https:' && username === '' && password === '' && hash === '' && isPublicName(hostname);
}

const PLACE = /\{([\p{L}_-]+)\}/gu;
const PLACES = new Set(['number', 'text', 'secret', 'id']);
const placesOf = (template: string): readonly string[] =>
  [...template.matchAll(PLACE)].map(([, name = '']) => name);

const hasItsPlaces = (body: string): boolean => {
  const places = placesOf(body);
  return (
    ['number', 'text'].every((name) => places.includes(name)) && places.every((name) => PLACES.has(name))
  );
};

/** The headers that the request sets itself. */
const OWN = /^(?:host|content-length|content-type|transfer-encoding|connection|expect|upgrade|te|trailer)$/iu;
const HEADER = /^([!#$%&'*+.^_`|~0-9A-Za-z-]{1,60}): ?([\x20-\x7e]{1,2000})$/u;

const areHeaders = (text: string): boolean =>
  text
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .every((line) => {
      const [, name, value = ''] = HEADER.exec(line.trim()) ?? [];
      const places = placesOf(value);
      return name !== undefined && !OWN.test(name) && places.every((one) => one === 'secret' || one === 'id');
    });

/**
 * Settings of text messages. A provider of text messages is any service with an interface over HTTP: its address, its
 * headers, the body of a request, and the words by which it accepts a message.
 */
export const messagesSchema = z
  .strictObject({
    /**
     * Whether the end of a case is sent to a mobile number. The call follows without an answer, because a provider may
     * accept a message and never deliver it.
     */
    use: z.enum(['off', 'before-call']).default('off'),
    /** Hours after the message until the call, when the beneficiary has not confirmed or contested. */
    callAfterHours: z.number().min(1).max(240).default(24),
    url: z.string().max(1000).refine(isProviderAddress, ADDRESS).optional(),
    method: z.enum(['POST', 'PUT']).default('POST'),
    contentType: z
      .enum(['application/json', 'application/x-www-form-urlencoded'])
      .default('application/json'),
    /** How a number is written: +966512345678 or 966512345678. */
    number: z.enum(['plus', 'digits']).default('plus'),
    /** One header a line. `{secret}` is the secret of the provider. */
    headers: z.string().max(4000).refine(areHeaders, HEADERS).optional(),
    body: z.string().max(4000).refine(hasItsPlaces, BODY).default('{"to":"{number}","text":"{text}"}'),
    /** Words that an accepting answer contains. When missing, the status 2xx accepts. */
    accepted: z.string().min(1).max(200).optional(),
  })
  .superRefine((messages, context) => {
    const written = writtenSecret(messages);
    if (written) context.addIssue({ code: 'custom', path: [written], message: WRITTEN });
    if (messages.contentType !== 'application/json') return;
    const tried = messageRequest(
      { ...messages, url: messages.url ?? '' },
      { id: 'x', to: '+966', text: '"' },
      '',
    );
    try {
      JSON.parse(tried.body);
    } catch {
      context.addIssue({ code: 'custom', path: ['body'], message: 'expected JSON with the words in quotes' });
    }
  });
