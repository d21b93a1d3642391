import * as z from 'zod';
import { connectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import { chain } from './chain.ts';
import { type FlowFunction, runLogged } from './function.ts';
import type { FlowFunctionName } from './function-name.ts';
import type { FlowAnswer, LambdaHandler } from './lambda.ts';
import type { Logger } from './logger.ts';

/** The limit of Connect on an answer (Connect developer guide, InvokeLambdaFunction). */
const LARGEST_ANSWER = 32 * 1024;

const flowAnswer = z
  .record(z.string().regex(/^[A-Za-z]\w*$/u), z.string())
  .refine((answer) => Buffer.byteLength(JSON.stringify(answer)) <= LARGEST_ANSWER, 'at most 32 KB');

/** What a caller may be kept waiting: two seconds, less the way there and back. */
const ANSWER_WITHIN_MS = 1_900;

export interface FlowChainOptions {
  readonly logger: Logger;
  /** After so long there is no answer, whatever becomes of what was begun: it is begun again by its cause. */
  readonly withinMs?: number;
}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms; the caller is told so`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Hosts a function that a Connect flow calls while somebody waits on the line. What the business has to say,
 * a refusal included, is an answer: a flat object of strings. It throws only when there is no answer
 * (unreadable request, store out of reach, time out), and then the flow speaks its error path.
 */
export const forFlow = <D>(
  declaration: FlowFunction<FlowFunctionName, z.ZodObject, D>,
  deps: D,
  { logger, withinMs = ANSWER_WITHIN_MS }: FlowChainOptions,
): LambdaHandler<unknown, FlowAnswer> => {
  const { log } = declaration;
  // An answer that comes too late, or that no flow can read, is no outcome.
  const run: typeof declaration.run = async (...given) =>
    flowAnswer.parse(await inTime(declaration.run(...given), withinMs));
  return chain<unknown, FlowAnswer>(
    (event, invocation) => {
      const request = connectFlowRequest.parse(event);
      const own = invocation.logger.child({ contactId: request.Details.ContactData.ContactId });
      return runLogged({ run, log }, deps, request, { ...invocation, logger: own });
    },
    { logger },
  );
};
