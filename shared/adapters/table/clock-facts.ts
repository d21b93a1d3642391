import * as z from 'zod';
import type { CaseStatus } from '#events/vocabulary.ts';
import { caseStatus } from '#events/vocabulary.ts';
import type { ClockFact } from '#shared/domain/case/case.ts';

const LETTER = {
  opened: 'o',
  'beneficiary-contact': 'b',
  'agent-contact': 'a',
  reopened: 'r',
} as const;
const STATUS_LETTER: Readonly<Record<CaseStatus, string>> = {
  new: 'N',
  open: 'O',
  'pending-beneficiary': 'B',
  'pending-department': 'D',
  resolved: 'R',
  closed: 'C',
};

const at = z.int();
const clockFact: z.ZodType<ClockFact, ClockFact> = z.discriminatedUnion('type', [
  z.object({ at, type: z.enum(['opened', 'beneficiary-contact', 'agent-contact', 'reopened']) }),
  z.object({ at, type: z.literal('status'), status: caseStatus }),
]);

const letterOf = (fact: ClockFact): string =>
  fact.type === 'status' ? STATUS_LETTER[fact.status] : LETTER[fact.type];

const FACT_OF = new Map<string, Omit<ClockFact, 'at'>>([
  ...Object.entries(LETTER).map(([type, letter]) => [letter, { type }] as const),
  ...Object.entries(STATUS_LETTER).map(([status, letter]) => [letter, { type: 'status', status }] as const),
] as [string, Omit<ClockFact, 'at'>][]);

/**
 * The facts of the clocks as one text: a letter for what happened and, in base 36, the milliseconds
 * since the fact before. A case of ten facts takes about 80 bytes instead of 500.
 */
export const clockFacts = z.codec(
  z.string().regex(/^(?:[obarNOBDRC]-?[0-9a-z]+(?: |$))*$/u),
  z.array(clockFact),
  {
    decode: (text) => {
      let now = 0;
      return text
        .split(' ')
        .filter((part) => part !== '')
        .map((part) => {
          now += Number.parseInt(part.slice(1), 36);
          return { at: now, ...FACT_OF.get(part.charAt(0)) } as ClockFact;
        });
    },
    encode: (facts) => {
      let before = 0;
      return facts
        .map((fact) => {
          const since = fact.at - before;
          before = fact.at;
          return letterOf(fact) + since.toString(36);
        })
        .join(' ');
    },
  },
);
