import type { ValueRule } from '../actions/action-spec.ts';
import { specOf } from '../actions/catalogue.ts';
import type { Action } from '../flow-language.ts';
import { within } from '../run/json-path.ts';
import { error, type Finding, type Rule } from './finding.ts';
import { fixedText } from './fixed-text.ts';
import { didYouMean } from './spelling.ts';

const bounds = ({ min, max }: { readonly min: number; readonly max: number }): string => {
  if (max < Number.MAX_VALUE) return ` from ${min} to ${max}`;
  return min > -Number.MAX_VALUE ? ` of ${min} at least` : '';
};

function complaint(value: string, rule: ValueRule): string | undefined {
  if ('oneOf' in rule) {
    const fits = rule.oneOf.some((each) => each.toLowerCase() === value.toLowerCase());
    return fits ? undefined : `must be one of ${rule.oneOf.join(', ')}${didYouMean(value, rule.oneOf)}`;
  }
  if ('matches' in rule) return rule.matches.test(value) ? undefined : rule.says;
  const number = /^[+-]?\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : Number.NaN;
  const fits = Number.isInteger(number) && number >= rule.min && number <= rule.max;
  return fits ? undefined : `must be a whole number${bounds(rule)}`;
}

const badValues: Rule = ({ flow }) =>
  flow.Actions.flatMap(({ Identifier, Type, Parameters }) =>
    Object.entries(specOf(Type)?.values ?? {}).flatMap(([name, rule]) => {
      const given = within(Parameters, ...name.split('.'));
      const isScalar = !Array.isArray(given) && (typeof given !== 'object' || given === null);
      if (given !== undefined && !('oneOf' in rule) && !isScalar)
        return [error('bad-value', Identifier, `${name} is ${JSON.stringify(given)}; it must be one value`)];
      return (Array.isArray(given) ? given : [given]).flatMap((each) => {
        const value = fixedText(each);
        const wrong = value === undefined ? undefined : complaint(value, rule);
        return wrong === undefined
          ? []
          : [error('bad-value', Identifier, `${name} is ${value}; it ${wrong}`)];
      });
    }),
  );

const isReference = (value: unknown): boolean => typeof value === 'string' && /\$(?:\.|\[['"])/.test(value);

/** The service reads some parameters when it stores the flow, and rejects a reference. */
const dynamicValues: Rule = ({ flow }) =>
  flow.Actions.flatMap(({ Identifier, Type, Parameters }) =>
    (specOf(Type)?.fixed ?? [])
      .filter((path) => [within(Parameters, ...path.split('.'))].flat().some(isReference))
      .map((path) => error('bad-value', Identifier, `${path} is a reference; Connect accepts a fixed value`)),
  );

const isText = (value: unknown): boolean => typeof value === 'string';

/** The service accepts only text as the value of an attribute. */
const attributeValues: Rule = ({ flow }) =>
  flow.Actions.flatMap(({ Identifier, Type, Parameters }) =>
    (specOf(Type)?.textMaps ?? []).flatMap((path) => {
      const map = within(Parameters, ...path.split('.'));
      if (map === undefined || map === null) return [];
      if (typeof map !== 'object' || Array.isArray(map))
        return [
          error('bad-value', Identifier, `${path} is ${JSON.stringify(map)}; it must map names to text`),
        ];
      return Object.entries(map)
        .filter(([, value]) => !isText(value))
        .map(([name, value]) =>
          error('bad-value', Identifier, `${path}.${name} is ${JSON.stringify(value)}; it must be text`),
        );
    }),
  );

/** Connect accepts no reference here: the limit is fixed in the flow. */
function lambdaLimit({ Identifier, Parameters }: Action): Finding[] {
  const limit = Parameters.InvocationTimeLimitSeconds;
  if (limit === undefined || (typeof limit === 'string' && /\$\{|%|\{\{/.test(limit))) return [];
  const seconds = Number(limit);
  return Number.isInteger(seconds) && seconds >= 1 && seconds <= 8
    ? []
    : [
        error(
          'lambda-timeout',
          Identifier,
          `the time limit is ${String(limit)}; Connect accepts 1 to 8 seconds`,
        ),
      ];
}

const lambdaTimeout: Rule = ({ flow }) =>
  flow.Actions.filter(({ Type }) => Type === 'InvokeLambdaFunction').flatMap(lambdaLimit);

/** Rules about the values of parameters. */
export const valueRules: readonly Rule[] = [badValues, dynamicValues, attributeValues, lambdaTimeout];
