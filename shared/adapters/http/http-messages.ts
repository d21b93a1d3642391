import { type LookupAddress, lookup as resolve } from 'node:dns';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { messageRequest } from '#shared/domain/surveys/message-request.ts';
import { SendingFailure } from '#shared/ports/sending-failure.ts';
import type { TextMessages } from '#shared/ports/text-messages.ts';
import { isPublicAddress } from './public-address.ts';

/** The longest time for one request, milliseconds. */
const TIMEOUT = 10_000;
/** Of an answer, so many bytes are read. */
const ANSWER_BYTES = 64 * 1024;

export interface HttpMessagesOptions {
  /** Return the secret of the provider. */
  readonly secret: () => Promise<string>;
  readonly timeoutMs?: number;
  /** Whether an address may be called. @internal exported for tests */
  readonly isAllowed?: (address: string) => boolean;
  /** @internal exported for tests */
  readonly request?: (url: URL, options: RequestOptions) => ClientRequest;
  /** @internal exported for tests */
  readonly protocol?: string;
}

class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
}

/** Resolve a name to allowed addresses only. The connection uses these, so that a second answer has no effect. */
const allowedLookup =
  (isAllowed: (address: string) => boolean): LookupFunction =>
  (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      const addresses = (found ?? []) as LookupAddress[];
      if (error) return done(error, '', 0);
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => isAllowed(address)))
        return done(new ForbiddenAddress('the name resolves to an address that is not public'), '', 0);
      return options.all === true ? done(null, addresses) : done(null, first.address, first.family);
    });
  };

/** Read the beginning of an answer. The rest is not received. */
async function beginningOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= ANSWER_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, ANSWER_BYTES).toString('utf8');
}

/** Return the failure that an answer means, or undefined when it accepts the message. Redirects are not followed. */
function failureOf(status: number, body: string, accepted: string | undefined): SendingFailure | undefined {
  if (status === 408 || status === 425 || status === 429 || status >= 500)
    return new SendingFailure('busy', `the provider answered with status ${status}`);
  if (status < 200 || status >= 300)
    return new SendingFailure('rejected', `the provider answered with status ${status}`);
  return accepted === undefined || body.includes(accepted)
    ? undefined
    : new SendingFailure(
        'rejected',
        'the answer of the provider does not contain the words of an acceptance',
      );
}

/**
 * Text messages through a provider with an interface over HTTPS. Only public addresses are called, redirects are not
 * followed, and a request ends after ten seconds.
 */
export function httpMessages({
  secret,
  timeoutMs = TIMEOUT,
  isAllowed = isPublicAddress,
  request = httpsRequest,
  protocol = 'https:',
}: HttpMessagesOptions): TextMessages {
  return {
    async send(message, provider) {
      const key = await secret().catch((cause: unknown) => {
        throw new SendingFailure('unreachable', 'the secret of the provider cannot be read', { cause });
      });
      if (provider === undefined) throw new SendingFailure('rejected', 'the settings have no provider');
      const { url: address, method, headers, body } = messageRequest(provider, message, key);
      const url = new URL(address);
      const host = url.hostname.replace(/^\[|\]$/gu, '');
      if (url.protocol !== protocol || (isIP(host) !== 0 && !isAllowed(host)))
        throw new SendingFailure('rejected', 'the address of the provider is not public');
      const bytes = Buffer.from(body, 'utf8');
      const { status, text } = await exchange(
        () =>
          request(url, {
            ...{ method, headers: { ...headers, 'content-length': String(bytes.length) } },
            ...{ agent: false, lookup: allowedLookup(isAllowed), signal: AbortSignal.timeout(timeoutMs) },
          }),
        bytes,
      );
      const failure = failureOf(status, text, provider.accepted);
      if (failure) throw failure;
    },
  };
}

/**
 * Send a request and read the beginning of its answer.
 * @throws SendingFailure: `unreachable` before the connection, `unconfirmed` after it
 */
function exchange(
  open: () => ClientRequest,
  body: Buffer,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((done, fail) => {
    let isConnected = false;
    const failed = (cause: Error): void => {
      if (cause instanceof ForbiddenAddress) fail(new SendingFailure('rejected', cause.message));
      else if (isConnected)
        fail(new SendingFailure('unconfirmed', 'the provider did not answer in time', { cause }));
      else fail(new SendingFailure('unreachable', 'the provider cannot be reached', { cause }));
    };
    const request = open();
    request.on('socket', (socket) => {
      const connected = () => {
        isConnected = true;
      };
      // A message is on its way when the connection is secure.
      socket.once('encrypted' in socket ? 'secureConnect' : 'connect', connected);
    });
    request.on('error', failed);
    request.on('response', (answer) => {
      beginningOf(answer).then((text) => {
        request.destroy();
        done({ status: answer.statusCode ?? 0, text });
      }, failed);
    });
    request.end(body);
  });
}
