import * as z from 'zod';
import { contactId, enumerated, maybe, text, texts } from './connect-values.ts';

/**
 * The request of Amazon Connect to a Lambda that a flow invokes (Connect administrator guide, "Grant Amazon
 * Connect access to your AWS Lambda functions"). A withheld number is null or a word.
 */
export const connectFlowRequest = z.object({
  Details: z.object({
    ContactData: z.object({
      ContactId: contactId,
      InitialContactId: text,
      Channel: enumerated,
      InitiationMethod: enumerated.transform((method) => method ?? 'INBOUND'),
      CustomerEndpoint: maybe(z.object({ Address: text })),
      Attributes: maybe(texts),
    }),
    Parameters: texts.catch({}).default({}),
  }),
});
export type ConnectFlowRequest = z.infer<typeof connectFlowRequest>;
