import type * as z from 'zod';
import type { Actor } from '#events/vocabulary.ts';
import type { Command } from '#shared/domain/cases/command.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { SentFile } from '../../shell/http/sent-form.ts';
import type { Agent } from '../../shell/sign-in.ts';

/** What a form asks for: a command, and the text that is kept beside it. */
export interface PlannedAction {
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

/** Who asks, when, by which rules, and the files that came along. */
export interface Asking {
  readonly agent: Agent;
  readonly rules: Rules;
  readonly now: number;
  readonly files: readonly SentFile[];
}

export interface ActionForm {
  /** Set when agents may not: it cannot be undone. */
  readonly supervisorsOnly?: true;
  read(body: unknown, asking: Asking): { plan: PlannedAction } | { wrong: string[] };
}

/**
 * Whether cases may go to somebody: a colleague of the settings, whoever asks, or anybody while the settings
 * name nobody.
 */
export const isColleague = (user: string, { rules, agent }: Pick<Asking, 'rules' | 'agent'>): boolean =>
  rules.staff.size === 0 || rules.staff.has(user) || user === agent.user;

export const by = ({ agent }: Asking): Actor => `agent:${agent.user}`;

/** A form: the fields it must carry, and what they ask for; the names of fields that make no sense. */
export const form = <S extends z.ZodType>(
  fields: S,
  plan: (given: z.output<S>, asking: Asking) => PlannedAction | { readonly wrong: string[] },
): ActionForm => ({
  read(body, asking) {
    const given = fields.safeParse(body);
    if (!given.success) return { wrong: [...new Set(given.error.issues.map(({ path }) => String(path[0])))] };
    const planned = plan(given.data, asking);
    return 'wrong' in planned ? planned : { plan: planned };
  },
});
