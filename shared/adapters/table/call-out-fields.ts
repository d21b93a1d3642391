import * as z from 'zod';
import { actor, callAnswers, callPurpose, disposition, language } from '#events/vocabulary.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import type { FieldsOf } from './fields.ts';
import { renamed } from './renamed.ts';

const at = z.int();
const text = z.string();
const yes = z.literal(true).optional();

const said = renamed(
  {
    answered: 'a',
    machine: 'm',
    silent: 's',
    refused: 'r',
    never: 'n',
    wrongNumber: 'w',
    notUser: 'u',
    later: 'l',
    answers: 'q',
    done: 'd',
    remark: 'k',
    agent: 'g',
    registered: 'c',
  },
  z.object({
    ...{ answered: yes, machine: yes, silent: yes, refused: yes, never: yes, wrongNumber: yes, notUser: yes },
    later: at.optional(),
    answers: callAnswers.optional(),
    ...{ done: yes, remark: yes, agent: yes },
    registered: text.optional(),
  }),
);

const ended = renamed(
  { at: 'a', reason: 'r', machine: 'm', connected: 'c' },
  z.object({ at, reason: text.optional(), machine: text.optional(), connected: yes }),
);

const attempt = renamed(
  { n: 'n', contactId: 'c', dialledAt: 'd', said: 's', ended: 'e' },
  z.object({ n: z.int(), contactId: text.optional(), dialledAt: at, said, ended: ended.optional() }),
);

const state = renamed(
  { is: 'i', at: 'a', attempt: 'n', disposition: 'd' },
  z.discriminatedUnion('is', [
    z.object({ is: z.literal('planned'), at }),
    z.object({ is: z.enum(['due', 'dialling', 'answered']), attempt: z.int() }),
    z.object({ is: z.literal('finished'), disposition, at }),
  ]),
);

/** How a call out is stored. */
export const callOutFields: FieldsOf<CallOut, 'id' | 'version' | 'causes'> = {
  purpose: { short: 'p', schema: callPurpose },
  beneficiaryId: { short: 'b', schema: text },
  phone: { short: 't', schema: text, optional: true },
  language: { short: 'l', schema: language },
  plannedAt: { short: 'o', schema: at },
  by: { short: 'y', schema: actor },
  notBefore: { short: 'n', schema: at },
  service: {
    short: 's',
    schema: renamed({ name: 'n', on: 'o' }, z.object({ name: text, on: text })),
    optional: true,
  },
  caseRef: { short: 'r', schema: text, optional: true },
  list: { short: 'li', schema: text, optional: true },
  attempts: { short: 'a', schema: z.array(attempt) },
  handed: { short: 'h', schema: z.object({ n: z.int(), at }), optional: true },
  closed: { short: 'cl', schema: z.object({ disposition, at }), optional: true },
  state: { short: 'st', schema: state },
  erasedAt: { short: 'er', schema: at, optional: true },
  nextDueAt: { short: 'du', schema: at, optional: true },
};
