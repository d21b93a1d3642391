import * as z from 'zod';
import { connectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import { chain } from './chain.ts';
import { type FlowFunction, runLogged } from './function.ts';
import type { FlowFunctionName } from './function-name.ts';
import type { FlowAnswer, LambdaHandler } from './lambda.ts';
import type { Logger } from './logger.ts';

/** Connect's limit for an answer (Connect developer guide, InvokeLambdaFunction). */
const LARGEST_ANSWER = 32 * 1024;

const flowAnswer = z
  .record(z.string().regex(/^[A-Za-z]\w*$/u), z.string())
  .refine((answer) => Buffer.byteLength(JSON.stringify(answer)) <= LARGEST_ANSWER, 'at most 32 KB');

/** Maximum waiting time of a caller: two seconds, minus the network. */
export const ANSWER_WITHIN_MS = 1_900;

export interface FlowChainOptions {
  readonly logger: Logger;
  /**
   * Time limit in milliseconds. After it the function does not answer. Work that has started may finish, and
   * a retry with the same cause completes it.
   */
  readonly withinMs?: number;
}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer within ${ms} ms; the flow takes its error path`)),
      ms,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Host a function that a Connect flow invokes while a caller waits. Every business result, also a rejection,
 * is an answer: a flat object of strings. It throws only without an answer (unreadable request, unavailable
 * store, time out), and then the flow takes its error path.
 */
export const forFlow = <D>(
  declaration: FlowFunction<FlowFunctionName, z.ZodObject, D>,
  deps: D,
  { logger, withinMs = ANSWER_WITHIN_MS }: FlowChainOptions,
): LambdaHandler<unknown, FlowAnswer> => {
  const { log } = declaration;
  // A late or unreadable answer is an error and is not logged as an outcome.
  const run: typeof declaration.run = async (...given) =>
    flowAnswer.parse(await inTime(declaration.run(...given), withinMs));
  return chain<unknown, FlowAnswer>(
    (event, invocation) => {
      const request = connectFlowRequest.parse(event);
      const { ContactId: contactId, InitialContactId } = request.Details.ContactData;
      const own = invocation.logger.child({ contactId, correlationId: InitialContactId || contactId });
      return runLogged({ run, log }, deps, request, { ...invocation, logger: own });
    },
    { logger },
  );
};
