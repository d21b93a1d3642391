import { may } from '#shared/domain/staff/permissions.ts';
import { ROLES } from '#shared/domain/staff/role.ts';
import type { Access } from '#shared/domain/staff/route-access.ts';
import { homeOf } from './access.ts';
import { consolePage } from './console-page.ts';
import { type Html, html } from './http/html.ts';
import { frameText } from './text/frame-text.ts';
import { listOf } from './text/list-of.ts';
import type { View } from './view.ts';

type Kind = 'notFound' | 'failed' | 'tooLarge' | 'unreadable' | 'dangerous';

function messagePage(view: View, title: string, body: Html): Html {
  const w = frameText[view.language];
  const home = homeOf(view.agent);
  return consolePage(view, {
    title,
    body: html`<section class="card plain"><h1>${title}</h1>${body}${
      view.agent.roles.length > 0 &&
      html`<p><a class="button" href="${home}">${home === '/cases' ? w.back : w.backHome}</a></p>`
    }</section>`,
  });
}

/** Return a page with only a message: not found, failed, too large. */
export function plainPage(view: View, kind: Kind): Html {
  const w = frameText[view.language];
  return messagePage(view, w[`${kind}Title`], html`<p>${w[`${kind}Text`]}</p>`);
}

/** Return the page of a request that the matrix of roles refused. It names the roles that may do it. */
export function refusedPage(view: View, access: Access | undefined): Html {
  const w = frameText[view.language];
  if (view.agent.roles.length === 0) return messagePage(view, w.noRoleTitle, html`<p>${w.noRoleText}</p>`);
  const isPermission = access !== undefined && !FIXED.has(access);
  const allowed = isPermission ? ROLES.filter((role) => may([role], access as never)) : [];
  const names = listOf(
    allowed.map((role) => w.role[role]),
    view.language,
  );
  return messagePage(
    view,
    w.refusedTitle,
    html`<p>${w.refusedText}</p>${allowed.length > 0 && html`<p>${w.refusedFor}: ${names}.</p>`}`,
  );
}

const FIXED: ReadonlySet<Access> = new Set(['public', 'signed-in', 'this-computer']);
