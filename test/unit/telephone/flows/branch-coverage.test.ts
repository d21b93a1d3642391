import { beforeAll, describe, expect, it } from 'vitest';
import { type Action, type Flow, targetsOf } from '#shared/flow/flow-language.ts';
import { lintFlow } from '#shared/flow/linter.ts';
import {
  type Broken,
  branchesOf,
  branchesTaken,
  explore,
  type FlowSurroundings,
  type Walked,
  walk,
} from './branches.ts';
import { flowsByName } from './telephone.ts';

/** A unique identifier: the trace has only block names. */
const named = (flow: string, id: string): string => `${flow}: ${id}`;

const rename = (name: string, flow: Flow): Flow => {
  const to = (id: string): string => named(name, id);
  return {
    ...flow,
    StartAction: to(flow.StartAction),
    Actions: flow.Actions.map((action) => ({
      ...action,
      Identifier: to(action.Identifier),
      Transitions: {
        ...(action.Transitions.NextAction !== undefined && { NextAction: to(action.Transitions.NextAction) }),
        ...(action.Transitions.Conditions && {
          Conditions: action.Transitions.Conditions.map((one) => ({
            ...one,
            NextAction: to(one.NextAction),
          })),
        }),
        ...(action.Transitions.Errors && {
          Errors: action.Transitions.Errors.map((one) => ({ ...one, NextAction: to(one.NextAction) })),
        }),
      },
    })),
  };
};

const flows = Object.fromEntries(
  Object.entries(flowsByName).map(([name, flow]) => [name, rename(name, flow)]),
);
const actions = Object.values(flows).flatMap(({ Actions }) => Actions);
const required = new Set(actions.flatMap(branchesOf));
const taken = new Set<string>();
/** The call that first ran an action in a language, to reach it again. */
const reached = new Map<string, { readonly around: FlowSurroundings; readonly walked: Walked }>();
/** The errors that were raised, by language. */
const raised = new Set<string>();
const walks: Walked[] = [];

const recordIn =
  (around: FlowSurroundings) =>
  (walked: Walked): boolean => {
    const before = taken.size;
    walks.push(walked);
    for (const branch of branchesTaken(walked.call)) taken.add(branch);
    const language = walked.call.attributes.language === 'en' ? 'en' : 'ar';
    for (const { block, branch } of walked.call.steps) {
      if (!reached.has(`${block} ${language}`)) reached.set(`${block} ${language}`, { around, walked });
      raised.add(`${language} ${block} → ${branch}`);
    }
    return taken.size > before;
  };

const isLanguage = ({ Type, Parameters }: Action): boolean =>
  Type === 'UpdateContactAttributes' &&
  Object.keys((Parameters.Attributes ?? {}) as object).join() === 'language';

/** A caller whose language could not be stored, for every question where it is chosen. */
const speechless: readonly Broken[] = actions
  .filter(isLanguage)
  .map(({ Identifier }) => ({ block: Identifier, error: 'NoMatchingError' }));

/** Modules and flows within calls are reached from calls; all others are called. */
const starts = Object.entries(flowsByName)
  .filter(([name, { Metadata }]) => Metadata?.kind === 'CONTACT_FLOW' && name !== 'after-call')
  .map(([name]) => name);

/** Raise every error of every action, on the path of a call in which the action succeeded. */
const breakEach = async (also: readonly Broken[] = []): Promise<void> => {
  for (const { Identifier, Transitions } of actions) {
    const errors = (Transitions.Errors ?? []).flatMap(({ ErrorType: error }) =>
      ['ar', 'en'].map((language) => ({ error, language })),
    );
    for (const { error, language } of errors) {
      const way = reached.get(`${Identifier} ${language}`);
      const isRaised = also.length === 0 && raised.has(`${language} ${Identifier} → ${error}`);
      if (!way || isRaised || error === 'NoMatchingCondition') continue;
      const broken = [...(way.around.broken ?? []), ...also, { block: Identifier, error }];
      const around = { ...way.around, broken };
      const script = way.walked.choices.map((choice) => choice.taken);
      recordIn(around)(await walk(around, script));
    }
  }
};

beforeAll(async () => {
  const seen = new Set<string>();
  for (const start of starts) {
    const around = { flows, start };
    await explore(around, recordIn(around), seen);
  }
  const around = { flows, start: 'main', broken: speechless };
  await explore(around, recordIn(around));
  // The first round reaches blocks behind a failure.
  await breakEach();
  await breakEach();
  await breakEach(speechless);
}, 300_000);

describe('every branch of the flows', () => {
  it('is taken by some call, in both languages', () => {
    const missed = [...required].filter((branch) => !taken.has(branch));
    expect(missed).toEqual([]);
    expect(required.size).toBeGreaterThan(800);
  });

  it('that a call takes is one the flow has', () => {
    expect([...taken].filter((branch) => !required.has(branch))).toEqual([]);
  });

  it('comes to an end: no call fails, goes round for ever or needs what is not run', () => {
    const wrong = walks.filter(({ status: { outcome } }) =>
      ['failed', 'unsupported', 'too-many-steps'].includes(outcome ?? ''),
    );
    expect(wrong.map(({ script, status }) => ({ script, status }))).toEqual([]);
    expect(walks.length).toBeGreaterThan(1_000);
  });

  it('leaves no caller on the line without a word', () => {
    for (const { call } of walks) {
      for (const { text } of call.spoken) expect(text).not.toContain('$.');
    }
  });
});

describe('the flows', () => {
  it.each(Object.entries(flowsByName))('%s has nothing a linter minds', (_, flow) => {
    const { errors, warnings } = lintFlow(flow);
    expect([...errors, ...warnings]).toEqual([]);
  });

  it('lead on from every action, and each leads somewhere', () => {
    for (const { Identifier, Type, Transitions } of actions)
      if (targetsOf(Transitions).length === 0)
        expect([Identifier, Type]).toEqual([
          Identifier,
          expect.stringMatching(/^(Disconnect|End|Transfer)/u),
        ]);
  });
});
