import type { Action, Flow } from '#shared/flow/language.ts';

type Flows = Readonly<Record<string, Flow>>;
type Texts = Readonly<Record<string, string>>;

/** A value nothing is compared with. */
const OTHER = 'other';
const SHORT = 6;

const actionsOf = (flows: Flows): readonly Action[] => Object.values(flows).flatMap(({ Actions }) => Actions);
const mapsOf = (value: unknown): Texts => (value ?? {}) as Texts;

/** The keys a question leads on by. */
const keysOf = ({ Transitions }: Action): readonly string[] =>
  (Transitions.Conditions ?? []).flatMap(({ Condition }) => Condition.Operands);

/** What a reference is compared with anywhere, also under the attribute it is kept as. */
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
    // A long table is gone through where the flow that has it begins.
    .flatMap((action) => (Object.keys(flows).length > 1 ? keysOf(action).slice(0, SHORT) : keysOf(action)));
  // A call back needs a number.
  const dials = actions.some(({ Parameters }) => names.has(String(Parameters.CallbackNumber)));
  return [...new Set([...operands, ...(dials ? ['+966500000001'] : [])])];
}

/** The values a name can have: what it is compared with, and something else. */
const valuesOf = (flows: Flows, reference: string): readonly string[] => [
  ...comparedWith(flows, reference),
  OTHER,
];

/** Each name with its first value; then, one at a time, with every other. */
function oneAtATime(values: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, Texts>> {
  const usual = Object.fromEntries(Object.entries(values).map(([name, [first = OTHER]]) => [name, first]));
  return Object.fromEntries([
    ['usual', usual],
    ...Object.entries(values).flatMap(([name, [, ...others]]) =>
      others.map((value) => [`${name}: ${value}`, { ...usual, [name]: value }]),
    ),
  ]);
}

const read = (value: unknown): string[] =>
  JSON.stringify(value)
    .match(/\$\.External\.\w+/gu)
    ?.map((reference) => reference.slice('$.External.'.length)) ?? [];

/** The flow that asks a function for a step, and so reads its answer. */
const asking = (flows: Flows, name: string, step: string): readonly Flow[] =>
  Object.values(flows).filter(({ Actions }) =>
    Actions.some(
      ({ Type, Parameters }) =>
        Type === 'InvokeLambdaFunction' &&
        String(Parameters.LambdaFunctionARN).includes(`:${name}}`) &&
        (mapsOf(Parameters.LambdaInvocationAttributes).step ?? '') === step,
    ),
  );

/** Worked out once for each question and flow: thousands of calls ask the same. */
function once<K, V>(made: Map<K, V>, key: K, make: () => V): V {
  const cached = made.get(key);
  if (cached !== undefined) return cached;
  const value = make();
  made.set(key, value);
  return value;
}

const starts = new Map<string, Readonly<Record<string, Texts>>>();
const entries = new Map<string, readonly string[]>();

/** The attributes a flow may begin with. */
export const startsOf = (flow: Flow): Readonly<Record<string, Texts>> =>
  once(starts, flow.StartAction + (flow.Metadata?.name ?? ''), () => workOutStarts(flow));

function workOutStarts(flow: Flow): Readonly<Record<string, Texts>> {
  const flows = { flow };
  const given = flow.Metadata?.attributes ?? [];
  return oneAtATime(
    Object.fromEntries(
      given.map((name) => {
        const values = comparedWith(flows, `$.Attributes.${name}`);
        // As a rule a call comes with none of them.
        return [name, [OTHER, ...values]];
      }),
    ),
  );
}

/** What may be pressed at a question: every key it knows and a wrong one, or what it stores and is compared with. */
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

/** Whatever a function may answer to a step, so that each comparison of the flow can go every way. */
export const anyLambdaAnswers = (flows: Flows, name: string, step: string): Readonly<Record<string, Texts>> =>
  once(answers, `${name} ${step}`, () => {
    const names = new Set(asking(flows, name, step).flatMap(read));
    return oneAtATime(
      Object.fromEntries([...names].map((one) => [one, valuesOf(flows, `$.External.${one}`)])),
    );
  });
