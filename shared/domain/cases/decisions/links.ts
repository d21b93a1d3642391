import type { Relation } from '#events/vocabulary.ts';
import type { Case, CaseLink } from '../case.ts';
import type { Deciding } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { CommandOf } from './case-step.ts';

export const MOST_LINKS = 200;
const MOST_WATCHERS = 50;

const same = (a: Pick<CaseLink, 'to' | 'as'>, b: Pick<CaseLink, 'to' | 'as'>): boolean =>
  a.to === b.to && a.as === b.as;

/** Relations that exclude each other between the same two cases. */
const OPPOSITE: Readonly<Record<Relation, Relation | undefined>> = {
  parent: 'child',
  child: 'parent',
  related: undefined,
  'merged-from': undefined,
  'split-from': undefined,
  'split-into': undefined,
};

/**
 * Return true when a link would make a case a parent of its own parent. Callers check it before they send the
 * command. `link` does not check it: links of the other case arrive here in any order, and one of them may be
 * about to be removed.
 */
export const contradicts = (
  { links }: Pick<Case, 'links'>,
  { to, as }: Pick<CaseLink, 'to' | 'as'>,
): boolean => {
  const opposite = OPPOSITE[as];
  return opposite !== undefined && (links ?? []).some((one) => same(one, { to, as: opposite }));
};

/** Store one end of a link between two cases. The other case stores its end when the event arrives. */
export function link(state: Case, { to, as, by }: CommandOf<'link'>, { now }: Deciding): Decision {
  const links = state.links ?? [];
  if (to === state.id) return { rejected: 'same-case' };
  if (links.some((one) => same(one, { to, as }))) return { rejected: 'already-linked' };
  if (links.length >= MOST_LINKS) return { rejected: 'too-many' };
  return {
    case: { ...state, links: [...links, { to, as, at: now }] },
    events: [{ type: 'rida.case.linked.v1', data: { to, as, by } }],
  };
}

export function unlink(state: Case, { to, as, by }: CommandOf<'unlink'>): Decision {
  const links = state.links ?? [];
  const left = links.filter((one) => !same(one, { to, as }));
  if (left.length === links.length) return { rejected: 'not-linked' };
  return {
    case: { ...state, links: left },
    events: [{ type: 'rida.case.unlinked.v1', data: { to, as, by } }],
  };
}

/** Request a new case from a message. The new case is opened when the event arrives. */
export function split(state: Case, command: CommandOf<'split'>, { rules }: Deciding): Decision {
  const { do: _, ...data } = command;
  if (!rules.categories.has(data.category)) return { rejected: 'unknown-category' };
  if (!rules.departments.has(data.department)) return { rejected: 'unknown-department' };
  return { case: state, events: [{ type: 'rida.case.split.v1', data }] };
}

export function watch(state: Case, { user, by }: CommandOf<'watch'>): Decision {
  const watchers = state.watchers ?? [];
  if (watchers.includes(user)) return { rejected: 'already-watching' };
  if (watchers.length >= MOST_WATCHERS) return { rejected: 'too-many' };
  return {
    case: { ...state, watchers: [...watchers, user] },
    events: [{ type: 'rida.case.watched.v1', data: { user, by } }],
  };
}

export function unwatch(state: Case, { user, by }: CommandOf<'unwatch'>): Decision {
  const watchers = state.watchers ?? [];
  if (!watchers.includes(user)) return { rejected: 'not-watching' };
  return {
    case: { ...state, watchers: watchers.filter((one) => one !== user) },
    events: [{ type: 'rida.case.unwatched.v1', data: { user, by } }],
  };
}

/** Return the child cases, which end together with this case. */
export function childrenOf({ links }: Case): { children?: string[] } {
  const children = (links ?? []).filter(({ as }) => as === 'child').map(({ to }) => to);
  return children.length === 0 ? {} : { children };
}
