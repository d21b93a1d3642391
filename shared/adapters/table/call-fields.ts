import * as z from 'zod';
import { language } from '#events/vocabulary.ts';
import type { Call } from '#shared/domain/call/call.ts';
import type { FieldsOf } from './fields.ts';

const at = z.int();
const text = z.string();

/** How a call is stored. */
export const callFields: FieldsOf<Call, 'id' | 'version' | 'causes'> = {
  initiationMethod: { short: 'i', schema: text },
  startedAt: { short: 's', schema: at },
  language: { short: 'l', schema: language, optional: true },
  caseRef: { short: 'cr', schema: text, optional: true },
  queuedAt: { short: 'qa', schema: at, optional: true },
  answeredAt: { short: 'an', schema: at, optional: true },
  agent: { short: 'ag', schema: text, optional: true },
  endedAt: { short: 'e', schema: at, optional: true },
  reason: { short: 'r', schema: text, optional: true },
  announced: { short: 'ad', schema: z.boolean(), optional: true },
  nextDueAt: { short: 'du', schema: at, optional: true },
};
