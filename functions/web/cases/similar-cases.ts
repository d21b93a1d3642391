import type { Case } from '#shared/domain/cases/case.ts';
import { isActive } from '#shared/domain/cases/case.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import type { Store } from '#shared/ports/store.ts';

const WINDOW = 48 * HOUR;
/** Cases that are read for one page. */
const MOST_READ = 25;

/** A case about the same matter, and the link that joins the two under one parent. */
export interface SimilarCase {
  readonly found: Case;
  /** The link of the shown case. Missing when the two are joined. */
  readonly link?: { readonly with: string; readonly as: 'parent' | 'child' };
}

const parentOf = ({ links = [] }: Case): string | undefined => links.find(({ as }) => as === 'parent')?.to;

/** Return the link that joins a case with another: the older one, or its parent, is the parent. */
function linkTo(supportCase: Case, found: Case): SimilarCase['link'] {
  const [mine, theirs] = [parentOf(supportCase), parentOf(found)];
  if (mine !== undefined) return undefined;
  if (theirs === supportCase.id) return undefined;
  if (theirs !== undefined) return { with: theirs, as: 'parent' };
  const isParent = (supportCase.links ?? []).some(({ as }) => as === 'child');
  const foundIsParent = (found.links ?? []).some(({ as }) => as === 'child');
  const isOlder = supportCase.openedAt < found.openedAt;
  return { with: found.id, as: foundIsParent || !(isParent || isOlder) ? 'parent' : 'child' };
}

/**
 * Return the active cases of the same category in the same district that were opened within 48 hours of a case, the
 * newest first.
 */
export async function similarCases(
  store: Pick<Store, 'casesAt'>,
  supportCase: Case,
): Promise<readonly SimilarCase[]> {
  const { place, category, openedAt, status, merged } = supportCase;
  if (place?.district === undefined || !isActive(status) || merged) return [];
  const asked = { district: place.district, category, from: openedAt - WINDOW };
  const found = await store.casesAt(asked, MOST_READ);
  return found
    .filter((one) => one.id !== supportCase.id && isActive(one.status) && !one.merged)
    .filter((one) => one.openedAt <= openedAt + WINDOW)
    .map((one) => {
      const link = linkTo(supportCase, one);
      return { found: one, ...(link && { link }) };
    });
}
