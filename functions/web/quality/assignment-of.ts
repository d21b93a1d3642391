import * as z from 'zod';
import type { View } from '../shell/view.ts';

/** Read who gets a task: the person who takes it, or the chosen member of staff. */
export function assignmentOf(act: 'take' | 'assign', fields: Readonly<Record<string, unknown>>, view: View) {
  const { agent, rules } = view;
  const by = `agent:${agent.user}` as const;
  if (act === 'take') return { do: 'assign', to: agent.user, by } as const;
  const to = z.string().safeParse(fields.to);
  return to.success && rules.staff.has(to.data)
    ? ({ do: 'assign', to: to.data, by } as const)
    : ({ wrong: 'owner' } as const);
}
