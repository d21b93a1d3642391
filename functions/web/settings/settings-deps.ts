import type { Context } from 'hono';
import { changesRoles } from '#shared/domain/staff/changes-roles.ts';
import type { Permission } from '#shared/domain/staff/permissions.ts';
import type { AccessLog } from '#shared/ports/access-log.ts';
import type { Clock, Keys } from '#shared/ports/outside.ts';
import { changesProvider } from '#shared/settings/changes-provider.ts';
import type { InForce, SettingsKeeper } from '#shared/settings/rules-source.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { effectOfSettings, type Weighing, weigh } from '#shared/settings/weigh.ts';
import { can } from '../shell/access.ts';
import { EARLIER_DRAFT, firstDraft } from '../shell/drafts.ts';
import { type Html, html } from '../shell/http/html.ts';
import { refusedPage } from '../shell/plain-page.ts';
import type { View } from '../shell/view.ts';
import { conflictPage } from './conflict-page.ts';
import { withDates } from './date-parts.ts';
import type { Typed } from './draft.ts';
import { previewPage } from './preview-page.ts';
import { sealOf } from './preview-seal.ts';
import { settingsText } from './settings-text.ts';

/** Dependencies of the pages of the settings. */
export interface SettingsDeps extends Weighing {
  readonly keeper: SettingsKeeper;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly accessLog: AccessLog;
  view(c: Context): Promise<View>;
}

/** Read the fields of a form, repeated ones together. Files and the name of the draft are read elsewhere. */
export async function typedOf(c: Context): Promise<Typed> {
  const { draft: _, [EARLIER_DRAFT]: __, ...sent } = await c.req.parseBody({ all: true });
  const typed = new Map(
    Object.entries(sent).map(([name, values]) => [
      name,
      (Array.isArray(values) ? values : [values]).filter(
        (value): value is string => typeof value === 'string',
      ),
    ]),
  );
  return withDates(typed);
}

export const typedValue = (typed: Typed, name: string): string => typed.get(name)?.[0] ?? '';

/** Return the version a form was made from. An invalid number counts as a version that never existed. */
export const baseOf = (typed: Typed): number => {
  const base = Number(typedValue(typed, '_base') || typedValue(typed, 'base') || Number.NaN);
  return Number.isInteger(base) ? base : -1;
};

/** Return the permission that this reader lacks for a change of settings, beside that for the page. */
export function lackedFor(view: View, before: Settings, after: Settings): Permission | undefined {
  const needed: readonly (readonly [Permission, boolean])[] = [
    ['roles.edit', changesRoles(before.staff, after.staff)],
    ['provider.edit', changesProvider(before.messages, after.messages)],
  ];
  return needed.find(([permission, isNeeded]) => isNeeded && !can(view, permission))?.[0];
}

interface Asking {
  readonly note?: string;
  readonly noteMissing?: boolean;
}

/** Show the second step: compute and show the effect of new settings. */
export async function showPreview(
  c: Context,
  deps: SettingsDeps,
  inForce: InForce,
  settings: Settings,
  asking: Asking = {},
): Promise<Response> {
  const view = await deps.view(c);
  const lacked = lackedFor(view, inForce.settings, settings);
  if (lacked) return c.html(refusedPage(view, lacked), 403);
  const proposal = await weigh(deps, inForce, settings, view.now);
  const document = JSON.stringify(settings);
  const carried = {
    base: inForce.version,
    document,
    effect: effectOfSettings(proposal),
    user: view.agent.user,
  };
  const seal = await sealOf(deps.keys, carried);
  const status = proposal.uses.length > 0 ? 409 : asking.noteMissing === true ? 422 : 200;
  return c.html(
    previewPage(view, proposal, { seal, document, began: await firstDraft(c), ...asking }),
    status,
  );
}

/** Return the typed values as a form over the settings now in force. */
function retryForm(c: Context, typed: Typed, version: number, view: View): Html {
  const kept = [...typed].filter(([name]) => !name.startsWith('_'));
  return html`<form method="post" action="${new URL(c.req.url).pathname}"><input type="hidden" name="_base"
  value="${version}"><input type="hidden" name="_again" value="1">${kept.flatMap(([name, values]) =>
    values.map((value) => html`<input type="hidden" name="${name}" value="${value}">`),
  )}<button type="submit">${settingsText[view.language].typeOver}</button></form>`;
}

/** Show that a colleague changed the settings first. Nothing is applied; the page shows their change. */
export async function showConflict(
  c: Context,
  deps: SettingsDeps,
  base: number,
  { typed, mine }: { readonly typed?: Typed; readonly mine?: Settings },
): Promise<Response> {
  const view = await deps.view(c);
  const [inForce, before] = await Promise.all([deps.keeper.inForce(), deps.keeper.past(base)]);
  const retry = typed && retryForm(c, typed, inForce.version, view);
  return c.html(
    conflictPage(view, {
      ...{ base: before, inForce, began: await firstDraft(c) },
      ...(mine && { mine }),
      ...(retry && { retry }),
    }),
    409,
  );
}
