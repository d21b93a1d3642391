import * as z from 'zod';

const when = z.string().optional();
/** A recipient as SES names it: an address, sometimes with a display name around it. */
const recipient = z.object({
  emailAddress: z.string(),
  status: z.string().nullish(),
  diagnosticCode: z.string().nullish(),
});

/**
 * What became of a mail we sent through SES, as EventBridge brings it (SES guide, "Contents of event data";
 * detail-types `Email Bounced`, `Email Complaint Received`, `Email Delivered`, `Email Delivery Delayed`,
 * `Email Rejected`, `Email Rendering Failed`). It may come twice and in any order. `mail.messageId` is SES's
 * own; whose mail it was is said by `mail.tags`, which are ours. Parsed loosely: only what Rida uses can
 * refuse it.
 */
export const sesMailEvent = z.object({
  id: z.string(),
  source: z.string(),
  time: z.string(),
  detail: z.object({
    eventType: z.string(),
    mail: z.object({
      messageId: z.string(),
      destination: z.array(z.string()),
      tags: z.record(z.string(), z.array(z.string())).default({}),
    }),
    bounce: z
      .object({
        bounceType: z.string(),
        bounceSubType: z.string().optional(),
        bouncedRecipients: z.array(recipient),
        timestamp: when,
      })
      .optional(),
    complaint: z
      .object({
        complainedRecipients: z.array(recipient),
        complaintFeedbackType: z.string().nullish(),
        timestamp: when,
      })
      .optional(),
  }),
});
export type SesMailEvent = z.infer<typeof sesMailEvent>;
