import type { ActionSpec } from '../actions/action-spec.ts';
import { catalogue, parametersOf, specFor, specOf } from '../actions/catalogue.ts';
import type { Action } from '../flow-language.ts';
import { within } from '../run/json-path.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';
import { didYouMean, meantBy, wordsOf } from './spelling.ts';

const TYPES = Object.keys(catalogue);
const everyParameter = TYPES.flatMap((type) => {
  const spec = specOf(type);
  return spec === undefined ? [] : parametersOf(spec).map((name) => ({ name, type }));
});
const NESTED = TYPES.flatMap((type) => Object.values(specOf(type)?.nested ?? {}).flat());
const VOCABULARY: ReadonlySet<string> = new Set(
  [...everyParameter.map(({ name }) => name), ...NESTED].flatMap(wordsOf),
);

/** Parameters whose empty value is the matter of another rule. */
const EMPTY_ELSEWHERE: ReadonlySet<string> = new Set(['PromptId', 'Text', 'SSML', 'ComparisonValue']);

/** Return true for a value that names nothing: none, null or blanks. */
const isAbsent = (name: string, value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '' && !EMPTY_ELSEWHERE.has(name));

function missing({ Identifier, Type, Parameters }: Action, spec: ActionSpec): Finding[] {
  const { required = [], oneOf = spec.anyOf ?? [] } = spec;
  const absent = required
    .filter((name) => isAbsent(name, Parameters[name]))
    .map((name) => error('missing-parameter', Identifier, `${Type} needs the parameter ${name}`));
  return oneOf.length === 0 || oneOf.some((name) => !isAbsent(name, Parameters[name]))
    ? absent
    : [...absent, error('missing-parameter', Identifier, `${Type} needs one of ${oneOf.join(', ')}`)];
}

function conflicting({ Identifier, Type, Parameters }: Action, spec: ActionSpec): Finding[] {
  const given = (spec.oneOf ?? spec.exclusive ?? []).filter(
    (name) => Parameters[name] !== undefined && Parameters[name] !== '',
  );
  return given.length < 2
    ? []
    : [error('conflicting-parameters', Identifier, `${Type} takes one of ${given.join(', ')} only`)];
}

/**
 * Report a warning for a parameter that may be newer than the catalogue: a name in the language's style with
 * a known word. Report an error for a misspelling, a parameter of another action, and a name without any
 * known word.
 */
function unknownParameter(
  { Identifier, Type }: Action,
  name: string,
  documented: readonly string[],
  place = Type,
): Finding {
  const says = `${place} has no parameter ${name}`;
  const meant = meantBy(name, documented);
  if (meant !== undefined) return error('unknown-parameter', Identifier, `${says}; did you mean ${meant}?`);
  const owner = everyParameter.find((other) => other.name === name)?.type;
  if (owner !== undefined) return error('unknown-parameter', Identifier, `${says}; it belongs to ${owner}`);
  return /^[A-Z]/.test(name) && wordsOf(name).some((word) => VOCABULARY.has(word))
    ? warning('unknown-parameter', Identifier, `${says} in this catalogue`)
    : error('unknown-parameter', Identifier, says);
}

function unknownWithin(action: Action, { nested = {} }: ActionSpec): Finding[] {
  return Object.entries(nested).flatMap(([path, documented]) => {
    const given = within(action.Parameters, ...path.split('.'));
    const names =
      typeof given === 'object' && given !== null && !Array.isArray(given) ? Object.keys(given) : [];
    return names
      .filter((name) => !documented.includes(name))
      .map((name) => unknownParameter(action, name, documented, `${action.Type} ${path}`));
  });
}

function unknown(action: Action, spec: ActionSpec): Finding[] {
  if (spec.openParameters === true) return [];
  const documented = parametersOf(spec);
  return Object.keys(action.Parameters)
    .filter((name) => !documented.includes(name))
    .map((name) => unknownParameter(action, name, documented));
}

const parameters: Rule = ({ flow }) =>
  flow.Actions.flatMap((action) => {
    const { Identifier, Type } = action;
    const spec = specFor(action);
    if (spec === undefined)
      return [
        error('unknown-action', Identifier, `Connect has no action type ${Type}${didYouMean(Type, TYPES)}`),
      ];
    return [
      ...missing(action, spec),
      ...conflicting(action, spec),
      ...unknown(action, spec),
      ...unknownWithin(action, spec),
    ];
  });

/** Rules about the names of parameters. */
export const parameterRules: readonly Rule[] = [parameters];
