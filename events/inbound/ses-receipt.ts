import * as z from 'zod';

const verdict = z.object({ status: z.string() }).optional();

/**
 * SES's notification of a received mail (Amazon SES developer guide, "Contents of notifications for Amazon
 * SES email receiving"). The schema is loose: only fields that Rida uses can fail.
 */
export const sesReceipt = z.object({
  notificationType: z.literal('Received'),
  mail: z.object({
    timestamp: z.string(),
    messageId: z.string().min(1),
    /** Envelope sender. Empty or `<>` for delivery reports. */
    source: z.string(),
    destination: z.array(z.string()),
  }),
  receipt: z.object({
    timestamp: z.string(),
    recipients: z.array(z.string()),
    spamVerdict: verdict,
    virusVerdict: verdict,
    spfVerdict: verdict,
    dkimVerdict: verdict,
    dmarcVerdict: verdict,
    action: z.object({ type: z.literal('S3'), bucketName: z.string(), objectKey: z.string() }),
  }),
});
export type SesReceipt = z.infer<typeof sesReceipt>;
