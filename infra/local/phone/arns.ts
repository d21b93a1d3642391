const ACCOUNT = '000000000000';

/** The ARN of the local telephone system, in the form of a Connect instance. */
export const INSTANCE = `arn:aws:connect:local:${ACCOUNT}:instance/this-computer`;
export { ACCOUNT };

export const queueArn = (queue: string): string => `${INSTANCE}/queue/${queue}`;
export const agentArn = (user: string): string => `${INSTANCE}/agent/${user}`;
export const contactArn = (id: string): string => `${INSTANCE}/contact/${id}`;

const AGENT_QUEUE = 'agent/';

/** Return the personal queue of an agent. */
export const agentQueue = (user: string): string => AGENT_QUEUE + user;

/** Return the agent of a personal queue; undefined for a shared queue. */
export const agentOfQueue = (queue: string): string | undefined =>
  queue.startsWith(AGENT_QUEUE) ? queue.slice(AGENT_QUEUE.length) : undefined;
