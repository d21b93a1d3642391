import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { RawRequest } from './aws-call.ts';
import { type Answer, jsonAnswer } from './recorder.ts';
import { CLIENT_SECRET } from './values.ts';

/** A user of the pool: the address, the name, and the groups. */
export interface PoolUser {
  readonly email: string;
  readonly name: string;
  readonly groups: readonly string[];
}

const base64 = (value: object | Buffer): string =>
  (Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value))).toString('base64url');

interface Grant {
  readonly user: PoolUser;
  readonly nonce: string | undefined;
  readonly challenge: string | undefined;
}

/**
 * The sign-in pages and tokens of a Cognito user pool, whose users sign in with their address (Cognito developer
 * guide, "Using the ID token": `cognito:username` is a UUID then).
 */
export class SignInService {
  readonly #keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  readonly #now: () => number;
  readonly #issuer: string;
  readonly #clientId: string;
  readonly #codes = new Map<string, Grant>();
  readonly #refresh = new Map<string, Grant>();

  constructor({ issuer, clientId, now }: { issuer: string; clientId: string; now(): number }) {
    this.#issuer = issuer;
    this.#clientId = clientId;
    this.#now = now;
  }

  /** Sign a user in at the address to which the console redirects. Return the address of the callback. */
  authorize(address: string, user: PoolUser): string {
    const { searchParams: asked } = new URL(address);
    if (asked.get('client_id') !== this.#clientId) throw new Error('the console asks for another client');
    const code = randomUUID();
    this.#codes.set(code, {
      user,
      nonce: asked.get('nonce') ?? undefined,
      challenge: asked.get('code_challenge') ?? undefined,
    });
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    return back.href;
  }

  /** Answer a request of a function. */
  answer({ path, body, headers }: RawRequest): Answer {
    const [plain = ''] = path.split('?');
    if (plain.endsWith('/.well-known/openid-configuration')) return jsonAnswer(this.#discovery());
    if (plain.endsWith('/jwks.json')) {
      const key = this.#keys.publicKey.export({ format: 'jwk' });
      return jsonAnswer({ keys: [{ ...key, kid: 'rehearsal', alg: 'RS256', use: 'sig' }] });
    }
    if (plain === '/oauth2/revoke') return jsonAnswer({});
    if (plain === '/oauth2/token') return this.#token(new URLSearchParams(body.toString()), headers);
    throw new Error(`the sign-in has no ${plain}`);
  }

  #discovery() {
    const host = 'https://rehearsal.auth.amazoncognito.com';
    return {
      issuer: this.#issuer,
      authorization_endpoint: `${host}/oauth2/authorize`,
      token_endpoint: `${host}/oauth2/token`,
      revocation_endpoint: `${host}/oauth2/revoke`,
      end_session_endpoint: `${host}/logout`,
      jwks_uri: `${this.#issuer}/.well-known/jwks.json`,
      response_types_supported: ['code', 'token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      scopes_supported: ['openid', 'email', 'phone', 'profile'],
    };
  }

  #token(asked: URLSearchParams, headers: RawRequest['headers']): Answer {
    const basic = Buffer.from((headers.authorization ?? '').replace(/^Basic /u, ''), 'base64').toString();
    const secret = asked.get('client_secret') ?? decodeURIComponent(basic.split(':')[1] ?? '');
    if (secret !== CLIENT_SECRET) return jsonAnswer({ error: 'invalid_client' }, 401);
    const [kept, given] =
      asked.get('grant_type') === 'refresh_token'
        ? [this.#refresh, asked.get('refresh_token')]
        : [this.#codes, asked.get('code')];
    const grant = kept.get(given ?? '');
    if (!grant) return jsonAnswer({ error: 'invalid_grant' }, 400);
    const challenge = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url');
    if (kept === this.#codes && grant.challenge !== undefined && grant.challenge !== challenge)
      return jsonAnswer({ error: 'invalid_grant' }, 400);
    this.#codes.delete(given ?? '');
    const refresh = randomUUID();
    if (kept === this.#codes) this.#refresh.set(refresh, grant);
    return jsonAnswer({
      access_token: this.#signed({ sub: 'access', token_use: 'access' }),
      id_token: this.#signed(this.#claims(grant)),
      ...(kept === this.#codes && { refresh_token: refresh }),
      expires_in: 3600,
      token_type: 'Bearer',
    });
  }

  #claims({ user, nonce }: Grant) {
    const id = createHash('sha256').update(user.email).digest('hex');
    const uuid = [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20, 32)].join(
      '-',
    );
    return {
      ...{ sub: uuid, 'cognito:username': uuid, email: user.email, email_verified: true, name: user.name },
      ...(user.groups.length > 0 && { 'cognito:groups': user.groups }),
      ...{ aud: this.#clientId, token_use: 'id' },
      ...(nonce !== undefined && { nonce }),
    };
  }

  #signed(claims: object): string {
    const now = Math.floor(this.#now() / 1000);
    const head = base64({ alg: 'RS256', kid: 'rehearsal' });
    const payload = base64({ iss: this.#issuer, iat: now, auth_time: now, exp: now + 3600, ...claims });
    const signature = sign('sha256', Buffer.from(`${head}.${payload}`), this.#keys.privateKey);
    return `${head}.${payload}.${base64(signature)}`;
  }
}
