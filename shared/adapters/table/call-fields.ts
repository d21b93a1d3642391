import * as z from 'zod';
import { language } from '#events/vocabulary.ts';
import { CALL_MARKS, type Call } from '#shared/domain/telephone/call.ts';
import { CALL_LINES } from '#shared/domain/telephone/line.ts';
import type { FieldsOf } from './fields.ts';
import { renamed } from './renamed.ts';

const at = z.int();
const text = z.string();

const recording = renamed(
  { key: 'k', kind: 'd', startedAt: 's', endedAt: 'e', transcript: 't' },
  z.object({
    key: text,
    kind: z.enum(['agent', 'automated']),
    startedAt: at.optional(),
    endedAt: at.optional(),
    transcript: text.optional(),
  }),
);

const legNames = {
  initiationMethod: 'i',
  initiatedAt: 's',
  connectedAt: 'c',
  queue: 'q',
  queuedAt: 'qa',
  queueMs: 'qm',
  answeredAt: 'an',
  agent: 'ag',
  holds: 'h',
  holdMs: 'hm',
  talkMs: 'tm',
  afterWorkMs: 'aw',
  endedAt: 'e',
  reason: 'r',
  previous: 'p',
  next: 'n',
  recordings: 're',
  complete: 'co',
};
const legFacts = z.object({
  initiationMethod: text.optional(),
  initiatedAt: at.optional(),
  connectedAt: at.optional(),
  queue: text.optional(),
  queuedAt: at.optional(),
  queueMs: at.optional(),
  answeredAt: at.optional(),
  agent: text.optional(),
  holds: at.optional(),
  holdMs: at.optional(),
  talkMs: at.optional(),
  afterWorkMs: at.optional(),
  endedAt: at.optional(),
  reason: text.optional(),
  previous: text.optional(),
  next: text.optional(),
  recordings: z.array(recording).optional(),
  complete: z.literal(true).optional(),
});
const facts = renamed(legNames, legFacts);
const dated = renamed({ ...legNames, updatedAt: 'u' }, legFacts.extend({ updatedAt: at }));

const state = renamed(
  { at: 'a', state: 's', agent: 'g' },
  z.object({ at, state: z.enum(['connected', 'hold', 'missed', 'ended']), agent: text.optional() }),
);

const leg = renamed(
  { flow: 'f', event: 'e', describe: 'd', record: 'r', states: 's', lostAt: 'l' },
  z.object({
    flow: facts.optional(),
    event: facts.optional(),
    describe: dated.optional(),
    record: dated.optional(),
    states: z.array(state).optional(),
    lostAt: at.optional(),
  }),
);

const register = <S extends z.ZodType>(value: S) =>
  renamed({ rank: 'r', at: 'a', value: 'v' }, z.object({ rank: z.int(), at, value }));

const told = renamed(
  { heardAt: 'h', said: 's', cases: 'c', legs: 'l', more: 'm' },
  z.object({
    heardAt: at,
    said: renamed(
      { language: 'l', line: 'n', recording: 'r', callback: 'c', message: 'm' },
      z.object({
        language: register(language).optional(),
        line: register(z.enum(CALL_LINES)).optional(),
        recording: register(z.enum(['on', 'off'])).optional(),
        callback: register(z.literal(true)).optional(),
        message: register(z.literal(true)).optional(),
      }),
    ),
    cases: z.array(renamed({ at: 'a', ref: 'r' }, z.object({ at, ref: text }))),
    legs: z.record(text, leg),
    more: z.literal(true).optional(),
  }),
);

/** How a call is stored. */
export const callFields: FieldsOf<Call, 'id' | 'version' | 'causes'> = {
  told: { short: 't', schema: told, optional: true },
  initiationMethod: { short: 'i', schema: text },
  startedAt: { short: 's', schema: at },
  language: { short: 'l', schema: language, optional: true },
  caseRef: { short: 'cr', schema: text, optional: true },
  queuedAt: { short: 'qa', schema: at, optional: true },
  answeredAt: { short: 'an', schema: at, optional: true },
  agent: { short: 'ag', schema: text, optional: true },
  endedAt: { short: 'e', schema: at, optional: true },
  reason: { short: 'r', schema: text, optional: true },
  marks: { short: 'mk', schema: z.array(z.enum(CALL_MARKS)), optional: true },
  announced: { short: 'ad', schema: z.boolean(), optional: true },
  nextDueAt: { short: 'du', schema: at, optional: true },
};
