import { type ActionResult, type ActionRunner, type Machine, mapOf, textOf, within } from './machine.ts';
import { nameOf } from './names.ts';
import type { QueueState } from './world.ts';

const noQueue: ActionResult = { kind: 'error', type: 'NoMatchingError' };

/** The queue an action asks about: its own, or the one set before. */
function queueOf(parameters: unknown, machine: Machine): string | undefined {
  const own = textOf(within(parameters, 'QueueId') ?? within(parameters, 'AgentId'), machine);
  return own === '' ? machine.queue : nameOf(own);
}

const metrics: Readonly<Record<string, (queue: QueueState) => number>> = {
  NumberOfAgentsAvailable: ({ agents }) => agents.available,
  NumberOfAgentsStaffed: ({ agents }) => agents.staffed,
  NumberOfAgentsOnline: ({ agents }) => agents.online,
  NumberOfContactsInQueue: ({ contacts }) => contacts,
  OldestContactInQueueAgeSeconds: ({ oldestAgeSeconds }) => oldestAgeSeconds,
};

const checkMetric: ActionRunner = ({ Parameters }, machine) => {
  const queue = queueOf(Parameters, machine);
  const type = textOf(Parameters.MetricType, machine);
  const metric = Object.hasOwn(metrics, type) ? metrics[type] : undefined;
  if (queue === undefined || metric === undefined) return noQueue;
  return { kind: 'result', value: String(metric(machine.world.queue(queue))) };
};

const getMetrics: ActionRunner = ({ Parameters }, machine) => {
  const queue = queueOf(Parameters, machine);
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

const checkHours: ActionRunner = ({ Parameters }, machine) => {
  const { world, queue } = machine;
  const id = textOf(Parameters.HoursOfOperationId, machine);
  if (id === '' && queue === undefined) return noQueue;
  const open = world.isOpen(
    { ...(id === '' ? {} : { hours: nameOf(id) }), ...(queue === undefined ? {} : { queue }) },
    world.now(),
  );
  return { kind: 'result', value: open ? 'True' : 'False' };
};

/** Counts by identifier: `ContinueLooping` so many times, then `DoneLooping` once, then anew. */
const loop: ActionRunner = ({ Identifier, Parameters }, machine) => {
  const limit = Number(textOf(Parameters.LoopCount, machine));
  const passed = machine.loops.get(Identifier) ?? 0;
  const again = passed < limit;
  machine.loops.set(Identifier, again ? passed + 1 : 0);
  return { kind: 'result', value: again ? 'ContinueLooping' : 'DoneLooping' };
};

const wait: ActionRunner = ({ Parameters }, machine) => ({
  kind: 'ask',
  expects: {
    maxDigits: 0,
    timeoutSeconds: Number(textOf(Parameters.TimeLimitSeconds ?? Parameters.TimeoutSeconds, machine)),
    interdigitSeconds: 0,
    received: '',
  },
  done: () => ({ kind: 'result', value: 'WaitCompleted' }),
});

const goToFlow: ActionRunner = ({ Parameters }, machine) => {
  const name = nameOf(textOf(Parameters.ContactFlowId, machine));
  const flow = machine.options.flows?.[name];
  return flow === undefined
    ? { kind: 'end', outcome: 'handed-to-flow', reason: name }
    : { kind: 'jump', flow, branch: `flow ${name}` };
};

const callModule: ActionRunner = ({ Parameters }, machine) => {
  const name = nameOf(textOf(Parameters.FlowModuleId, machine));
  const flow = machine.options.flows?.[name];
  return flow === undefined
    ? { kind: 'end', outcome: 'unsupported', reason: `the module ${name} was not given` }
    : { kind: 'jump', flow, branch: `module ${name}`, module: true };
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
  EndFlowModuleExecution: () => ({ kind: 'return' }),
  EndFlowExecution: () => ({ kind: 'end', outcome: 'flow-ended' }),
  UpdateFlowAttributes: setFlowAttributes,
  UpdateFlowLoggingBehavior: () => ({ kind: 'next' }),
  UpdateRoutingCriteria: () => ({ kind: 'next' }),
};
