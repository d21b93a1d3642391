import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AwsCall, RawRequest } from './aws-call.ts';

/** The answer to a request. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

/** Return an answer in JSON. */
export const jsonAnswer = (body: object, status = 200, headers: Answer['headers'] = {}): Answer => ({
  ...{ status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) },
});

export interface RecorderProps {
  /** Return what a request asks for. */
  understand(request: RawRequest): Promise<AwsCall>;
  /** Called for every call with its answer, after the answer is known. */
  recorded(call: AwsCall, answer: Answer, request: RawRequest): void;
  /** Return the answer of a service that moto does not have, or undefined. */
  standIn(call: AwsCall, request: RawRequest): Promise<Answer | undefined>;
  /** Answer a request to a host that is not an API of AWS, such as the sign-in. */
  elsewhere(host: string, request: RawRequest): Promise<Answer>;
  /** The request could not be understood or passed on. */
  failed(error: unknown, request: RawRequest): void;
}

/** The header with the host that a function asked for. */
export const ASKED_HOST = 'x-rehearsal-host';

const KEEP_ALIVE_MS = 600_000;

const HOP = ['connection', 'transfer-encoding', 'content-length', 'content-encoding', 'keep-alive'];

async function read(request: IncomingMessage): Promise<RawRequest> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: Buffer.concat(parts),
  };
}

/** A server between the functions and moto, which records every call and passes it on. */
export class Recorder {
  readonly #server: Server;
  readonly #props: RecorderProps;
  #moto = '';

  constructor(props: RecorderProps) {
    this.#props = props;
    this.#server = createServer((request, response) => void this.#serve(request, response));
    // A slow computer must not lose a request on a connection that is just being closed.
    this.#server.keepAliveTimeout = KEEP_ALIVE_MS;
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Set the address to which calls are passed on. */
  passTo(moto: string): void {
    this.#moto = moto;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await read(request);
    const answer = await this.#answer(raw).catch((error: unknown): Answer => {
      this.#props.failed(error, raw);
      return { status: 500, headers: {}, body: String(error) };
    });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }

  async #answer(request: RawRequest): Promise<Answer> {
    const host = request.headers[ASKED_HOST];
    if (request.headers.authorization?.includes('/aws4_request') !== true && host !== undefined)
      return this.#props.elsewhere(host, request);
    const call = await this.#props.understand(request);
    const answer = (await this.#props.standIn(call, request)) ?? (await this.#pass(request));
    this.#props.recorded(call, answer, request);
    return answer;
  }

  async #pass({ method, path, headers, body }: RawRequest): Promise<Answer> {
    const {
      host: _host,
      connection: _connection,
      'content-length': _length,
      expect: _expect,
      ...kept
    } = headers;
    const answer = await fetch(this.#moto + path, {
      ...{ method, headers: kept, redirect: 'manual' },
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    });
    return {
      status: answer.status,
      headers: Object.fromEntries([...answer.headers].filter(([name]) => !HOP.includes(name))),
      body: method === 'HEAD' ? '' : Buffer.from(await answer.arrayBuffer()),
    };
  }
}
