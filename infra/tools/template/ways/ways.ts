import { type Decision, decide, delegatesToAccount, resourceStatements, roleStatements } from '../access.ts';
import { existBefore, type Template } from '../model.ts';
import { contentWays } from './content-ways.ts';
import { eventWays } from './event-ways.ts';
import { functionWays } from './function-ways.ts';
import type { Found, Kind, Need } from './kind.ts';
import { sourceWays } from './source-ways.ts';

/** Every kind of way. The name is the service, and what it uses. */
const KINDS = { ...eventWays, ...contentWays, ...sourceWays, ...functionWays };

/** One use of a resource by a service, and whether the deployed policies allow it. */
export interface Way {
  readonly kind: WayKind;
  readonly from: string;
  readonly to: string;
  /** The rights that the way needs, each with its decision. */
  readonly rights: readonly Right[];
}

export interface Right {
  readonly action: string;
  /** The logical id of the resource, or `*`. */
  readonly on: string;
  /** Where the right comes from, e.g. `topic policy`. */
  readonly through: 'resource policy' | 'key policy' | 'role' | 'service-linked role';
  /** The logical ids of the resources whose statements allow the right. */
  readonly allowedBy: readonly string[];
  /** Empty for an allowed right. */
  readonly fault: string;
}

export type WayKind = keyof typeof KINDS;

/** All kinds, with the page that lists their rights. */
export const wayKinds = Object.entries(KINDS).map(([kind, { page }]) => ({ kind: kind as WayKind, page }));

/** Return the fault of a right, or an empty text. */
function faultOf(
  template: Template,
  { role, linkedRole, checkedBy }: Found,
  { on, key }: Need,
  decision: Decision,
) {
  const { allowed, by, reason } = decision;
  const byRole = role !== undefined || linkedRole === true;
  if (!allowed && !(linkedRole && by.length === 0)) return reason;
  if (byRole && key && !delegatesToAccount(template, on))
    return `the policy of ${on} does not let roles of the account use the key`;
  const owners = by.map(({ owner }) => owner);
  const before = checkedBy === undefined || linkedRole ? undefined : existBefore(template, checkedBy);
  return before && !owners.some((owner) => before.has(owner))
    ? `${checkedBy} does not wait for ${owners.join(', ')}`
    : '';
}

const throughOf = ({ role, linkedRole }: Found, { key }: Need): Right['through'] => {
  if (linkedRole) return 'service-linked role';
  if (role !== undefined) return 'role';
  return key ? 'key policy' : 'resource policy';
};

/** Decide the rights of one way. */
function decided(template: Template, kind: WayKind, { service = '' }: Kind, found: Found): Way {
  const { from, to, role, context = {}, needs } = found;
  const ofRole = role === undefined ? undefined : roleStatements(template, role);
  const rights = needs.flatMap((need) => {
    const { on, resource } = need;
    const statements = ofRole ?? resourceStatements(template, on);
    return need.actions.map((action): Right => {
      const request = { ...(role === undefined && { service }), action, resource, context };
      const decision = decide(statements, request);
      const allowedBy = decision.by.map(({ owner }) => owner);
      const fault = faultOf(template, found, need, decision);
      return { action, on, through: throughOf(found, need), allowedBy, fault };
    });
  });
  return { kind, from, to, rights };
}

/** Return every way of a service to a resource in a template, or those of one kind, with their decisions. */
export const waysOf = (template: Template, only?: WayKind): Way[] =>
  Object.entries<Kind>(KINDS)
    .filter(([kind]) => only === undefined || kind === only)
    .flatMap(([kind, declared]) =>
      declared.find(template).map((found) => decided(template, kind as WayKind, declared, found)),
    );

/** Return a sentence for each right that is missing or too late, and for each kind of way without a row. */
export function faultsOf(ways: readonly Way[]): string[] {
  const missing = wayKinds
    .filter(({ kind }) => !ways.some((way) => way.kind === kind))
    .map(({ kind }) => `${kind}: the template has no such way`);
  const faults = ways.flatMap(({ kind, from, to, rights }) =>
    rights
      .filter(({ fault }) => fault !== '')
      .map(({ action, on, fault }) => `${kind}: ${from} → ${to}: ${action} on ${on}: ${fault}`),
  );
  return [...missing, ...faults];
}
