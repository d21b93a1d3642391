import { hiddenField } from '#infra/demo/hidden-field.ts';
import type { Lambdas } from './lambdas.ts';
import type { PoolUser, SignInService } from './sign-in-service.ts';
import type { DeployedStack } from './stack.ts';
import { API_HOST } from './values.ts';

/** The answer of a page. */
export interface Page {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
}

interface LambdaAnswer {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

interface Route {
  readonly path: string;
  readonly service: string;
}

/** The routes of the template: paths, with the function behind each. */
function routesOf(stack: DeployedStack): readonly Route[] {
  return stack.all('AWS::ApiGatewayV2::Route').map(({ resource }) => {
    const { RouteKey, Target } = resource.Properties as { RouteKey: string; Target: unknown };
    const [integration = ''] = JSON.stringify(Target).match(/(?<="Ref":")[^"]+/u) ?? [];
    const uri = stack.resources[integration]?.Properties.IntegrationUri;
    const service = stack.functionNamed(String(stack.valueOf(uri))).service;
    return { path: RouteKey.split(' ')[1] ?? '', service };
  });
}

/** Choose a route as API Gateway does: an exact path first, then the longest prefix. */
function routeFor(routes: readonly Route[], path: string): Route {
  const exact = routes.find((route) => route.path === path);
  const prefixes = routes
    .filter((route) => route.path.endsWith('{proxy+}'))
    .filter((route) => path.startsWith(route.path.replace('{proxy+}', '')))
    .sort((a, b) => b.path.length - a.path.length);
  const found = exact ?? prefixes[0];
  if (!found) throw new Error(`API Gateway has no route for ${path}`);
  return found;
}

/** The name and value of each cookie that a browser keeps. */
class Cookies {
  readonly #kept = new Map<string, string>();

  keep(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [pair = '', ...attributes] = cookie.split(';');
      const at = pair.indexOf('=');
      const gone = attributes.some((one) => /^\s*max-age=0$/iu.test(one)) || pair.length === at + 1;
      if (gone) this.#kept.delete(pair.slice(0, at));
      else this.#kept.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  get list(): readonly string[] {
    return [...this.#kept].map(([name, value]) => `${name}=${value}`);
  }
}

/** Return the text with which a page says what was wrong. */
const alertOf = (page: string): string =>
  page
    .slice(Math.max(0, page.indexOf('role="alert"')))
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .slice(0, 300);

/** Undo the escapes of HTML in an attribute. */
const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Opens pages as visitors do, through the routes of the template. */
export class Site {
  readonly #lambdas: Lambdas;
  readonly #signIn: SignInService;
  readonly #routes: readonly Route[];

  constructor(stack: DeployedStack, lambdas: Lambdas, signIn: SignInService) {
    this.#lambdas = lambdas;
    this.#signIn = signIn;
    this.#routes = routesOf(stack);
  }

  /** Return a browser without a session. */
  visitor(): Visitor {
    return new Visitor((request) => this.#request(request));
  }

  /** Sign a member of staff in. */
  async signIn(user: PoolUser): Promise<Visitor> {
    const visitor = this.visitor();
    const { location = '' } = await visitor.open('/');
    const back = new URL(this.#signIn.authorize(location, user));
    const { status } = await visitor.open(back.pathname + back.search);
    if (status !== 302) throw new Error(`the console did not accept the sign-in of ${user.email}: ${status}`);
    return visitor;
  }

  #request(request: PageRequest): Promise<LambdaAnswer> {
    const url = new URL(request.path, `https://${API_HOST}`);
    const { service, path } = routeFor(this.#routes, url.pathname);
    return this.#lambdas.invoke<LambdaAnswer>(service, {
      version: '2.0',
      routeKey: `ANY ${path}`,
      ...{ rawPath: url.pathname, rawQueryString: url.search.slice(1) },
      cookies: request.cookies,
      headers: {
        ...{ host: API_HOST, 'user-agent': 'rehearsal', 'x-forwarded-proto': 'https' },
        ...request.headers,
      },
      requestContext: {
        ...{ domainName: API_HOST, domainPrefix: 'rehearsal', accountId: '123456789012', apiId: 'rehearsal' },
        http: {
          ...{ method: request.method, path: url.pathname, protocol: 'HTTP/1.1' },
          ...{ sourceIp: '203.0.113.7', userAgent: 'rehearsal' },
        },
        ...{ requestId: crypto.randomUUID(), routeKey: `ANY ${path}`, stage: '$default' },
        ...{ time: '', timeEpoch: 0 },
      },
      ...(request.body !== undefined && { body: Buffer.from(request.body).toString('base64') }),
      isBase64Encoded: request.body !== undefined,
    });
  }
}

interface PageRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body?: string;
}

type Fields = Readonly<Record<string, string>>;

/** A browser with its cookies. */
export class Visitor {
  readonly #request: (request: PageRequest) => Promise<LambdaAnswer>;
  readonly #cookies = new Cookies();

  constructor(request: (request: PageRequest) => Promise<LambdaAnswer>) {
    this.#request = request;
  }

  open(path: string): Promise<Page> {
    return this.#send({ method: 'GET', path, headers: {} });
  }

  post(path: string, fields: Fields): Promise<Page> {
    return this.#send({
      ...{ method: 'POST', path },
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: `https://${API_HOST}`,
        'sec-fetch-site': 'same-origin',
      },
      body: new URLSearchParams(fields).toString(),
    });
  }

  /** Send a form with a file. @throws Error when the form is rejected */
  async upload(
    path: string,
    fields: Fields,
    file: { readonly name: string; readonly text: string },
  ): Promise<Page> {
    const boundary = 'rehearsal-file';
    const part = (head: string, body: string): string =>
      `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
    const body = [
      ...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value)),
      part(`name="files"; filename="${file.name}"\r\nContent-Type: text/csv`, file.text),
      `--${boundary}--\r\n`,
    ].join('');
    const answer = await this.#send({
      ...{ method: 'POST', path, body },
      headers: {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        origin: `https://${API_HOST}`,
        'sec-fetch-site': 'same-origin',
      },
    });
    if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${alertOf(answer.body)}`);
    return answer;
  }

  /** Return a page. @throws Error for another status than 200 */
  async page(path: string): Promise<string> {
    const { status, body } = await this.open(path);
    if (status !== 200) throw new Error(`${path}: ${status}`);
    return body;
  }

  /** Submit a form of a page with its hidden fields. @throws Error when the form is rejected */
  async submit(from: string, to: string, fields: Fields): Promise<Page> {
    const shown = await this.page(from);
    const names = ['token', 'seen', '_base', 'nonce'];
    const kept = names.flatMap((name) => {
      const value = hiddenField(shown, name);
      return value === undefined ? [] : [[name, plain(value)]];
    });
    const answer = await this.post(to, { ...Object.fromEntries(kept), ...fields });
    if (answer.status >= 400) throw new Error(`${to}: ${answer.status} ${alertOf(answer.body)}`);
    return answer;
  }

  /** Submit a form on the page of a case. */
  async act(reference: string, action: string, fields: Fields = {}): Promise<void> {
    await this.submit(`/cases/${reference}`, `/cases/${reference}/${action}`, fields);
  }

  /** Return the value of a hidden field. */
  static field(page: string, name: string): string {
    return plain(hiddenField(page, name) ?? '');
  }

  async #send(request: Omit<PageRequest, 'cookies'>): Promise<Page> {
    const answer = await this.#request({ ...request, cookies: this.#cookies.list });
    const own = Object.entries(answer.headers ?? {});
    const given = own.filter(([name]) => name.toLowerCase() === 'set-cookie').map(([, value]) => value);
    this.#cookies.keep([...(answer.cookies ?? []), ...given]);
    const location = own.find(([name]) => name.toLowerCase() === 'location')?.[1];
    const { statusCode: status, body = '', isBase64Encoded = false } = answer;
    return { status, location, body: isBase64Encoded ? Buffer.from(body, 'base64').toString() : body };
  }
}
