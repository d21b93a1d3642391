import type { Action, Flow } from '#shared/flow/flow-language.ts';

type Flows = Readonly<Record<string, Flow>>;
type Texts = Readonly<Record<string, string>>;

/** A value that no comparison uses. */
const OTHER = 'other';
const SHORT = 6;

const actionsOf = (flows: Flows): readonly Action[] => Object.values(flows).flatMap(({ Actions }) => Actions);
const mapsOf = (value: unknown): Texts => (value ?? {}) as Texts;

/** The keys for which a question has a branch. */
const keysOf = ({ Transitions }: Action): readonly string[] =>
  (Transitions.Conditions ?? []).flatMap(({ Condition }) => Condition.Operands);

/** The values with which a reference is compared, also under the attribute that stores it. */
function comparedWith(flows: Flows, reference: string): readonly string[] {
  const actions = actionsOf(flows);
  const keptAs = actions
    .filter(({ Type }) => Type === 'UpdateContactAttributes')
    .flatMap(({ Parameters }) => Object.entries(mapsOf(Parameters.Attributes)))
    .filter(([, value]) => value === reference)
    .map(([name]) => `$.Attributes.${name}`);
  const names = new Set([reference, ...keptAs]);
  const operands = actions
    .filter(({ Type, Parameters }) => Type === 'Compare' && names.has(String(Parameters.ComparisonValue)))
    // A long table is covered in the flow that contains it.
    .flatMap((action) => (Object.keys(flows).length > 1 ? keysOf(action).slice(0, SHORT) : keysOf(action)));
  // A callback needs a number.
  const dials = actions.some(({ Parameters }) => names.has(String(Parameters.CallbackNumber)));
  return [...new Set([...operands, ...(dials ? ['+966500000001'] : [])])];
}

/** The possible values of a name: those in comparisons, and another. */
const valuesOf = (flows: Flows, reference: string): readonly string[] => [
  ...comparedWith(flows, reference),
  OTHER,
];

/** Return each name with its first value; then, one at a time, with every other; then all with their last value. */
function oneAtATime(values: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, Texts>> {
  const usual = Object.fromEntries(Object.entries(values).map(([name, [first = OTHER]]) => [name, first]));
  return Object.fromEntries([
    ['usual', usual],
    ...Object.entries(values).flatMap(([name, [, ...others]]) =>
      others.map((value) => [`${name}: ${value}`, { ...usual, [name]: value }]),
    ),
    ['last', Object.fromEntries(Object.entries(values).map(([name, each]) => [name, each.at(-1) ?? OTHER]))],
  ]);
}

const read = (value: unknown): string[] =>
  JSON.stringify(value)
    .match(/\$\.External\.\w+/gu)
    ?.map((reference) => reference.slice('$.External.'.length)) ?? [];

/** Return the flow that requests a step and reads its response. */
const asking = (flows: Flows, name: string, step: string): readonly Flow[] =>
  Object.values(flows).filter(({ Actions }) =>
    Actions.some(
      ({ Type, Parameters }) =>
        Type === 'InvokeLambdaFunction' &&
        String(Parameters.LambdaFunctionARN).includes(`:${name}}`) &&
        (mapsOf(Parameters.LambdaInvocationAttributes).step ?? '') === step,
    ),
  );

/** Computed once for each question and flow: thousands of calls need it. */
function once<K, V>(made: Map<K, V>, key: K, make: () => V): V {
  const cached = made.get(key);
  if (cached !== undefined) return cached;
  const value = make();
  made.set(key, value);
  return value;
}

const starts = new Map<string, Readonly<Record<string, Texts>>>();
const entries = new Map<string, readonly string[]>();

/** The initial attributes of a flow. */
export const startsOf = (flow: Flow): Readonly<Record<string, Texts>> =>
  once(starts, flow.StartAction + (flow.Metadata?.name ?? ''), () => workOutStarts(flow));

function workOutStarts(flow: Flow): Readonly<Record<string, Texts>> {
  const flows = { flow };
  const given = flow.Metadata?.attributes ?? [];
  return oneAtATime(
    Object.fromEntries(
      given.map((name) => {
        const values = comparedWith(flows, `$.Attributes.${name}`);
        // Usually a call has none of them.
        return [name, [OTHER, ...values]];
      }),
    ),
  );
}

/**
 * Return the possible keys of a question: every key with a branch and another, or the values that are stored
 * and compared.
 */
export const answersTo = (flows: Flows, block: string, digits: number): readonly string[] =>
  once(entries, `${block} ${digits}`, () => {
    const action = actionsOf(flows).find(({ Identifier }) => Identifier === block);
    return action === undefined || digits > 1 || keysOf(action).length === 0
      ? workOutEntries(flows, block, digits)
      : [...keysOf(action), '9'];
  });

function workOutEntries(flows: Flows, block: string, digits: number): readonly string[] {
  const name = block.replace(/ (ar|en)( \d)?$/u, '');
  const keep = actionsOf(flows).find(({ Identifier }) => Identifier === `${name} keep`);
  const attribute = Object.keys(mapsOf(keep?.Parameters.Attributes))[0];
  const compared = attribute === undefined ? [] : comparedWith(flows, `$.Attributes.${attribute}`);
  return [...new Set(['9'.repeat(Math.min(digits, 20)), ...compared])];
}

const answers = new Map<string, Readonly<Record<string, Texts>>>();

/** Return all possible responses of a function to a step, so that each comparison of the flow is covered. */
export const anyLambdaAnswers = (flows: Flows, name: string, step: string): Readonly<Record<string, Texts>> =>
  once(answers, `${name} ${step}`, () => {
    const names = new Set(asking(flows, name, step).flatMap(read));
    return oneAtATime(
      Object.fromEntries([...names].map((one) => [one, valuesOf(flows, `$.External.${one}`)])),
    );
  });
