import type { Action } from '../flow-language.ts';
import { lookUp } from './json-path.ts';
import {
  type ActionResult,
  type ActionRunner,
  flowData,
  flowIn,
  type Machine,
  mapOf,
  nameIn,
  textOf,
} from './machine.ts';
import { standIn } from './stand-in.ts';
import type { QueueLoad } from './world.ts';

const noQueue: ActionResult = { kind: 'error', type: 'NoMatchingError' };

/** Return the queue of an action: its own, or the current one. */
function queueParameter(action: Action, machine: Machine): string | undefined {
  const own = nameIn(action, 'QueueId', machine) || nameIn(action, 'AgentId', machine);
  return own === '' ? machine.queue : own;
}

const metrics: Readonly<Record<string, (queue: QueueLoad) => number>> = {
  NumberOfAgentsAvailable: ({ agents }) => agents.available,
  NumberOfAgentsStaffed: ({ agents }) => agents.staffed,
  NumberOfAgentsOnline: ({ agents }) => agents.online,
  NumberOfContactsInQueue: ({ contacts }) => contacts,
  // In milliseconds, despite the name: the console writes 300 seconds as 300000.
  OldestContactInQueueAgeSeconds: ({ oldestAgeSeconds }) => oldestAgeSeconds * 1000,
};

const checkMetric: ActionRunner = (action, machine) => {
  const queue = queueParameter(action, machine);
  const type = textOf(action.Parameters.MetricType, machine);
  const metric = Object.hasOwn(metrics, type) ? metrics[type] : undefined;
  if (queue === undefined || metric === undefined) return noQueue;
  return { kind: 'result', value: String(metric(machine.world.queue(queue))) };
};

const getMetrics: ActionRunner = (action, machine) => {
  const queue = queueParameter(action, machine);
  if (queue === undefined) return noQueue;
  const { contacts, oldestAgeSeconds, agents } = machine.world.queue(queue);
  machine.metrics = {
    Queue: { Name: queue, ARN: queue, Size: contacts, OldestContactAge: oldestAgeSeconds },
    Agents: {
      Online: { Count: agents.online },
      Available: { Count: agents.available },
      Staffed: { Count: agents.staffed },
    },
  };
  return { kind: 'next' };
};

const checkHours: ActionRunner = (action, machine) => {
  const { world, queue } = machine;
  const hours = nameIn(action, 'HoursOfOperationId', machine);
  if (hours === '' && queue === undefined) return noQueue;
  const open = world.isOpen(
    { ...(hours === '' ? {} : { hours }), ...(queue === undefined ? {} : { queue }) },
    world.now(),
  );
  return { kind: 'result', value: open ? 'True' : 'False' };
};

/** Return the number of passes of a loop: a fixed number, or one for each element of an array. */
function rounds(parameters: Action['Parameters'], machine: Machine): number {
  const array = parameters.LoopArray;
  const value = typeof array === 'string' ? lookUp(array, flowData(machine)) : array;
  return Array.isArray(value) ? value.length : Number(textOf(parameters.LoopCount, machine));
}

/**
 * Count by identifier: `ContinueLooping` for the given number of passes, then `DoneLooping` once, then start
 * again.
 */
const loop: ActionRunner = ({ Identifier, Parameters }, machine) => {
  const limit = rounds(Parameters, machine);
  const passed = machine.loops.get(Identifier) ?? 0;
  const continues = passed < limit;
  machine.loops.set(Identifier, continues ? passed + 1 : 0);
  return { kind: 'result', value: continues ? 'ContinueLooping' : 'DoneLooping' };
};

const WAIT_OVER = 'WaitCompleted';

/** Wait until the time is over, or until an event with a branch. */
const wait: ActionRunner = ({ Parameters, Transitions }, machine) => ({
  kind: 'ask',
  expects: {
    maxDigits: 0,
    events: (Transitions.Conditions ?? [])
      .flatMap(({ Condition }) => Condition.Operands)
      .filter((event) => event !== WAIT_OVER),
    timeoutSeconds: Number(textOf(Parameters.TimeLimitSeconds ?? Parameters.TimeoutSeconds, machine)) || 0,
    interdigitSeconds: 0,
    received: '',
  },
  done: (event) => ({ kind: 'result', value: event ?? WAIT_OVER }),
});

const goToFlow: ActionRunner = (action, machine) => {
  const name = nameIn(action, 'ContactFlowId', machine);
  const flow = flowIn(action, 'ContactFlowId', machine);
  return flow === undefined
    ? { kind: 'end', outcome: 'handed-to-flow', reason: name }
    : { kind: 'jump', flow, branch: `flow ${name}` };
};

/** Treat a missing module as successful. */
const callModule: ActionRunner = (action, machine) => {
  const flow = flowIn(action, 'FlowModuleId', machine);
  return flow === undefined
    ? standIn(action, machine)
    : { kind: 'jump', flow, branch: `module ${nameIn(action, 'FlowModuleId', machine)}`, module: true };
};

const endModule: ActionRunner = ({ Parameters }, machine) => {
  const result = textOf(Parameters.Result, machine);
  return { kind: 'return', data: Parameters.ResultData, ...(result === '' ? {} : { result }) };
};

const setFlowAttributes: ActionRunner = ({ Parameters }, machine) => {
  const given = Parameters.FlowAttributes;
  for (const [key, value] of Object.entries(typeof given === 'object' && given !== null ? given : {})) {
    const inner = mapOf(value, machine);
    machine.flowAttributes[key] = Object.values(inner)[0] ?? textOf(value, machine);
  }
  return { kind: 'next' };
};

/** Runners of the flow control actions. */
export const controlRunners: Readonly<Record<string, ActionRunner>> = {
  Compare: ({ Parameters }, machine) => ({
    kind: 'result',
    value: textOf(Parameters.ComparisonValue, machine),
  }),
  CheckHoursOfOperation: checkHours,
  CheckMetricData: checkMetric,
  GetMetricData: getMetrics,
  DistributeByPercentage: (_, { world }) => ({
    kind: 'result',
    value: String(1 + Math.floor(world.random() * 100)),
  }),
  Loop: loop,
  Wait: wait,
  TransferToFlow: goToFlow,
  InvokeFlowModule: callModule,
  EndFlowModuleExecution: endModule,
  EndFlowExecution: () => ({ kind: 'end', outcome: 'flow-ended' }),
  UpdateFlowAttributes: setFlowAttributes,
  UpdateFlowLoggingBehavior: () => ({ kind: 'next' }),
};
