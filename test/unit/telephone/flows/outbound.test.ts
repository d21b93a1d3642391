import { beforeAll, describe, expect, it } from 'vitest';
import { outboundFlows } from '#functions/telephone/flows/outbound/outbound-flows.ts';
import { quietWorld, type World } from '#shared/flow/interpreter.ts';
import { lintFlow } from '#shared/flow/linter.ts';
import { type Explored, exploreOut, walkOut } from './outbound-walks.ts';

/** A call about the end of a case, and a call that follows up something else. */
const OUTCOME = { stands: 'was resolved', rest: 'What was done', rate: 'true' };
const NO_OUTCOME = { stands: '-', rest: '-', rate: 'false' };

/** The responses of the function, so that every comparison is covered both ways. */
const answers =
  ({ goes = true, fails = '', tells = OUTCOME, said = 'confirmed' } = {}): World['lambda'] =>
  async (_, event) => {
    const { step = '' } = event.Details.Parameters;
    if (step === fails) throw new Error('down');
    if (step === 'begin') return { goes: String(goes), about: 'service', ...tells };
    if (step === 'outcome') return { said };
    if (step === 'later') return { when: 'Tuesday' };
    if (step === 'register') return { reference: '4K7-2M9-0382', spoken: '4, K' };
    return { noted: 'true' };
  };
const progress =
  (result: string): World['result'] =>
  ({ type }) =>
    type === 'CheckOutboundCallStatus' ? result : undefined;
const full = { ...quietWorld.queue('general'), contacts: 1, capacity: 1 };

const lambda = answers();
const machines = ['VoicemailBeep', 'VoicemailNoBeep', 'NotDetected'];

/**
 * Paths that keys alone do not cover: no agents, a full queue, an answering machine, a call that is no longer
 * needed.
 */
const waysOf = (questions: number) => {
  const toAnAgent = ['1', '1', ...Array.from({ length: questions }, () => '1'), '2', '0'];
  return [
    { deeds: toAnAgent, world: { lambda, isOpen: () => false } },
    { deeds: toAnAgent, world: { lambda, isOpen: () => true } },
    { deeds: toAnAgent, world: { lambda, isOpen: () => true, queue: () => full } },
    { deeds: [], world: { lambda: answers({ goes: false }) } },
    { deeds: ['1', '1', '1', '1', '2'], world: { lambda: answers({ tells: NO_OUTCOME, said: '-' }) } },
    { deeds: ['1', '1', '1', '1'], world: { lambda: answers({ tells: { ...OUTCOME, rest: '-' } }) } },
    { deeds: ['1', '1', '2', '1'], world: { lambda: answers({ said: 'contested' }) } },
    ...machines.map((result) => ({ deeds: [], world: { lambda, result: progress(result) } })),
  ];
};

const QUESTIONS: Readonly<Record<string, number>> = {
  'outbound/evaluation-call': 3,
  'outbound/follow-up-call': 2,
};

describe.each(outboundFlows.filter(({ name }) => name !== 'outbound/task'))('$name', (definition) => {
  const { name } = definition;
  let explored: Explored;
  beforeAll(async () => {
    explored = await exploreOut(definition, { lambda }, waysOf(QUESTIONS[name] ?? 1));
  }, 60_000);

  it('is found faultless by the linter', () => {
    expect(lintFlow(definition.toFlow())).toMatchObject({ errors: [], warnings: [] });
  });

  it('has every branch taken by some call, in both languages, and takes none it has not', () => {
    expect([...explored.required].filter((branch) => !explored.taken.has(branch))).toEqual([]);
    expect([...explored.taken].filter((branch) => !explored.required.has(branch))).toEqual([]);
    expect(explored.required.size).toBeGreaterThan(300);
  });

  it('ends every call, says no raw reference, and leaves no person without a word', () => {
    const speaks = new Set(
      definition
        .toFlow()
        .Actions.flatMap(({ Type, Identifier }) => (Type === 'MessageParticipant' ? [Identifier] : [])),
    );
    for (const { call, status, way } of explored.calls) {
      expect(['failed', 'unsupported', 'too-many-steps', 'no-branch']).not.toContain(status.outcome);
      const machine = call.steps.some(({ block }) => block === 'note machine');
      const mute = way.broken.some((block) => speaks.has(block));
      if (!machine && !mute) expect(call.spoken.length).toBeGreaterThan(0);
      for (const { text } of call.spoken) expect(text).not.toContain('$.');
    }
  });

  it('leads a silent caller to the end or to an agent, from every point', async () => {
    for (const way of explored.reached.values()) {
      const { call, status: first } = await walkOut(definition, way);
      let status = first;
      for (let n = 0; n < 30 && status.state === 'waiting-for-input'; n += 1) status = await call.timeout();
      expect(['waiting-for-queue', 'ended', 'with-agent']).toContain(status.state);
    }
  });

  it('ends politely after three unknown keys, and notes that there was no answer', async () => {
    const steps: string[] = [];
    const noting: World['lambda'] = (called, event, signal) => {
      steps.push(event.Details.Parameters.step ?? '');
      return lambda(called, event, signal);
    };
    const { call, status } = await walkOut(definition, {
      ...{ deeds: ['7', '7', '7'], world: { lambda: noting }, broken: [], language: 'ar' },
    });
    expect(status.state).toBe('ended');
    expect(steps).toEqual(['begin', 'silent']);
    expect(call.spoken.at(-1)?.text).toContain('لم نسمع اختيارك');
  });

  it('speaks the other language from the greeting on to who asks for it', async () => {
    const { call } = await walkOut(definition, {
      ...{ deeds: ['9'], world: { lambda: answers() }, broken: [], language: 'ar' },
    });
    expect(call.spoken.at(-4)?.text).toContain('this is the beneficiary satisfaction centre');
    expect(call.attributes.language).toBe('en');
  });
});

describe('outbound/task', () => {
  const [definition] = outboundFlows.filter(({ name }) => name === 'outbound/task');

  it('is faultless, and brings a task to the queue of its line', async () => {
    if (!definition) throw new Error('there is no such flow');
    expect(lintFlow(definition.toFlow())).toMatchObject({ errors: [], warnings: [] });
    const { required, taken } = await exploreOut(definition, {}, [
      { deeds: [], world: { queue: () => full } },
    ]);
    const way = { deeds: [], world: {}, broken: [] };
    const { call } = await walkOut(definition, { ...way, line: 'investors' });
    const steps = [...taken, ...call.steps.map(({ block, branch }) => `${block} → ${branch}`)];
    const broken = await walkOut(definition, { ...way, line: 'investors', broken: ['investors'] });
    steps.push(...broken.call.steps.map(({ block, branch }) => `${block} → ${branch}`));
    expect([...required].filter((branch) => !steps.includes(branch))).toEqual([]);
    expect(call.steps.map(({ block }) => block)).toEqual(['whose?', 'investors', 'transfer']);
  });
});
