import * as z from 'zod';
import { channel } from '#events/vocabulary.ts';

const file = z.object({
  name: z.string(),
  type: z.string(),
  size: z.int().nonnegative(),
  /** Where its bytes lie in the blob store. */
  key: z.string(),
});

/** One message of a case as it is kept: what was said, by whom, and what came with it. */
export const messageSchema = z.object({
  id: z.string(),
  direction: z.enum(['in', 'out', 'note']),
  channel,
  at: z.number(),
  from: z.object({ name: z.string(), address: z.string() }).optional(),
  to: z.array(z.string()),
  /** Who got a copy of an agent's reply; kept here only, because events carry nothing personal. */
  cc: z.array(z.string()).optional(),
  subject: z.string(),
  /** What is new in it, above quoted history and signature. */
  text: z.string(),
  /** All of it, when that is more. */
  fullText: z.string().optional(),
  /** The sender's HTML, cleaned. */
  html: z.string().optional(),
  attachments: z.array(file),
  /** The mail as it arrived. */
  rawKey: z.string().optional(),
  messageId: z.string().optional(),
  references: z.array(z.string()).optional(),
  /** Why it was put where it is, as codes. */
  reasons: z.array(z.string()),
  automatic: z.string().optional(),
});
export type Message = z.infer<typeof messageSchema>;
