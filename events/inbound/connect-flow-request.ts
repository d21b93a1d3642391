import * as z from 'zod';

const text = z.string().nullish();

/**
 * The request of Amazon Connect to a Lambda that a flow invokes (Connect administrator guide, "Grant Amazon
 * Connect access to your AWS Lambda functions"). A withheld number is null or a word.
 */
export const connectFlowRequest = z.object({
  Name: z.literal('ContactFlowEvent').optional(),
  Details: z.object({
    ContactData: z.object({
      ContactId: z.string().min(1),
      InitialContactId: text,
      Channel: z.string(),
      InitiationMethod: z.string().default('INBOUND'),
      InstanceARN: text,
      LanguageCode: text,
      CustomerEndpoint: z.object({ Type: z.string(), Address: text }).nullish(),
      SystemEndpoint: z.object({ Type: z.string(), Address: text }).nullish(),
      Attributes: z.record(z.string(), z.string()).nullish(),
    }),
    Parameters: z.record(z.string(), z.string()).default({}),
  }),
});
export type ConnectFlowRequest = z.infer<typeof connectFlowRequest>;
