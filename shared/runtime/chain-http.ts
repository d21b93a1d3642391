import type { Hono } from 'hono';
import { type APIGatewayProxyResult, handle, type LambdaEvent } from 'hono/aws-lambda';
import { chain } from './chain.ts';
import type { LambdaHandler } from './lambda.ts';
import type { Logger } from './logger.ts';

/** Log that a page failed. The page itself shows the failure to its visitor. */
export const pageFailed =
  (logger: Logger) =>
  (error: unknown): void =>
    logger.error('page-failed', 'A page could not be shown.', error);

const outOfTime = (): APIGatewayProxyResult => ({
  statusCode: 503,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5', 'cache-control': 'no-store' },
  body: 'الخدمة مشغولة الآن، نرجو المحاولة بعد قليل.\nThe service is busy. Please try again shortly.\n',
  isBase64Encoded: false,
});

/**
 * Wrap a Hono app behind API Gateway. Paths and queries are not logged, because they contain survey tokens
 * and references.
 */
export function forHttp(
  // biome-ignore lint/suspicious/noExplicitAny: apps have different variables, without a common supertype
  app: Hono<any>,
  { logger }: { readonly logger: Logger },
): LambdaHandler<LambdaEvent, APIGatewayProxyResult> {
  const answer = handle(app);
  return chain<LambdaEvent, APIGatewayProxyResult>((event) => answer(event), {
    logger,
    outOfTime,
    describe: (_event, { statusCode }) => ({ statusCode }),
  });
}
