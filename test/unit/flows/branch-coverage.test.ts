import { beforeAll, describe, expect, it } from 'vitest';
import { type Call, type CallStatus, quietWorld, type World } from '#shared/flow/interpreter.ts';
import { branchesOf, explore, type Walk, walk } from './branches.ts';
import { flowsByName } from './telephone.ts';

/** The function's answers, so that every comparison of the flow goes either way. */
const answers = (open: boolean, active: boolean, fails: string): World['lambda'] => {
  const said: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    greet: {
      open: String(open),
      hours: 'hours',
      hasActive: String(active),
      activeCase: '-',
      activeStatus: '-',
    },
    register: { reference: '4K7-2M0-0385', spoken: '4, K' },
    status: { found: String(active), reference: '4K7-2M0-0385', say: 'status' },
  };
  return async (_, event) => {
    const step = event.Details.Parameters.step ?? '';
    const answer = said[step];
    if (step === fails || !answer) throw new Error('down');
    return answer;
  };
};
const full = { ...quietWorld.queue('general'), contacts: 1, capacity: 1 };

const worlds: readonly Partial<World>[] = [
  ...[true, false].flatMap((open) =>
    ['', 'greet', 'register', 'status'].map((fails) => ({
      lambda: answers(open, open, fails),
      isOpen: () => open,
    })),
  ),
  { lambda: answers(true, false, ''), queue: () => full },
  { lambda: answers(false, true, '') },
];

/** Arabic, English, and a caller whose language could not be kept: each must come through the whole flow. */
const callers: readonly Pick<Walk, 'broken' | 'attributes'>[] = [
  { broken: [], attributes: {} },
  { broken: ['arabic'], attributes: {} },
  { broken: [], attributes: { language: 'en' } },
  { broken: [], attributes: { language: 'ar' } },
];

const actions = Object.values(flowsByName).flatMap(({ Actions }) => Actions);
const required = new Set(actions.flatMap(branchesOf));
const taken = new Set<string>();
const reached = new Map<string, Walk>();
const calls: { readonly call: Call; readonly status: CallStatus }[] = [];

const record = (call: Call, way: Walk, status: CallStatus): void => {
  calls.push({ call, status });
  for (const { block, branch } of call.steps) {
    taken.add(`${block} → ${branch}`);
    if (!reached.has(block)) reached.set(block, way);
  }
  // A question that is being asked has been reached too.
  const asked = call.spoken.at(-1)?.block;
  if (asked !== undefined && !reached.has(asked)) reached.set(asked, way);
};

/** Every action that can fail, failing: the way there is known from the walks in which it worked. */
const breakEach = async (): Promise<void> => {
  for (const { Identifier, Transitions } of actions) {
    const way = reached.get(Identifier);
    if (!way || !Transitions.Errors?.some(({ ErrorType }) => ErrorType === 'NoMatchingError')) continue;
    const broken: Walk = { ...way, broken: [...way.broken, Identifier] };
    const { call, status } = await walk(broken);
    record(call, broken, status);
  }
};

beforeAll(async () => {
  for (const world of worlds) for (const caller of callers) await explore({ ...caller, world }, record);
  // What only a failure leads to, such as words in trouble before a language is known, is reached by the first round.
  await breakEach();
  await breakEach();
}, 60_000);

describe('every branch of the flows', () => {
  it('is known by one name', () => {
    const names = actions.map(({ Identifier }) => Identifier);
    expect(new Set(names).size).toBe(names.length);
    expect(required.size).toBeGreaterThan(300);
  });

  it('is taken by some call, in both languages', () => {
    const missed = [...required].filter((branch) => !taken.has(branch));
    expect(missed).toEqual([]);
  });

  it('that a call takes is one the flow has', () => {
    expect([...taken].filter((branch) => !required.has(branch))).toEqual([]);
  });

  it('comes to an end: no call fails, goes round for ever or needs what is not run', () => {
    const wrong = calls.filter(({ status: { outcome } }) =>
      ['failed', 'unsupported', 'too-many-steps'].includes(outcome ?? ''),
    );
    expect(wrong).toEqual([]);
    expect(calls.length).toBeGreaterThan(1_000);
  });

  it('leaves nobody on the line without a word', () => {
    for (const { call } of calls) {
      expect(call.spoken.length).toBeGreaterThan(0);
      for (const { text } of call.spoken) expect(text).not.toContain('$.');
    }
  });
});

describe('whoever says nothing any more', () => {
  it('is led to an agent or to the end by silence alone, from every point', async () => {
    for (const way of reached.values()) {
      const { call } = await walk(way);
      let status = await call.run();
      for (let n = 0; n < 12 && status.state === 'waiting-for-input'; n += 1) status = await call.timeout();
      expect(['waiting-for-queue', 'ended']).toContain(status.state);
      expect(['failed', 'unsupported', 'too-many-steps']).not.toContain(status.outcome);
    }
  });
});
