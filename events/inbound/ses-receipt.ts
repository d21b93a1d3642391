import * as z from 'zod';

const verdict = z.object({ status: z.string() }).optional();

/**
 * What SES says of a mail it received (Amazon SES developer guide, "Contents of notifications for
 * Amazon SES email receiving"). Parsed loosely: only what Rida uses can refuse it.
 */
export const sesReceipt = z.object({
  notificationType: z.literal('Received'),
  mail: z.object({
    timestamp: z.string(),
    messageId: z.string().min(1),
    /** Envelope sender; empty or `<>` for delivery reports. */
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
