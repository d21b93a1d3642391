import * as z from 'zod';
import {
  actor,
  caseStatus,
  caseType,
  channel,
  closingReason,
  language,
  priority,
  relation,
  segment,
} from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { clockFacts } from './clock-facts.ts';
import type { FieldsOf } from './fields.ts';
import { renamed } from './renamed.ts';

const at = z.int();
const text = z.string();

const beneficiary = renamed(
  { id: 'i', name: 'n', email: 'e', phone: 'p', authenticated: 'a', failing: 'f' },
  z.object({
    id: text,
    name: text.optional(),
    email: text.optional(),
    phone: text.optional(),
    authenticated: z.boolean(),
    failing: z.literal(true).optional(),
  }),
);

const survey = renamed(
  {
    state: 's',
    at: 'a',
    reason: 'r',
    invitation: 'i',
    expiresAt: 'x',
    score: 'c',
    finished: 'f',
    comment: 't',
    language: 'l',
  },
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('planned'), at }),
    z.object({ state: z.literal('suppressed'), reason: text }),
    z.object({ state: z.literal('invited'), invitation: text, at, expiresAt: at }),
    z.object({
      state: z.literal('answered'),
      invitation: text,
      at,
      score: z.int(),
      finished: z.boolean(),
      comment: text.optional(),
      language,
    }),
  ]),
);

const promise = renamed({ at: 'a', dueAt: 'd', by: 'b' }, z.object({ at, dueAt: at, by: actor }));

const request = renamed(
  { id: 'i', department: 'd', askedAt: 'a', dueAt: 'u', by: 'b', message: 'm', ended: 'e' },
  z.object({
    id: text,
    department: text,
    askedAt: at,
    dueAt: at,
    by: actor,
    message: text.optional(),
    ended: z
      .object({ at, how: z.enum(['answered', 'withdrawn']), by: actor, message: text.optional() })
      .optional(),
  }),
);

const link = renamed({ to: 't', as: 's', at: 'a' }, z.object({ to: text, as: relation, at }));

/** How a case is stored: short names, because an item's names are paid for like its values. */
export const caseFields: FieldsOf<Case, 'id' | 'version' | 'causes'> = {
  type: { short: 't', schema: caseType },
  category: { short: 'k', schema: text },
  department: { short: 'd', schema: text },
  subject: { short: 's', schema: text },
  beneficiary: { short: 'b', schema: beneficiary },
  segment: { short: 'g', schema: segment },
  channel: { short: 'h', schema: channel },
  language: { short: 'l', schema: language },
  priority: { short: 'p', schema: priority },
  status: { short: 'st', schema: caseStatus },
  assignee: { short: 'as', schema: text, optional: true },
  openedAt: { short: 'o', schema: at },
  generation: { short: 'n', schema: z.int() },
  facts: { short: 'f', schema: clockFacts },
  fired: { short: 'fi', schema: z.array(text) },
  level: { short: 'lv', schema: z.int() },
  lastMessageId: { short: 'm', schema: text, optional: true },
  resolution: {
    short: 'r',
    schema: renamed({ by: 'b', outcome: 'o' }, z.object({ at, by: actor, outcome: text })),
    optional: true,
  },
  closing: {
    short: 'cl',
    schema: renamed(
      { reason: 'r', duplicateOf: 'd' },
      z.object({ at, reason: closingReason, duplicateOf: text.optional() }),
    ),
    optional: true,
  },
  survey: { short: 'sv', schema: survey, optional: true },
  related: { short: 'rl', schema: text, optional: true },
  quarantine: { short: 'qu', schema: text, optional: true },
  automatic: { short: 'au', schema: text, optional: true },
  watchers: { short: 'w', schema: z.array(text), optional: true },
  promise: { short: 'pr', schema: promise, optional: true },
  requests: { short: 'rq', schema: z.array(request), optional: true },
  links: { short: 'lk', schema: z.array(link), optional: true },
  merged: { short: 'mg', schema: z.object({ into: text, at, status: caseStatus }), optional: true },
  erased: { short: 'er', schema: z.object({ at, because: z.enum(['request', 'age']) }), optional: true },
  failedChecks: { short: 'fc', schema: z.object({ day: text, count: z.int() }), optional: true },
  nextDueAt: { short: 'du', schema: at, optional: true },
};
