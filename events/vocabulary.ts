import * as z from 'zod';

/** What a beneficiary brings: ملاحظة، استفسار، بلاغ, and شكوى about the centre itself. */
export const caseType = z.enum(['observation', 'inquiry', 'report', 'complaint']);
export type CaseType = z.infer<typeof caseType>;

export const segment = z.enum(['citizen', 'resident', 'contractor', 'investor', 'staff', 'unknown']);
export type Segment = z.infer<typeof segment>;

export const channel = z.enum(['mail', 'phone', 'web', 'console']);
export type Channel = z.infer<typeof channel>;

export const language = z.enum(['ar', 'en']);
export type Language = z.infer<typeof language>;

export const priority = z.enum(['urgent', 'high', 'normal', 'low']);
export type Priority = z.infer<typeof priority>;

export const caseStatus = z.enum([
  'new',
  'open',
  'pending-beneficiary',
  'pending-department',
  'resolved',
  'closed',
]);
export type CaseStatus = z.infer<typeof caseStatus>;

export const closingReason = z.enum(['finished', 'no-answer', 'spam', 'duplicate', 'withdrawn']);
export type ClosingReason = z.infer<typeof closingReason>;

export const clockName = z.enum(['firstResponse', 'nextResponse', 'resolution']);
export type ClockName = z.infer<typeof clockName>;

/** Who is told when a deadline nears or passes. */
export const audience = z.enum(['assignee', 'supervisor', 'department-head', 'leadership']);
export type Audience = z.infer<typeof audience>;

/** Who acted: a member of staff by user name, the beneficiary, or Rida itself. */
export const actor = z.string().regex(/^(agent:.{1,128}|beneficiary|rida)$/u);
export type Actor = `agent:${string}` | 'beneficiary' | 'rida';
