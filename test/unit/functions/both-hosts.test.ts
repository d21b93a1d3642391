import { describe, expect, it } from 'vitest';
import { declarations } from '#infra/local/declarations.ts';
import { elsewhereNames } from '#infra/local/functions.ts';
import type { WorkFunctionName } from '#shared/runtime/function-name.ts';
import { runLocally, runOnLambda } from './hosts.ts';
import type { Impossible, Line, Sample } from './sample.ts';
import { samples } from './samples/index.ts';
import { World } from './world.ts';

type Host = (name: WorkFunctionName, world: World, inputs: readonly unknown[]) => Promise<unknown>;

/** Fields that differ between invocations. */
const VARIES = ['time', 'requestId', 'messageId', 'durationMs', 'attempt', 'sequenceNumber'];

/** Return the log lines of a function without those of its invocation, in a fixed order. */
async function linesOf(name: WorkFunctionName, host: Host, { given }: Sample) {
  const world = new World();
  const inputs = await given(world);
  await host(name, world, inputs);
  return world
    .lines()
    .filter(({ service, code }) => service === name && code !== 'invocation-done')
    .map((line) => Object.fromEntries(Object.entries(line).filter(([field]) => !VARIES.includes(field))))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const loggedOf = (lines: readonly Record<string, unknown>[]) =>
  lines.map(({ level, code, outcome }) => [level, code, outcome]).sort();
const expected = (lines: readonly Line[]) =>
  lines.map(([level, code, fields]) => [level, code, (fields as { outcome?: string })?.outcome]).sort();

/** Whether a function runs on AWS only. */
const isElsewhere = (name: string): boolean => (elsewhereNames as readonly string[]).includes(name);
const isSample = (one: Sample | Impossible): one is Sample => 'given' in one;
const rows = Object.entries(samples).flatMap(([name, outcomes]) =>
  Object.entries<Sample | Impossible>(outcomes).flatMap(([outcome, sample]) =>
    isSample(sample) ? [{ name: name as WorkFunctionName, outcome, sample }] : [],
  ),
);

describe('a function logs its outcome', () => {
  it.each(rows)('$name: $outcome', async ({ name, sample }) => {
    const lambda = await linesOf(name, runOnLambda, sample);
    expect(loggedOf(lambda)).toEqual(expected(sample.lines));
    for (const [level, code, fields = {}] of sample.lines)
      expect(lambda).toContainEqual(expect.objectContaining({ level, code, ...fields }));
    if (isElsewhere(name)) return;
    expect(await linesOf(name, runLocally, sample)).toEqual(lambda);
  });
});

/** Texts of people in a world: addresses, numbers, names and subjects of its cases. */
const personalTexts = async (world: World): Promise<readonly string[]> => {
  const { items } = await world.store.live(0, { limit: 100 });
  return items
    .flatMap(({ beneficiary: { email, phone, name }, subject }) => [email, phone, name, subject])
    .filter((text) => text !== undefined && text.length > 3) as string[];
};
const CANARIES = [
  'canary@example.com',
  '+966 51 234 5678',
  '٠٥١ ٢٣٤ ٥٦٧٨',
  'SA03 8000 0000 6080 1016 7519',
  '1098765432',
];

describe('no function logs personal data', () => {
  it.each(rows)('$name: $outcome, and when a store quotes it in an error', async ({ name, sample }) => {
    for (const host of [runOnLambda, runLocally]) {
      if (isElsewhere(name) && host === runLocally) continue;
      for (const isFailing of [false, true]) {
        const world = new World();
        const inputs = await sample.given(world);
        const error = Object.assign(new Error(CANARIES.join()), { code: CANARIES.join(), given: CANARIES });
        if (isFailing) world.store.race(1, () => Promise.reject(error));
        const texts = [...CANARIES, ...(await personalTexts(world))];
        await host(name, world, inputs).catch(() => undefined);
        const lines = JSON.stringify(world.lines());
        for (const text of texts) expect(lines).not.toContain(text);
      }
    }
  });
});

it('each declaration has the name it is found by', () => {
  for (const [name, declaration] of Object.entries(declarations)) expect(declaration.name).toBe(name);
});
