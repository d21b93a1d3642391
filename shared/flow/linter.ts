import { FLOW_LIMITS, type Flow } from './flow-language.ts';
import { agreementRules } from './lint/agreement.ts';
import { announcementRules } from './lint/announcements.ts';
import { attributeRules } from './lint/attribute-rules.ts';
import { branchRules } from './lint/branches.ts';
import { claimRules } from './lint/claims.ts';
import { conditionRules } from './lint/condition-rules.ts';
import type { Finding, Rule, RuleName } from './lint/finding.ts';
import { buildGraph } from './lint/graph.ts';
import { languageRules } from './lint/languages.ts';
import { loopRules } from './lint/loops.ts';
import { neuralSsmlRules } from './lint/neural-ssml.ts';
import { parameterRules } from './lint/parameters.ts';
import { promptRules } from './lint/prompts.ts';
import { referenceRules } from './lint/references.ts';
import { resourceRules } from './lint/resources.ts';
import { ssmlRules } from './lint/ssml.ts';
import { structureRules } from './lint/structure.ts';
import { valueRules } from './lint/values.ts';
import { voiceRules } from './lint/voices.ts';
import { voidRules } from './lint/void-parameters.ts';

export type { RuleName } from './lint/finding.ts';

const rules: readonly Rule[] = [
  ...structureRules,
  ...parameterRules,
  ...valueRules,
  ...voidRules,
  ...resourceRules,
  ...voiceRules,
  ...agreementRules,
  ...branchRules,
  ...conditionRules,
  ...loopRules,
  ...attributeRules,
  ...referenceRules,
  ...promptRules,
  ...ssmlRules,
  ...neuralSsmlRules,
  ...languageRules,
  ...claimRules,
  ...announcementRules,
];

interface Problem {
  readonly rule: RuleName;
  /** Identifier of the action. Empty for a problem of the whole flow. */
  readonly block: string;
  readonly message: string;
}

export interface LintReport {
  /** Problems that Connect rejects or that callers would notice. */
  readonly errors: readonly Problem[];
  /** Doubtful parts, and problems that may be correct for a flow with unknown surroundings. */
  readonly warnings: readonly Problem[];
  readonly actions: number;
}

const problems = (findings: readonly Finding[], severity: Finding['severity']): Problem[] =>
  findings
    .filter((finding) => finding.severity === severity)
    .map(({ rule, block, message }) => ({ rule, block, message }));

/**
 * Check only the structure of a flow that is many times larger than the service's limit, because the other
 * rules would take too long.
 */
const MAX_JUDGED = 4 * FLOW_LIMITS.actions;

/**
 * Check a flow. A flow exported from a working instance has no errors. A flow of Rida's builder is checked
 * more strictly, because everything that it needs is known.
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
