import * as z from 'zod';
import type { Actor } from '#events/vocabulary.ts';
import type { Command } from '#shared/domain/cases/command.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { readInZone } from '#shared/domain/sla/zoned-time.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';
import type { Agent } from '../../shell/sign-in.ts';

/** What a form asks for: a command, and the text that is kept beside it. */
export interface Plan {
  readonly command: Command;
  readonly message?: {
    readonly direction: 'out' | 'note';
    readonly text: string;
    /** Who gets a copy. */
    readonly cc?: readonly string[];
    readonly files?: readonly SentFile[];
  };
  /** When it happened, if that is not now. */
  readonly at?: number;
  /** A field that names another case, which must exist. */
  readonly refersTo?: { readonly field: string; readonly reference: string };
}

/** A file as it came with a form. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Who asks, when, by which rules, and the files that came along. */
export interface Asking {
  readonly agent: Agent;
  readonly rules: Rules;
  readonly now: number;
  readonly files: readonly SentFile[];
  /** Bytes that may go along in all. */
}

export interface ActionForm {
  /** Set when agents may not: it cannot be undone. */
  readonly supervisorsOnly?: true;
  read(body: unknown, asking: Asking): { plan: Plan } | { wrong: string[] };
}

export const text = (longest: number) => z.string().trim().min(1).max(longest);

/** Words that may be left out. */
export const words = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .transform((written) => (written === '' ? undefined : written))
    .optional();

export const empty = z.literal('').transform(() => undefined);

export const userName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@+-]{0,127}$/u);

/**
 * Whether cases may go to somebody: a colleague of the settings, whoever asks, or anybody while the settings
 * name nobody.
 */
export const isColleague = (user: string, { rules, agent }: Pick<Asking, 'rules' | 'agent'>): boolean =>
  rules.staff.size === 0 || rules.staff.has(user) || user === agent.user;

export const reference = z.string().transform((typed, context) => {
  const read = parseReference(typed);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'no reference' });
  return z.NEVER;
});

/** What a browser's date-and-time field sends, in the centre's own time; digits of either script. */
export const localTime = z.string().transform((typed, context) => {
  const read = toLatinDigits(typed).trim();
  try {
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/u.test(read)) {
      readInZone('UTC', read);
      return read;
    }
  } catch {
    // Falls through: a thirteenth month is no time either.
  }
  context.addIssue({ code: 'custom', message: 'no time' });
  return z.NEVER;
});

/** The instant a local time of a form stands for. */
export const instantOf = (local: string, { rules }: Pick<Asking, 'rules'>): number =>
  readInZone(rules.desk.calendar.calendar.zone, local);

export const by = ({ agent }: Asking): Actor => `agent:${agent.user}`;

/** A form: the fields it must carry, and what they ask for; the names of fields that make no sense. */
export const form = <S extends z.ZodType>(
  fields: S,
  plan: (given: z.output<S>, asking: Asking) => Plan | { readonly wrong: string[] },
): ActionForm => ({
  read(body, asking) {
    const given = fields.safeParse(body);
    if (!given.success) return { wrong: [...new Set(given.error.issues.map(({ path }) => String(path[0])))] };
    const planned = plan(given.data, asking);
    return 'wrong' in planned ? planned : { plan: planned };
  },
});
