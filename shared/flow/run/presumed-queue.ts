import { type Action, type Flow, kindOf } from '../language.ts';
import { allTargets, reach } from '../lint/graph.ts';

/** These go by the contact's queue unless they name one. */
const USES: ReadonlySet<string> = new Set([
  'CheckHoursOfOperation',
  'CheckMetricData',
  'TransferContactToQueue',
  'CreateCallbackContact',
]);

const names = ({ Parameters }: Action): boolean =>
  ['QueueId', 'AgentId', 'HoursOfOperationId'].some((name) => (Parameters[name] ?? '') !== '');

/**
 * Whether the contact of a flow that is played by itself comes with a queue: the flow is one for those who
 * wait or are transferred, or it goes by a queue before it sets one. A contact flow that is known as one has
 * to set its own.
 */
export function comesWithQueue(flow: Flow): boolean {
  const kind = kindOf(flow.Metadata);
  if (kind === 'CONTACT_FLOW') return false;
  if (kind !== undefined && kind !== 'MODULE') return true;
  const { Actions, StartAction } = flow;
  if (Actions.some(({ Type }) => Type === 'MessageParticipantIteratively')) return true;
  const byId = new Map(Actions.map((action) => [action.Identifier, action]));
  const unset = reach([StartAction], byId, (action) =>
    action.Type === 'UpdateContactTargetQueue' ? [] : allTargets(action),
  );
  return Actions.some((action) => USES.has(action.Type) && !names(action) && unset.has(action.Identifier));
}
