import { specOf } from '../actions/catalogue.ts';
import type { Action } from '../flow-language.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';
import { allTargets, cycles, type FlowGraph, reach, type Successors } from './graph.ts';

const paces = ({ Type }: Action): boolean => specOf(Type)?.paces === true;

/** A flow with these may run without end: in a queue, on hold, or beside an agent. */
const MAY_LAST: ReadonlySet<string> = new Set(['MessageParticipantIteratively', 'Wait', 'ShowView']);

/** These leave the flow when they succeed. */
const LEAVES: ReadonlySet<string> = new Set([
  'TransferContactToQueue',
  'DequeueContactAndTransferToQueue',
  'TransferToFlow',
  'TransferParticipantToThirdParty',
]);

/**
 * Return the targets of an action without a technical failure. A failure does not count as the exit of a
 * loop.
 */
const withoutFailure: Successors = (action) => {
  const { Errors = [] } = action.Transitions;
  const expected = Errors.filter(({ ErrorType }) => ErrorType !== 'NoMatchingError');
  return allTargets({ ...action, Transitions: { ...action.Transitions, Errors: expected } });
};

/** Return true when a branch other than a failure leaves a group of actions. */
function hasExit(group: readonly Action[], successors: Successors): boolean {
  const inside = new Set(group.map(({ Identifier }) => Identifier));
  return group.some(
    (action) => LEAVES.has(action.Type) || successors(action).some((target) => !inside.has(target)),
  );
}

const namesOf = (group: readonly Action[]): string =>
  group
    .slice(0, 8)
    .map(({ Identifier }) => Identifier)
    .join(', ') + (group.length > 8 ? ', …' : '');

const endless = (group: readonly Action[]): boolean =>
  !group.some(({ Type }) => MAY_LAST.has(Type)) && !hasExit(group, withoutFailure);

const first = (group: readonly Action[]): string => group[0]?.Identifier ?? '';

/** Cycles without an exit, whatever the caller does. */
const noExit = (graph: FlowGraph): Action[][] => cycles(graph, () => true).filter(endless);

const ASKS: ReadonlySet<string> = new Set([
  'GetParticipantInput',
  'ConnectParticipantWithLexBot',
  'ConnectParticipantWithAgenticCX',
  'ShowView',
]);

/** Return the targets of a caller who makes none of the offered choices. */
const withoutChoice: Successors = (action) =>
  withoutFailure(
    ASKS.has(action.Type) ? { ...action, Transitions: { ...action.Transitions, Conditions: [] } } : action,
  );

/**
 * A counted loop with the same target for both results does not count. If only a choice leads back to it,
 * such as hearing a menu again, it is harmless: report a warning.
 */
function uncounted({ byId, reachable }: FlowGraph, { Identifier, Type, Transitions }: Action): Finding[] {
  const wayOf = (result: string): string | undefined =>
    Transitions.Conditions?.find(({ Condition }) => Condition.Operands.includes(result))?.NextAction;
  const continueId = wayOf('ContinueLooping');
  if (Type !== 'Loop' || continueId === undefined || continueId !== wayOf('DoneLooping')) return [];
  if (!reachable.has(Identifier) || !reach([continueId], byId).has(Identifier)) return [];
  const report = reach([continueId], byId, withoutChoice).has(Identifier) ? error : warning;
  return [report('endless-loop', Identifier, 'the loop repeats after DoneLooping')];
}

const endlessLoop: Rule = (graph) => {
  const closed = noExit(graph);
  const reported = new Set(closed.flat());
  const unpaced = cycles(graph, (action) => !paces(action)).filter(
    (group) => !group.some((action) => reported.has(action)),
  );
  return [
    ...graph.flow.Actions.filter((action) => !reported.has(action)).flatMap((action) =>
      uncounted(graph, action),
    ),
    ...closed.map((group) =>
      error('endless-loop', first(group), `no branch leaves this loop: ${namesOf(group)}`),
    ),
    ...unpaced.map(
      (group): Finding =>
        hasExit(group, withoutFailure)
          ? warning(
              'endless-loop',
              first(group),
              `loops without asking the caller, and may not end: ${namesOf(group)}`,
            )
          : error('endless-loop', first(group), `loops forever without asking the caller: ${namesOf(group)}`),
    ),
  ];
};

/** Return the targets of an action when the caller is silent. */
const inSilence: Successors = (action) => {
  const { Type, Transitions } = action;
  if (Type !== 'GetParticipantInput') return withoutFailure(action);
  const silent = (Transitions.Errors ?? []).filter(({ ErrorType }) => ErrorType === 'InputTimeLimitExceeded');
  return silent.map(({ NextAction }) => NextAction);
};

const endlessSilence: Rule = (graph) =>
  cycles(graph, (action) => !paces(action) || action.Type === 'GetParticipantInput', inSilence)
    .filter((group) => !hasExit(group, inSilence))
    .flatMap((group) => group.filter(({ Type }) => Type === 'GetParticipantInput').slice(0, 1))
    .map(({ Identifier }) => warning('endless-silence', Identifier, 'asks a silent caller forever'));

/** Rules about loops. */
export const loopRules: readonly Rule[] = [endlessLoop, endlessSilence];
