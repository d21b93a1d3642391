import { type Action, targetsOf } from '../flow-language.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';
import { allTargets, type FlowGraph, reach } from './graph.ts';
import { type SpokenText, wordings } from './wordings.ts';

/** Words that tell a caller that something was done for them, in both languages. */
const SUCCESS = [
  /(?:^|[\s،.؛:])(?:و)?(?:سجّ?لنا|حفظنا|حجزنا|استلمنا|أرسلنا|ألغينا|وصلتنا|وصلت(?=\s)|تمّ?ت?(?=\s))/u,
  /\b(?:is|are|was|were|has been|have been) (?:now )?(?:registered|recorded|saved|received|booked|sent|cancelled|scheduled|confirmed)\b/iu,
  /\bwe (?:have (?:your|registered|received|noted|saved|booked)|keep your place)\b/iu,
];

const statesSuccess = (text: string): boolean => SUCCESS.some((words) => words.test(text));

/** Return the branches that are taken when an action fails. Silence and a wrong key are answers. */
const failures = ({ Transitions }: Action): string[] =>
  (Transitions.Errors ?? [])
    .filter(({ ErrorType }) => ErrorType !== 'NoMatchingCondition' && ErrorType !== 'InputTimeLimitExceeded')
    .map(({ NextAction }) => NextAction);

/** Return the prompts of a block that can be reached although the proving action has not succeeded. */
function unproven({ flow, byId }: FlowGraph, { action }: SpokenText, proof: string): Finding[] {
  const id = action.Identifier;
  if (!byId.has(proof)) return [error('unproven-success', id, `names no block: ${proof}`)];
  const open = reach([flow.StartAction], byId, (one) =>
    one.Identifier === proof ? failures(one) : allTargets(one),
  );
  return open.has(id)
    ? [error('unproven-success', id, `states a success, and is reached where ${proof} has not succeeded`)]
    : [];
}

/** Actions between a failure and the words that follow it. They do nothing that could have succeeded. */
const PASSED_OVER: ReadonlySet<string> = new Set([
  'Compare',
  'UpdateContactAttributes',
  'UpdateFlowAttributes',
]);

/** Return the prompts that follow a failure directly. */
const saidAfterFailure = ({ flow, byId }: FlowGraph): Set<string> =>
  reach(flow.Actions.filter(({ Type }) => !PASSED_OVER.has(Type)).flatMap(failures), byId, (one) =>
    PASSED_OVER.has(one.Type) ? targetsOf(one.Transitions) : [],
  );

/**
 * A prompt of Rida that states a success names the block that proves it. In a foreign flow, words of success
 * directly after a failure are doubtful.
 */
const claims: Rule = (graph) => {
  const { flow, ours } = graph;
  const after = saidAfterFailure(graph);
  return wordings(graph).flatMap((spoken) => {
    const id = spoken.action.Identifier;
    const proof = flow.Metadata?.ActionMetadata?.[id]?.provenBy;
    if (proof !== undefined) return unproven(graph, spoken, proof);
    if (!statesSuccess(spoken.text)) return [];
    if (ours)
      return [error('unproven-success', id, 'states a success, and no block is named that proves it')];
    return after.has(id)
      ? [warning('unproven-success', id, 'states a success where an action has just failed')]
      : [];
  });
};

/** Rules about the truth of prompts. */
export const claimRules: readonly Rule[] = [claims];
