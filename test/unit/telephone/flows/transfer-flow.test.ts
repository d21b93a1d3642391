import { describe, expect, it } from 'vitest';
import { transferFlow } from '#functions/telephone/flows/transfer.ts';
import { byName } from '#shared/flow/builder.ts';
import type { Action, Flow } from '#shared/flow/flow-language.ts';
import { createCall, quietWorld, type World } from '#shared/flow/interpreter.ts';
import { lintFlow } from '#shared/flow/linter.ts';
import { branchesOf } from './branches.ts';

const flow = transferFlow.toFlow();
const roomy: Partial<World> = {};
const full: Partial<World> = {
  queue: () => ({ ...quietWorld.queue('investors'), contacts: 1, capacity: 1 }),
};

/** The action of the quick connect before the flow starts. */
const quickConnect: Action = {
  Identifier: 'quick connect',
  Type: 'UpdateContactTargetQueue',
  Parameters: { QueueId: byName({ kind: 'queue', name: 'investors' }) },
  Transitions: { NextAction: flow.StartAction },
};

/** The flow with actions that always fail. */
const without = (broken: readonly string[]): Flow => ({
  ...flow,
  StartAction: quickConnect.Identifier,
  Actions: [
    quickConnect,
    ...flow.Actions.map((action) =>
      broken.includes(action.Identifier)
        ? {
            ...action,
            Type: 'InvokeLambdaFunction',
            Parameters: {
              LambdaFunctionARN: byName({ kind: 'lambda', name: 'broken' }),
              InvocationTimeLimitSeconds: '1',
            },
          }
        : action,
    ),
  ],
});

async function passOn(
  language: string | undefined,
  world: Partial<World>,
  broken: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
) {
  const call = createCall({
    flow: without(broken),
    contact: {
      contactId: 'c-1',
      customer: '+966500000001',
      attributes: { ...(language !== undefined && { language }), ...more },
    },
    world: { ...world, lambda: () => Promise.reject(new Error('broken')) },
  });
  await call.run();
  return call;
}

describe('a call that an agent passes on', () => {
  it('is announced in the language of the caller and goes into the other queue', async () => {
    expect((await passOn('ar', roomy)).spoken.map(({ text }) => text)).toEqual([
      'لحظات من فضلك، سنحوّلك الآن.',
    ]);
    const call = await passOn('en', roomy);
    expect(call.spoken[0]?.text).toMatch(/^One moment please/u);
    expect(call.steps.at(-1)).toMatchObject({ block: 'transfer', branch: 'queued' });
  });

  it('is told so when all are busy there', async () => {
    expect((await passOn('ar', full)).spoken.at(-1)?.text).toMatch(/^خطوطنا كلها مشغولة الآن/u);
    expect((await passOn('en', full)).spoken.at(-1)?.text).toMatch(/^All our agents are busy/u);
  });

  it('is promised no call to a number that cannot be called', async () => {
    const call = await passOn('ar', full, [], { ownNumber: '-' });
    expect(call.spoken.at(-1)?.text).toContain('نرجو الاتصال بنا لاحقًا');
    expect(call.attributes.callback).toBeUndefined();
  });

  it('goes every way the flow has, and the linter objects to none', async () => {
    expect(lintFlow(flow).errors).toEqual([]);
    const taken = new Set<string>();
    const single = flow.Actions.map(({ Identifier }) => [Identifier]);
    const broken = [[], ...single, ...single.map((one) => [...one, 'owe a call'])];
    for (const language of ['ar', 'en', undefined])
      for (const world of [roomy, full])
        for (const each of broken)
          for (const ownNumber of ['-', '05'])
            for (const { block, branch } of (await passOn(language, world, each, { ownNumber })).steps)
              taken.add(`${block} → ${branch}`);
    expect(flow.Actions.flatMap(branchesOf).filter((branch) => !taken.has(branch))).toEqual([]);
  });
});
