const AGENT = 'agent:';

/** Return the user name of a member of staff who acts. Return undefined for any other actor. */
export const agentUser = (by: string | undefined): string | undefined =>
  by?.startsWith(AGENT) ? by.slice(AGENT.length) : undefined;
