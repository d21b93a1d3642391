import type * as z from 'zod';
import type { Actor } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { SentFile } from '../../shell/http/sent-form.ts';
import type { Agent } from '../../shell/sign-in.ts';

/** The action of a form: a command, and the text stored beside it. */
export interface PlannedAction {
  readonly command: CaseCommand;
  readonly message?: {
    readonly direction: 'out' | 'note';
    readonly text: string;
    /** The address to answer, when the agent chose one. */
    readonly to?: string;
    /** Addresses that receive a copy. */
    readonly cc?: readonly string[];
    readonly files?: readonly SentFile[];
    /** An undone reply whose files this one has too. */
    readonly filesOf?: string;
    /** The old and new values of corrected facts. */
    readonly corrections?: Message['corrections'];
  };
  /** The time of the event, if it is not now. */
  readonly at?: number;
  /** A field that names another case, which must exist. */
  readonly refersTo?: { readonly field: string; readonly reference: string };
}

/** The case, the agent, the time, the rules and the files of a sent form. */
export interface Asking {
  readonly supportCase: Case;
  readonly agent: Agent;
  readonly rules: Rules;
  readonly now: number;
  readonly files: readonly SentFile[];
}

export interface ActionForm {
  read(body: unknown, asking: Asking): { plan: PlannedAction } | { wrong: string[] };
}

/**
 * Check whether cases may be assigned to a user: a colleague in the settings, the agent of this request, or
 * any user while the settings list no staff.
 */
export const isColleague = (user: string, { rules, agent }: Pick<Asking, 'rules' | 'agent'>): boolean =>
  rules.staff.size === 0 || rules.staff.has(user) || user === agent.user;

export const by = ({ agent }: Asking): Actor => `agent:${agent.user}`;

/** Declare a form: the schema of its fields, and the action they mean or the names of the wrong fields. */
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
