import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { portFailure } from './start-failure.ts';

const HOST = '127.0.0.1';
/** Time limits of a request: for its headers, and for all of it. A half-sent request is closed after them. */
const TIME_LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2_000 };

export interface WebPort {
  /** The URL of the pages. */
  readonly url: string;
  /** Serve these pages. Before this call, the server answers 503. */
  serve(app: Hono): void;
  close(): Promise<void>;
}

/**
 * Listen for browsers on this computer. The port is determined before the pages exist, because links in mails
 * contain it.
 * @throws StartFailure when the port is in use
 */
export async function listenForPages(port: number): Promise<WebPort> {
  let app: Hono | undefined;
  const server = createAdaptorServer({
    fetch: (request, environment) =>
      app?.fetch(request, environment) ??
      new Response('Starting', { status: 503, headers: { 'Retry-After': '1' } }),
    serverOptions: TIME_LIMITS,
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(portFailure('port', port, cause)));
    server.listen(port, HOST, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${bound}`,
    serve(pages) {
      app = pages;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 1000).unref();
      }),
  };
}
