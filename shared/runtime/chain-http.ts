import type { Hono } from 'hono';
import { type APIGatewayProxyResult, handle, type LambdaEvent } from 'hono/aws-lambda';
import { chain } from './chain.ts';
import type { LambdaHandler } from './lambda.ts';
import type { Logger } from './logger.ts';

/** Logs that a page could not be shown; the page itself says so to whoever asked. */
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
 * A Hono app behind API Gateway. Paths and queries stay out of the log: they carry survey tokens and
 * references.
 */
export function forHttp(
  // biome-ignore lint/suspicious/noExplicitAny: apps differ in the variables they set, and no type is above all
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
