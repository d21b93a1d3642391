import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULE_NAMES, type RuleName } from '#shared/flow/lint/finding.ts';
import { lintFlow } from '#shared/flow/linter.ts';
import { bilingualFlow } from './bilingual-flow.ts';
import { branchFaults } from './faults/branches.ts';
import type { Faults } from './faults/change.ts';
import { parameterFaults } from './faults/parameters.ts';
import { emptyValueFaults, serviceFaults, soundActions } from './faults/service.ts';
import { structureFaults } from './faults/structure.ts';
import { wordFaults } from './faults/wording.ts';

const sets: readonly Faults[] = [
  structureFaults,
  parameterFaults,
  branchFaults,
  wordFaults,
  serviceFaults,
  emptyValueFaults,
];
const faults: Faults = Object.fromEntries(
  RULE_NAMES.map((rule) => [rule, sets.flatMap((set) => set[rule] ?? [])]).filter(
    ([, seeded = []]) => seeded.length > 0,
  ),
);

/** A fault may cause others: blocks that become unreachable, texts that become incomplete. */
const consequences: Partial<Record<RuleName, readonly RuleName[]>> = {
  'start-action': ['unreachable-block'],
  'too-many-actions': ['unreachable-block'],
  'identifier-too-long': ['unreachable-block'],
  'illegal-identifier': ['unreachable-block'],
  'dangling-transition': ['unreachable-block'],
  'missing-next-action': ['unreachable-block'],
  'missing-condition': ['unreachable-block'],
  'duplicate-identifier': ['unreachable-block'],
  'endless-loop': ['unreachable-block', 'endless-silence'],
  'unreachable-block': ['branch-after-end'],
  'lambda-timeout': ['attribute-before-set'],
  'duplicate-branch': ['attribute-before-set'],
  'bad-ssml': ['untranslated-prompt'],
  'branch-after-end': ['not-allowed-here'],
};

const cases = (Object.entries(faults) as [RuleName, NonNullable<Faults[RuleName]>][]).flatMap(
  ([rule, seeded]) => seeded.map(([what, block, flow]) => ({ rule, what, block, flow })),
);

describe('a flow from elsewhere with one fault', () => {
  it('has none before', () => {
    expect(lintFlow(bilingualFlow)).toEqual({ errors: [], warnings: [], actions: 11 });
  });

  it.each(cases)('$rule ($what) is found, and nothing else', ({ rule, block, flow }) => {
    const { errors, warnings } = lintFlow(flow);
    const found = [...errors, ...warnings];
    expect(found).toContainEqual(expect.objectContaining({ rule, block }));
    const others = new Set(found.map((each) => each.rule));
    for (const expected of [rule, ...(consequences[rule] ?? [])]) others.delete(expected);
    expect([...others]).toEqual([]);
  });

  it.each(Object.values(soundActions).flat())('%s is not a fault', (_what, _block, flow) => {
    const { errors, warnings } = lintFlow(flow);
    const doubts = warnings.filter(({ rule }) => rule !== 'attribute-before-set');
    expect([...errors, ...doubts]).toEqual([]);
  });

  it('covers every rule more than once, and the README explains each', () => {
    const readme = readFileSync(new URL('../../../shared/flow/README.md', import.meta.url), 'utf8');
    // Rules about files, and a rule about flows of Rida only, have tests of their own.
    const files: RuleName[] = ['unreadable', 'legacy-export', 'duplicate-key', 'unannounced'];
    expect([...files, ...Object.keys(faults)].sort()).toEqual([...RULE_NAMES].sort());
    expect(Object.values(faults).filter((seeded) => seeded.length < 2)).toEqual([]);
    expect(RULE_NAMES.filter((rule) => !readme.includes(`\`${rule}\``))).toEqual([]);
  });
});
