import * as z from 'zod';

const when = z.string().optional();
/** A recipient in SES's form: an address, sometimes with a display name. */
const recipient = z.object({
  emailAddress: z.string(),
  status: z.string().nullish(),
  diagnosticCode: z.string().nullish(),
});

/**
 * An SES event about a sent mail, delivered by EventBridge (SES guide, "Contents of event data"; detail-types
 * `Email Bounced`, `Email Complaint Received`, `Email Delivered`, `Email Delivery Delayed`, `Email Rejected`,
 * `Email Rendering Failed`). It may repeat and arrive in any order. `mail.messageId` is SES's own id; Rida's
 * `mail.tags` identify the mail. The schema is loose: only fields that Rida uses can fail.
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
