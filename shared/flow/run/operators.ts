import type { FlowCondition } from '../flow-language.ts';

type Test = (result: string, operand: string) => boolean;

/** NaN for a text that is not a number, so that no numeric comparison matches. */
const numeric = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

/** Return true when a JSON object, given as text, has the key. */
function hasKey(object: string, key: string): boolean {
  try {
    const value: unknown = JSON.parse(object);
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  } catch {
    return false;
  }
}

const tests: Readonly<Record<string, Test>> = {
  Equals: (result, operand) => result === operand,
  TextStartsWith: (result, operand) => result.startsWith(operand),
  TextEndsWith: (result, operand) => result.endsWith(operand),
  TextContains: (result, operand) => result.includes(operand),
  NumberGreaterThan: (result, operand) => numeric(result) > numeric(operand),
  NumberGreaterOrEqualTo: (result, operand) => numeric(result) >= numeric(operand),
  NumberLessThan: (result, operand) => numeric(result) < numeric(operand),
  NumberLessOrEqualTo: (result, operand) => numeric(result) <= numeric(operand),
  // Not in the guide. The service accepts it to test an object such as `$.External`.
  KeyExists: hasKey,
};

/** Every operator of the Flow language. */
export const OPERATORS: readonly string[] = Object.keys(tests);

export const isOperator = (operator: string): boolean => Object.hasOwn(tests, operator);

/**
 * Return true when a condition matches a result. An unknown operator never matches. `fill` resolves the
 * references of an operand.
 */
export function holds(
  { Operator, Operands }: FlowCondition,
  result: string,
  fill: (operand: string) => string = (operand) => operand,
): boolean {
  const test = isOperator(Operator) ? tests[Operator] : undefined;
  return test !== undefined && Operands.some((operand) => test(result, fill(operand)));
}
