import { FLOW_LIMITS, FLOW_VERSION, targetsOf } from '../flow-language.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';

/** Source: developer guide, "flow-language-actions", Identifier. */
const BARRED_CHARACTERS = /[%:(\\/)=$,;[\]{}]/;
const BARRED_NAMES: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  '__defineGetter__',
  '__defineSetter__',
  'toString',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'valueOf',
]);

const wholeFlow: Rule = ({ flow, byId }) => {
  const findings: Finding[] = [];
  if (flow.Version !== FLOW_VERSION)
    findings.push(error('version', '', `the version is ${flow.Version}; Connect accepts ${FLOW_VERSION}`));
  if (!byId.has(flow.StartAction))
    findings.push(error('start-action', '', `the start action ${flow.StartAction} is not in the flow`));
  if (flow.Actions.length > FLOW_LIMITS.actions)
    findings.push(
      error('too-many-actions', '', `${flow.Actions.length} actions; Connect accepts ${FLOW_LIMITS.actions}`),
    );
  return findings;
};

const identifiers: Rule = ({ flow }) => {
  const seen = new Set<string>();
  return flow.Actions.flatMap(({ Identifier: id }) => {
    const findings: Finding[] = [];
    if (seen.has(id)) findings.push(error('duplicate-identifier', id, 'two actions have this identifier'));
    seen.add(id);
    if (id.length > FLOW_LIMITS.identifierLength)
      findings.push(error('identifier-too-long', id, `${id.length} characters; Connect accepts 50`));
    if (BARRED_CHARACTERS.test(id) || BARRED_NAMES.has(id))
      findings.push(
        error(
          'illegal-identifier',
          id,
          'the identifier has a character that Connect forbids, or is a forbidden name',
        ),
      );
    return findings;
  });
};

const dangling: Rule = ({ flow, byId }) =>
  flow.Actions.flatMap(({ Identifier, Transitions }) =>
    [...new Set(targetsOf(Transitions))]
      .filter((target) => !byId.has(target))
      .map((target) =>
        error(
          'dangling-transition',
          Identifier,
          target === '' ? 'a branch has no target' : `leads to ${target}, which is not in the flow`,
        ),
      ),
  );

/** The console keeps blocks that are not connected. Connect never runs them, so report a warning for them. */
const unreachable: Rule = ({ flow, reachable, ours }) =>
  flow.Actions.filter(({ Identifier }) => !reachable.has(Identifier)).map(({ Identifier }) => {
    const drawn = flow.Metadata?.ActionMetadata?.[Identifier]?.position !== undefined;
    const report = drawn && !ours ? warning : error;
    return report('unreachable-block', Identifier, 'is not reachable from the start');
  });

/** Rules about the flow as a graph. */
export const structureRules: readonly Rule[] = [wholeFlow, identifiers, dangling, unreachable];
