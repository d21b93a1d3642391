import type { Condition } from '../language.ts';

type Test = (result: string, operand: string) => boolean;

/** NaN when there is no number, so that no numeric comparison holds. */
const numeric = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

const tests: Readonly<Record<string, Test>> = {
  Equals: (result, operand) => result === operand,
  TextStartsWith: (result, operand) => result.startsWith(operand),
  TextEndsWith: (result, operand) => result.endsWith(operand),
  TextContains: (result, operand) => result.includes(operand),
  NumberGreaterThan: (result, operand) => numeric(result) > numeric(operand),
  NumberGreaterOrEqualTo: (result, operand) => numeric(result) >= numeric(operand),
  NumberLessThan: (result, operand) => numeric(result) < numeric(operand),
  NumberLessOrEqualTo: (result, operand) => numeric(result) <= numeric(operand),
};

export const isKnownOperator = (operator: string): boolean => Object.hasOwn(tests, operator);

/** Whether a condition holds for a result; an operator that is not known never holds. */
export function holds({ Operator, Operands }: Condition, result: string): boolean {
  const test = isKnownOperator(Operator) ? tests[Operator] : undefined;
  return test !== undefined && Operands.some((operand) => test(result, operand));
}
