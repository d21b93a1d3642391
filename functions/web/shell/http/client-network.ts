import type { Context } from 'hono';
import * as z from 'zod';

/** Where the two hosts put the address of a client: API Gateway in its event, Node in the socket. */
const lambda = z.object({
  event: z.object({ requestContext: z.object({ http: z.object({ sourceIp: z.string() }) }) }),
});
const node = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }) });

/** One subscriber of IPv6 has at least a /64 (RFC 6177): its first four groups. */
const SUBSCRIBER_GROUPS = 4;

/**
 * Return the network of an address that one person has: an IPv4 address, or a /64 of IPv6.
 * @internal exported for tests
 */
export function networkOf(address: string): string {
  const plain = address.trim().toLowerCase().split('%')[0] ?? '';
  const mapped = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/u.exec(plain);
  if (mapped) return mapped[1] ?? plain;
  if (!plain.includes(':')) return plain;
  const [front = '', back] = plain.split('::');
  const groups = front === '' ? [] : front.split(':');
  const last = back === undefined || back === '' ? [] : back.split(':');
  const missing = back === undefined ? 0 : Math.max(0, 8 - groups.length - last.length);
  const all = [...groups, ...Array<string>(missing).fill('0'), ...last];
  return all
    .slice(0, SUBSCRIBER_GROUPS)
    .map((group) => group.replace(/^0+(?=.)/u, ''))
    .join(':');
}

/**
 * Return the network from which a request comes. Headers such as `X-Forwarded-For` are claims of the client, and are
 * not read. Requests without an address share one network.
 */
export function clientNetwork(c: Context): string {
  const address =
    lambda.safeParse(c.env).data?.event.requestContext.http.sourceIp ??
    node.safeParse(c.env).data?.incoming.socket.remoteAddress;
  return networkOf(address ?? '');
}
