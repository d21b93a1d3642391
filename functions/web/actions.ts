import * as z from 'zod';
import { type Actor, caseStatus, closingReason } from '#events/vocabulary.ts';
import type { Command } from '#shared/domain/case/command.ts';
import { parseReference } from '#shared/domain/case/reference.ts';

export const actionNames = ['reply', 'note', 'assign', 'status', 'resolve', 'reopen', 'close'] as const;
export type ActionName = (typeof actionNames)[number];

/** What a form asks for: a command, and the text that is kept beside it. */
export interface Plan {
  readonly command: Command;
  readonly message?: { readonly direction: 'out' | 'note'; readonly text: string };
}

const text = (longest: number) => z.string().trim().min(1).max(longest);
const empty = z.literal('').transform(() => undefined);
const user = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@+-]{0,127}$/u);

const reference = z.string().transform((typed, context) => {
  const read = parseReference(typed);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'no reference' });
  return z.NEVER;
});

const by = (agent: string): Actor => `agent:${agent}`;

/** A form: the fields it must carry, and the command they make. */
const form = <S extends z.ZodType>(fields: S, plan: (given: z.output<S>, agent: string) => Plan) => ({
  read(body: unknown, agent: string): { plan: Plan } | { wrong: string[] } {
    const given = fields.safeParse(body);
    if (given.success) return { plan: plan(given.data, agent) };
    return { wrong: [...new Set(given.error.issues.map(({ path }) => String(path[0])))] };
  },
});

/** What an agent can do on a case's page. */
export const actions = {
  reply: form(
    z.object({ text: text(20_000), thenStatus: empty.or(caseStatus).optional() }),
    ({ text: written, thenStatus }, agent) => ({
      command: { do: 'reply', by: by(agent), ...(thenStatus !== undefined && { thenStatus }) },
      message: { direction: 'out', text: written },
    }),
  ),
  note: form(z.object({ text: text(20_000) }), ({ text: written }, agent) => ({
    command: { do: 'note', by: by(agent) },
    message: { direction: 'note', text: written },
  })),
  assign: form(z.object({ to: user }), ({ to }, agent) => ({ command: { do: 'assign', to, by: by(agent) } })),
  status: form(z.object({ to: caseStatus }), ({ to }, agent) => ({
    command: { do: 'set-status', to, by: by(agent) },
  })),
  resolve: form(z.object({ outcome: text(4_000) }), ({ outcome }, agent) => ({
    command: { do: 'resolve', outcome, by: by(agent) },
  })),
  reopen: form(z.object({}), (_, agent) => ({ command: { do: 'reopen', by: by(agent) } })),
  close: form(
    z
      .object({ reason: closingReason, duplicateOf: empty.or(reference).optional() })
      .refine(({ reason, duplicateOf }) => reason !== 'duplicate' || duplicateOf !== undefined, {
        path: ['duplicateOf'],
      }),
    ({ reason, duplicateOf }, agent) => ({
      command: {
        do: 'close',
        reason,
        by: by(agent),
        ...(reason === 'duplicate' && duplicateOf !== undefined && { duplicateOf }),
      },
    }),
  ),
} as const satisfies Record<ActionName, ReturnType<typeof form>>;
