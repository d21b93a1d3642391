import { createServer, request as httpRequest, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { httpMessages } from '#shared/adapters/http/http-messages.ts';
import { isPublicAddress } from '#shared/adapters/http/public-address.ts';
import type { MessageProvider } from '#shared/domain/surveys/message-request.ts';

const message = { id: 'm1', to: '+966512345678', text: 'انتهى "العمل"\nhttps://rida.example/s/c/1' };

const provider = (url: string, over: Partial<MessageProvider> = {}): MessageProvider => ({
  ...{ url, method: 'POST', contentType: 'application/json', number: 'plus' },
  body: '{"to":"{number}","text":"{text}"}',
  ...over,
});

/** A provider on this computer, with the requests that it got. */
async function aProvider(answer: RequestListener) {
  const got: { headers: Record<string, unknown>; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString('utf8');
    });
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      answer(request, response);
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/send`, got };
}

const client = (over: object = {}) =>
  httpMessages({
    ...{
      secret: async () => 'key-1\r\nX-Other: 1',
      isAllowed: () => true,
      request: httpRequest,
      protocol: 'http:',
    },
    ...{ timeoutMs: 2000, ...over },
  });

const answers =
  (status: number, body = '', headers = {}): RequestListener =>
  (_, response) =>
    void response.writeHead(status, headers).end(body);

describe('a provider of text messages', () => {
  it('gets the number and the text in its own form, and the secret in a header', async () => {
    const { url, got } = await aProvider(answers(200, '{"ok":true}'));
    const headers = 'Authorization: Bearer {secret}\nX-Id: {id}';
    await client().send(message, provider(url, { headers, accepted: '"ok":true' }));
    const form = { contentType: 'application/x-www-form-urlencoded', number: 'digits' } as const;
    await client().send(message, provider(url, { ...form, body: 'to={number}&msg={text}' }));
    expect(JSON.parse(got[0]?.body ?? '')).toEqual({ to: message.to, text: message.text });
    expect(got[0]?.headers).toMatchObject({ authorization: 'Bearer key-1X-Other: 1', 'x-id': 'm1' });
    expect(Object.fromEntries(new URLSearchParams(got[1]?.body))).toEqual({
      ...{ to: '966512345678', msg: message.text },
    });
  });

  it('gets the secret in its address, encoded, when the settings have its place there', async () => {
    const paths: (string | undefined)[] = [];
    const { url } = await aProvider((request, response) => {
      paths.push(request.url);
      response.end();
    });
    await client({ secret: async () => 'a/b&c' }).send(message, provider(`${url}/{secret}?k={secret}`));
    expect(paths).toEqual(['/send/a%2Fb%26c?k=a%2Fb%26c']);
  });

  it.each<[string, number, string, object, string]>([
    ['is overloaded', 503, '', {}, 'busy'],
    ['limits the rate', 429, '', {}, 'busy'],
    ['does not know the secret', 401, '', {}, 'rejected'],
    ['does not take the number', 422, '', {}, 'rejected'],
    ['leads elsewhere', 302, '', { location: 'http://169.254.169.254/' }, 'rejected'],
    ['says no with a status of success', 200, '{"error":"no credit"}', {}, 'rejected'],
  ])('that %s is a failure of its kind', async (_, status, body, headers, reason) => {
    const { url, got } = await aProvider(answers(status, body, headers));
    await expect(client().send(message, provider(url, { accepted: '"ok"' }))).rejects.toMatchObject({
      reason,
    });
    expect(got).toHaveLength(1);
  });

  it('may have the message when its answer does not end; a long answer is cut', async () => {
    const { url } = await aProvider((_, response) => void response.writeHead(200).write('x'));
    await expect(client({ timeoutMs: 1_500 }).send(message, provider(url))).rejects.toMatchObject({
      reason: 'unconfirmed',
    });
    const endless = await aProvider((_, response) => {
      const more = () => {
        while (response.write('x'.repeat(65_536)));
      };
      response.writeHead(200).on('drain', more);
      more();
    });
    await client().send(message, provider(endless.url));
  });

  it('may have the message after it closed the connection, and has not when it is down', async () => {
    const { url } = await aProvider((request) => request.socket.destroy());
    await expect(client().send(message, provider(url))).rejects.toMatchObject({ reason: 'unconfirmed' });
    await expect(client().send(message, provider('http://localhost:9/'))).rejects.toMatchObject({
      reason: 'unreachable',
    });
  });

  it('is called at public addresses over https only, also when its name resolves to another', async () => {
    const { url, got } = await aProvider(answers(200));
    const strict = { isAllowed: isPublicAddress };
    for (const [over, address] of [
      [strict, url],
      [strict, 'http://127.0.0.1:80/'],
      [strict, 'http://[::1]/'],
      [{ protocol: 'https:' }, url],
    ] as const)
      await expect(client(over).send(message, provider(address))).rejects.toMatchObject({
        reason: 'rejected',
      });
    await expect(client().send(message, undefined)).rejects.toMatchObject({ reason: 'rejected' });
    expect(got).toEqual([]);
  });
});

describe('public addresses', () => {
  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...[
      '::1',
      '::',
      'fc00::1',
      'fe80::1',
      '::ffff:10.0.0.1',
      '64:ff9b::a00:1',
      '2002:a00:1::',
      '2001:db8::1',
    ],
    ...['224.0.0.1', '255.255.255.255', 'fd00:ec2::254', 'not an address', ''],
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '2a00:1450::1'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});
