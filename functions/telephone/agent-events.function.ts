import { connectAgentEvent } from '#events/inbound/connect-agent-event.ts';
import { kinesisFunction } from '#shared/runtime/function.ts';
import { recordAgentEvent } from './agent-events.ts';
import { environments } from './env.ts';

export const agentEventsFunction = kinesisFunction({
  name: 'telephone/agent-events',
  environment: environments['telephone/agent-events'],
  payload: connectAgentEvent,
  run: recordAgentEvent,
  log: (logger, calls) =>
    logger.info('agent-event-recorded', 'An agent event was added to its calls.', { calls }),
});
