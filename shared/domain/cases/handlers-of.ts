import { agentUser } from '../staff/agent-user.ts';
import type { Case } from './case.ts';

/** Return the users who handled a case, as its state names them: its assignee, and the agent of its resolution. */
export const handlersOf = ({
  assignee,
  resolution,
}: Pick<Case, 'assignee' | 'resolution'>): readonly string[] =>
  [assignee, agentUser(resolution?.by)].filter((user) => user !== undefined);
