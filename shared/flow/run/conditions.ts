import type { Condition } from '../language.ts';

type Test = (result: string, operand: string) => boolean;

/** NaN when there is no number, so that no numeric comparison holds. */
const numeric = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

/** Whether a JSON object, as text, has a key. */
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
  // Not in the guide; the service takes it, and compares with an object such as `$.External`.
  KeyExists: hasKey,
};

/** Every operator of the Flow language. */
export const OPERATORS: readonly string[] = Object.keys(tests);

export const isOperator = (operator: string): boolean => Object.hasOwn(tests, operator);

/**
 * Whether a condition holds for a result; an operator that is not known never holds. `fill` puts in what an
 * operand refers to.
 */
export function holds(
  { Operator, Operands }: Condition,
  result: string,
  fill: (operand: string) => string = (operand) => operand,
): boolean {
  const test = isOperator(Operator) ? tests[Operator] : undefined;
  return test !== undefined && Operands.some((operand) => test(result, fill(operand)));
}
