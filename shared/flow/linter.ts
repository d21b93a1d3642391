import { FLOW_LIMITS, type Flow } from './language.ts';
import { agreementRules } from './lint/agreement.ts';
import { attributeRules } from './lint/attributes.ts';
import { branchRules } from './lint/branches.ts';
import { conditionRules } from './lint/conditions.ts';
import type { Finding, Rule, RuleName } from './lint/finding.ts';
import { buildGraph } from './lint/graph.ts';
import { languageRules } from './lint/languages.ts';
import { loopRules } from './lint/loops.ts';
import { parameterRules } from './lint/parameters.ts';
import { promptRules } from './lint/prompts.ts';
import { referenceRules } from './lint/references.ts';
import { ssmlRules } from './lint/ssml.ts';
import { structureRules } from './lint/structure.ts';
import { valueRules } from './lint/values.ts';

export { RULE_NAMES, type RuleName } from './lint/finding.ts';

const rules: readonly Rule[] = [
  ...structureRules,
  ...parameterRules,
  ...valueRules,
  ...agreementRules,
  ...branchRules,
  ...conditionRules,
  ...loopRules,
  ...attributeRules,
  ...referenceRules,
  ...promptRules,
  ...ssmlRules,
  ...languageRules,
];

export interface Problem {
  readonly rule: RuleName;
  /** Identifier of the action; empty when the flow as a whole is meant. */
  readonly block: string;
  readonly message: string;
}

export interface LintReport {
  /** What Connect refuses, or what a caller would suffer from. */
  readonly errors: readonly Problem[];
  /** What is doubtful, or good for a flow whose surroundings are not known. */
  readonly warnings: readonly Problem[];
  readonly actions: number;
}

const problems = (findings: readonly Finding[], severity: Finding['severity']): Problem[] =>
  findings
    .filter((finding) => finding.severity === severity)
    .map(({ rule, block, message }) => ({ rule, block, message }));

/** A flow of many times the service's limit is judged as a whole only: what it leads to would take too long. */
const MAX_JUDGED = 4 * FLOW_LIMITS.actions;

/**
 * Judges a flow. A flow exported from a working instance has no errors; one made by the builder is judged
 * more strictly, since all that it needs is known.
 */
export function lintFlow(flow: Flow): LintReport {
  const graph = buildGraph(flow);
  const judged = flow.Actions.length > MAX_JUDGED ? structureRules : rules;
  const findings = judged.flatMap((rule) => rule(graph));
  return {
    errors: problems(findings, 'error'),
    warnings: problems(findings, 'warning'),
    actions: flow.Actions.length,
  };
}
