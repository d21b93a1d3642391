import * as z from 'zod';
import { channel, correctedField } from '#events/vocabulary.ts';

const file = z.object({
  name: z.string(),
  type: z.string(),
  size: z.int().nonnegative(),
  /** Key of the file in the blob store. */
  key: z.string(),
});

/** One stored message of a case: text, sender, recipients and attachments. */
export const messageSchema = z.object({
  id: z.string(),
  direction: z.enum(['in', 'out', 'note']),
  channel,
  at: z.number(),
  from: z.object({ name: z.string(), address: z.string() }).optional(),
  to: z.array(z.string()),
  /** Where the sender asks to be answered, when it is another address. */
  replyTo: z.string().optional(),
  /** The other addresses of a Reply-To with several. */
  otherReplyTo: z.array(z.string()).optional(),
  /** Recipients of a copy of an agent's reply. Stored only here, because events carry no personal data. */
  cc: z.array(z.string()).optional(),
  subject: z.string(),
  /** The new text, without quoted history and signature. */
  text: z.string(),
  /** The full text, when it differs from `text`. */
  fullText: z.string().optional(),
  /** The sender's HTML, sanitised. */
  html: z.string().optional(),
  attachments: z.array(file),
  /** Key of the raw mail in the blob store. */
  rawKey: z.string().optional(),
  messageId: z.string().optional(),
  references: z.array(z.string()).optional(),
  /** Codes that say why the message was routed to this case. */
  reasons: z.array(z.string()),
  /** The old and new values of facts that were corrected by hand. */
  corrections: z.array(z.object({ field: correctedField, from: z.string(), to: z.string() })).optional(),
  automatic: z.string().optional(),
  /** The message asks for nothing. */
  thanks: z.literal(true).optional(),
  /** A copy of a mail with a virus verdict that no supervisor restored. Its files stay shut. */
  isShut: z.literal(true).optional(),
});
export type Message = z.infer<typeof messageSchema>;
