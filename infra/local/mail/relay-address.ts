import * as z from 'zod';
import type { SmtpRelay } from '#shared/adapters/embedded/smtp-mailer.ts';

const EXPECTED = 'expected an address such as smtp://user:password@relay.example.gov.sa:587';
const DEFAULT_PORT = { implicit: 465, starttls: 587, none: 25 } as const;

/** Only a relay on this computer may be used without TLS. */
const isLocal = (host: string): boolean => host === 'localhost' || host === '127.0.0.1' || host === '[::1]';

/** The URL of a mail relay. `smtps:` is implicit TLS, `smtp:` requires STARTTLS. */
export const smtpRelay = z.url({ protocol: /^smtps?$/u, error: EXPECTED }).transform((text): SmtpRelay => {
  const { protocol, hostname, port, username, password } = new URL(text);
  const tls = protocol === 'smtps:' ? 'implicit' : isLocal(hostname) ? 'none' : 'starttls';
  return {
    host: hostname,
    port: port === '' ? DEFAULT_PORT[tls] : Number(port),
    tls,
    ...(username !== '' && {
      login: { user: decodeURIComponent(username), password: decodeURIComponent(password) },
    }),
  };
});
