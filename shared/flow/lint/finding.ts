import type { FlowGraph } from './graph.ts';

/**
 * Names of all rules. The README explains them.
 * @internal exported for tests
 */
export const RULE_NAMES = [
  'unreadable',
  'legacy-export',
  'duplicate-key',
  'version',
  'start-action',
  'too-many-actions',
  'duplicate-identifier',
  'identifier-too-long',
  'illegal-identifier',
  'dangling-transition',
  'unreachable-block',
  'unknown-action',
  'missing-parameter',
  'unknown-parameter',
  'conflicting-parameters',
  'bad-value',
  'lambda-timeout',
  'missing-error-branch',
  'unknown-error-branch',
  'missing-condition',
  'unexpected-condition',
  'unknown-operator',
  'wrong-operator',
  'wrong-operand',
  'duplicate-branch',
  'missing-next-action',
  'branch-after-end',
  'endless-loop',
  'endless-silence',
  'attribute-before-set',
  'bad-reference',
  'untranslated-prompt',
  'text-too-long',
  'empty-prompt',
  'bad-ssml',
  'unknown-voice',
  'resource-by-name',
  'void-parameter',
  'not-allowed-here',
  'unproven-success',
  'unannounced',
] as const;

export type RuleName = (typeof RULE_NAMES)[number];

export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly rule: RuleName;
  /** Identifier of the action. Empty for a problem of the whole flow. */
  readonly block: string;
  readonly message: string;
}

export type Rule = (graph: FlowGraph) => Finding[];

export const error = (rule: RuleName, block: string, message: string): Finding => ({
  severity: 'error',
  rule,
  block,
  message,
});

export const warning = (rule: RuleName, block: string, message: string): Finding => ({
  severity: 'warning',
  rule,
  block,
  message,
});
