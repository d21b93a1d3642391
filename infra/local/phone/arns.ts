const ACCOUNT = '000000000000';

/** The telephone system of this computer, as Connect would name an instance. */
export const INSTANCE = `arn:aws:connect:local:${ACCOUNT}:instance/this-computer`;
export { ACCOUNT };

export const queueArn = (queue: string): string => `${INSTANCE}/queue/${queue}`;
export const agentArn = (user: string): string => `${INSTANCE}/agent/${user}`;
export const contactArn = (id: string): string => `${INSTANCE}/contact/${id}`;

const AGENT_QUEUE = 'agent/';

/** The queue of one agent, which only they serve. */
export const agentQueue = (user: string): string => AGENT_QUEUE + user;

/** Whose queue it is; undefined for one that several serve. */
export const agentOfQueue = (queue: string): string | undefined =>
  queue.startsWith(AGENT_QUEUE) ? queue.slice(AGENT_QUEUE.length) : undefined;
