import * as z from 'zod';
import type { CaseStatus } from '#events/vocabulary.ts';
import { caseStatus } from '#events/vocabulary.ts';
import type { ClockFact } from '#shared/domain/cases/case.ts';

const LETTER = {
  opened: 'o',
  'beneficiary-contact': 'b',
  'agent-contact': 'a',
  reopened: 'r',
  terms: 't',
  promised: 'p',
  'promise-withdrawn': 'w',
  asked: 'q',
  answered: 'n',
  'request-withdrawn': 'x',
  absorbed: 'm',
  released: 'l',
} as const satisfies Record<Exclude<ClockFact['type'], 'status'>, string>;
const STATUS_LETTER: Readonly<Record<CaseStatus, string>> = {
  new: 'N',
  open: 'O',
  'pending-beneficiary': 'B',
  'pending-department': 'D',
  resolved: 'R',
  closed: 'C',
};

const at = z.int();
const request = z.string().regex(/^r[1-9]\d{0,5}$/u);
const source = z.string().regex(/^[\w-]{1,40}$/u);
const remaining = z.object({ firstResponse: z.int().optional(), resolution: z.int().optional() });
// What is left out must be absent, which zod's own optional fields cannot say in types.
const clockFact = z.discriminatedUnion('type', [
  z.object({
    at,
    type: z.enum([
      'opened',
      'beneficiary-contact',
      'agent-contact',
      'reopened',
      'terms',
      'promise-withdrawn',
    ]),
  }),
  z.object({ at, type: z.literal('status'), status: caseStatus }),
  z.object({ at, type: z.literal('promised'), dueAt: at }),
  z.object({ at, type: z.literal('asked'), request, dueAt: at.optional() }),
  z.object({ at, type: z.enum(['answered', 'request-withdrawn']), request }),
  z.object({ at, type: z.literal('absorbed'), source, remaining }),
  z.object({ at, type: z.literal('released'), source }),
]) as unknown as z.ZodType<ClockFact, ClockFact>;

const letterOf = (fact: ClockFact): string =>
  fact.type === 'status' ? STATUS_LETTER[fact.status] : LETTER[fact.type];

const FACT_OF = new Map<string, Partial<ClockFact>>([
  ...Object.entries(LETTER).map(([type, letter]) => [letter, { type }] as const),
  ...Object.entries(STATUS_LETTER).map(([status, letter]) => [letter, { type: 'status', status }] as const),
] as [string, Partial<ClockFact>][]);

const short = (n: number | undefined): string => n?.toString(36) ?? '';
const long = (text: string | undefined): number | undefined =>
  text === undefined || text === '' ? undefined : Number.parseInt(text, 36);

/** What a fact says beside its kind and time; times count from the fact itself. */
function detailsOf(fact: ClockFact): string[] {
  switch (fact.type) {
    case 'promised':
      return [short(fact.dueAt - fact.at)];
    case 'asked':
      return fact.dueAt === undefined ? [fact.request] : [fact.request, short(fact.dueAt - fact.at)];
    case 'answered':
    case 'request-withdrawn':
      return [fact.request];
    case 'absorbed':
      return [fact.source, short(fact.remaining.firstResponse), short(fact.remaining.resolution)];
    case 'released':
      return [fact.source];
    default:
      return [];
  }
}

function factOf(letter: string, at: number, [first = '', second, third]: readonly string[]): ClockFact {
  const fact = { at, ...FACT_OF.get(letter) } as ClockFact;
  const dueAt = long(second);
  const [firstResponse, resolution] = [long(second), long(third)];
  switch (fact.type) {
    case 'promised':
      return { ...fact, dueAt: at + (long(first) ?? Number.NaN) };
    case 'asked':
      return { ...fact, request: first, ...(dueAt !== undefined && { dueAt: at + dueAt }) };
    case 'answered':
    case 'request-withdrawn':
      return { ...fact, request: first };
    case 'absorbed':
      return {
        ...fact,
        source: first,
        remaining: {
          ...(firstResponse !== undefined && { firstResponse }),
          ...(resolution !== undefined && { resolution }),
        },
      };
    case 'released':
      return { ...fact, source: first };
    default:
      return fact;
  }
}

/**
 * The facts of the clocks as one text: a letter for what happened, in base 36 the milliseconds since the
 * fact before, and after commas what else it says. A case of ten facts takes about 80 bytes instead of 500.
 */
export const clockFacts = z.codec(
  z.string().regex(/^(?:[obartpwqnxmlNOBDRC]-?[0-9a-z]+(?:,[\w-]*)*(?: |$))*$/u),
  z.array(clockFact),
  {
    decode: (text) => {
      let now = 0;
      return text
        .split(' ')
        .filter((part) => part !== '')
        .map((part) => {
          const [since = '', ...details] = part.slice(1).split(',');
          now += Number.parseInt(since, 36);
          return factOf(part.charAt(0), now, details);
        });
    },
    encode: (facts) => {
      let before = 0;
      return facts
        .map((fact) => {
          const since = fact.at - before;
          before = fact.at;
          return [letterOf(fact) + since.toString(36), ...detailsOf(fact)].join(',');
        })
        .join(' ');
    },
  },
);
