import { specOf } from '../actions/catalogue.ts';
import { type Action, targetsOf } from '../language.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';
import { cycles, type Successors } from './graph.ts';

const paces = ({ Type }: Action): boolean => specOf(Type)?.paces === true;

/** Whether something other than an error can lead out of a group of actions. */
function hasExit(group: readonly Action[]): boolean {
  const inside = new Set(group.map(({ Identifier }) => Identifier));
  return group.some(({ Transitions }) =>
    targetsOf({ ...Transitions, Errors: (Transitions.Errors ?? []).filter(isCondition) }).some(
      (target) => !inside.has(target),
    ),
  );
}

const isCondition = ({ ErrorType }: { readonly ErrorType: string }): boolean =>
  ErrorType === 'NoMatchingCondition';

const endlessLoop: Rule = (graph) =>
  cycles(graph, (action) => !paces(action)).map((group): Finding => {
    const names = group.map(({ Identifier }) => Identifier).join(', ');
    const block = group[0]?.Identifier ?? '';
    return hasExit(group)
      ? warning('endless-loop', block, `goes round without asking the caller, and may not end: ${names}`)
      : error('endless-loop', block, `goes round for ever without asking the caller: ${names}`);
  });

/** Where a flow goes when the caller says nothing at all. */
const inSilence: Successors = ({ Type, Transitions }) => {
  if (Type !== 'GetParticipantInput') return targetsOf(Transitions);
  const silent = (Transitions.Errors ?? []).filter(({ ErrorType }) => ErrorType === 'InputTimeLimitExceeded');
  return silent.map(({ NextAction }) => NextAction);
};

const endlessSilence: Rule = (graph) =>
  cycles(graph, (action) => !paces(action) || action.Type === 'GetParticipantInput', inSilence)
    .filter((group) => group.some(({ Type }) => Type === 'GetParticipantInput') && !hasSilentExit(group))
    .map((group) =>
      warning('endless-silence', group[0]?.Identifier ?? '', 'asks a caller who says nothing for ever'),
    );

function hasSilentExit(group: readonly Action[]): boolean {
  const inside = new Set(group.map(({ Identifier }) => Identifier));
  return group.some((action) => inSilence(action).some((target) => !inside.has(target)));
}

/** Rules about going round in circles. */
export const loopRules: readonly Rule[] = [endlessLoop, endlessSilence];
