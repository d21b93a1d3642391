import { type Action, type Flow, kindOf } from '../flow-language.ts';
import { allTargets, reach } from '../lint/graph.ts';

/** These use the contact's queue unless they name one. */
const USES: ReadonlySet<string> = new Set([
  'CheckHoursOfOperation',
  'CheckMetricData',
  'TransferContactToQueue',
  'CreateCallbackContact',
]);

const names = ({ Parameters }: Action): boolean =>
  ['QueueId', 'AgentId', 'HoursOfOperationId'].some((name) => (Parameters[name] ?? '') !== '');

/**
 * Return true when a flow that is played on its own needs a contact with a queue: it is a queue or transfer
 * flow, or it uses a queue before it sets one. A declared contact flow must set its own.
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
