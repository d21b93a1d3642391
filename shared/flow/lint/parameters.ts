import type { ActionSpec } from '../actions/action-spec.ts';
import { specOf } from '../actions/catalogue.ts';
import type { Action } from '../language.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';

/** Whether one word comes from the other by at most two insertions, deletions or changes. */
function isTypoOf(given: string, known: string): boolean {
  if (Math.abs(given.length - known.length) > 2) return false;
  let row = Array.from({ length: known.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...given].entries()) {
    const below = [index + 1];
    for (const [at, other] of [...known].entries()) {
      const change = (row[at] ?? 0) + (letter.toLowerCase() === other.toLowerCase() ? 0 : 1);
      below.push(Math.min(change, (row[at + 1] ?? 0) + 1, (below[at] ?? 0) + 1));
    }
    row = below;
  }
  return (row.at(-1) ?? 0) <= 2;
}

function missing({ Identifier, Type, Parameters }: Action, spec: ActionSpec): Finding[] {
  const { required = [], oneOf = [] } = spec;
  const absent = required
    .filter((name) => Parameters[name] === undefined)
    .map((name) => error('missing-parameter', Identifier, `${Type} needs the parameter ${name}`));
  return oneOf.length === 0 || oneOf.some((name) => Parameters[name] !== undefined)
    ? absent
    : [...absent, error('missing-parameter', Identifier, `${Type} needs one of ${oneOf.join(', ')}`)];
}

function conflicting({ Identifier, Type, Parameters }: Action, spec: ActionSpec): Finding[] {
  const given = (spec.oneOf ?? spec.exclusive ?? []).filter((name) => Parameters[name] !== undefined);
  return given.length < 2
    ? []
    : [error('conflicting-parameters', Identifier, `${Type} takes one of ${given.join(', ')} only`)];
}

/** What looks like a slip is an error; what may be newer than this catalogue is not. */
function unknown({ Identifier, Type, Parameters }: Action, spec: ActionSpec): Finding[] {
  if (spec.openParameters === true) return [];
  const known = [
    ...(spec.required ?? []),
    ...(spec.optional ?? []),
    ...(spec.oneOf ?? []),
    ...(spec.exclusive ?? []),
  ];
  return Object.keys(Parameters)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const meant = known.find((each) => isTypoOf(name, each));
      return meant === undefined
        ? warning('unknown-parameter', Identifier, `${Type} has no parameter ${name} that is known here`)
        : error('unknown-parameter', Identifier, `${Type} has no parameter ${name}; ${meant} is meant`);
    });
}

const parameters: Rule = ({ flow }) =>
  flow.Actions.flatMap((action) => {
    const spec = specOf(action.Type);
    if (spec === undefined)
      return [error('unknown-action', action.Identifier, `Connect has no action type ${action.Type}`)];
    return [...missing(action, spec), ...conflicting(action, spec), ...unknown(action, spec)];
  });

const lambdaTimeout: Rule = ({ flow }) =>
  flow.Actions.filter(({ Type }) => Type === 'InvokeLambdaFunction').flatMap(({ Identifier, Parameters }) => {
    const limit = Parameters.InvocationTimeLimitSeconds;
    if (limit === undefined) return [];
    const seconds = Number(limit);
    return Number.isInteger(seconds) && seconds >= 1 && seconds <= 8
      ? []
      : [
          error(
            'lambda-timeout',
            Identifier,
            `the time limit is ${String(limit)}; Connect takes 1 to 8 seconds`,
          ),
        ];
  });

/** Rules about what each action is given. */
export const parameterRules: readonly Rule[] = [parameters, lambdaTimeout];
