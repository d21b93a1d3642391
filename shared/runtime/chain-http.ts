import { Hono } from 'hono';
import { type APIGatewayProxyResult, handle, type LambdaEvent } from 'hono/aws-lambda';
import { chain } from './chain.ts';
import type { LambdaHandler } from './lambda.ts';
import type { Logger } from './logger.ts';

/** Log that a page failed. The page itself shows the failure to its visitor. */
export const pageFailed =
  (logger: Logger) =>
  (error: unknown): void =>
    logger.error('page-failed', 'A page could not be shown.', error);

/** Log that the matrix of roles refused a request. The line names no person. */
export const requestRefused =
  (logger: Logger) =>
  ({
    route,
    roles,
    access,
  }: {
    readonly route: string;
    readonly roles: readonly string[];
    readonly access: string | undefined;
  }): void =>
    logger.warn('request-refused', 'A request was refused, because no role of the person allows it.', {
      route,
      roles: roles.join(' '),
      needs: access ?? 'a row of the matrix of roles',
    });

const BUSY = 'الخدمة مشغولة الآن، نرجو المحاولة بعد قليل.\nThe service is busy. Please try again shortly.\n';
const BUSY_HEADERS = {
  'content-type': 'text/plain; charset=utf-8',
  'retry-after': '5',
  'cache-control': 'no-store',
};

const outOfTime = (): APIGatewayProxyResult => ({
  statusCode: 503,
  headers: BUSY_HEADERS,
  body: BUSY,
  isBase64Encoded: false,
});

/**
 * Wrap a Hono app behind API Gateway. Paths and queries are not logged, because they contain survey tokens
 * and references. An error that the app does not handle itself, such as an unreachable sign-in, is logged as a
 * failed page.
 */
export function forHttp(
  // biome-ignore lint/suspicious/noExplicitAny: apps have different variables, without a common supertype
  app: Hono<any>,
  { logger }: { readonly logger: Logger },
): LambdaHandler<LambdaEvent, APIGatewayProxyResult> {
  const site = new Hono().route('/', app).onError((error, c) => {
    pageFailed(logger)(error);
    return c.body(BUSY, 500, BUSY_HEADERS);
  });
  const answer = handle(site);
  return chain<LambdaEvent, APIGatewayProxyResult>((event) => answer(event), {
    logger,
    outOfTime,
    describe: (_event, { statusCode }) => ({ statusCode }),
  });
}
