import * as z from 'zod';
import { type ConnectFlowRequest, connectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import { chain } from './chain.ts';
import type { Invocation, LambdaHandler } from './lambda.ts';
import type { Logger } from './logger.ts';

/** What a flow reads at `$.External.<name>`. */
export type FlowAnswer = Readonly<Record<string, string>>;

/** The limit of Connect on an answer (Connect developer guide, InvokeLambdaFunction). */
const LARGEST_ANSWER = 32 * 1024;

const flowAnswer = z
  .record(z.string().regex(/^[A-Za-z]\w*$/u), z.string())
  .refine((answer) => Buffer.byteLength(JSON.stringify(answer)) <= LARGEST_ANSWER, 'at most 32 KB');

/**
 * A function that a Connect flow calls while somebody waits on the line. What the business has to say,
 * a refusal included, is an answer: a flat object of strings. It throws only when there is no answer
 * (unreadable request, store out of reach, time out), and then the flow speaks its error path.
 */
export const forFlow = (
  handle: (request: ConnectFlowRequest, invocation: Invocation) => Promise<FlowAnswer>,
  { logger }: { readonly logger: Logger },
): LambdaHandler<unknown, FlowAnswer> =>
  chain<unknown, FlowAnswer>(
    async (event, invocation) => {
      const request = connectFlowRequest.parse(event);
      const own = invocation.logger.child({ contactId: request.Details.ContactData.ContactId });
      return flowAnswer.parse(await handle(request, { ...invocation, logger: own }));
    },
    { logger },
  );
