import type * as z from 'zod';
import type { Actor } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { worksCases } from '#shared/domain/staff/choose-assignee.ts';
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

type Asker = Pick<Asking, 'rules' | 'agent'>;

/** Return the problem with the user in a field; undefined for a colleague in the settings and for the agent. */
export function wrongColleague(
  field: 'to' | 'user',
  user: string,
  { rules, agent }: Asker,
): string | undefined {
  if (user === agent.user || rules.staff.has(user)) return undefined;
  return rules.staff.size === 0 ? `${field}.nobody` : field;
}

/** Return the problem with the assignee in the field `to`. Cases go only to members of staff who work on them. */
export function wrongAssignee(user: string, asker: Asker): string | undefined {
  const member = asker.rules.staff.get(user);
  return member && !worksCases(member) ? 'to.reads' : wrongColleague('to', user, asker);
}

/** Return the users to whom the agent may assign a case: the agent, and the members of staff who work on cases. */
export const assignees = ({ rules, agent }: Asker): string[] => [
  ...new Set([
    ...(wrongAssignee(agent.user, { rules, agent }) === undefined ? [agent.user] : []),
    ...[...rules.staff.values()].filter(worksCases).map(({ user }) => user),
  ]),
];

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
