import * as z from 'zod';
import type { DeskStore, SavedList } from '#shared/ports/desk-store.ts';
import { can } from '../shell/access.ts';
import { labelled, sentenceAbout, wrongFields } from '../shell/form-fields.ts';
import { type Html, html } from '../shell/http/html.ts';
import { departmentName, type View } from '../shell/view.ts';
import { type ListQuery, listAddress, listQuery, queryText } from './list-query.ts';
import { workText } from './text/work-text.ts';

/** The team of a list that everyone sees. */
const EVERYONE = 'all';

const saving = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .regex(/^[^#\p{Cc}]+$/u),
  team: z.string().min(1).max(40),
  query: z.string().max(2_000),
});

/** Return the departments whose lists a person sees: their own, or all when the settings do not list them. */
function teamsOf(view: View): readonly string[] {
  const { agent, rules } = view;
  const own = rules.staff.get(agent.user)?.departments;
  return can(view, 'cases.supervise') || own === undefined || own.length === 0
    ? [...rules.departments.keys()]
    : own;
}

/** Return the lists that a person sees. */
export const listsFor = (all: readonly SavedList[], view: View): readonly SavedList[] => {
  const teams = new Set([EVERYONE, ...teamsOf(view)]);
  return all.filter(({ team, by }) => teams.has(team) || by === view.agent.user);
};

/** Save the list of a form. Return the sentence why it was not saved. */
export async function saveList(
  desk: DeskStore,
  body: unknown,
  view: View,
): Promise<{ readonly refused: string; readonly status: 409 | 422 } | ListQuery> {
  const w = workText[view.language].saved;
  const teams = new Set([EVERYONE, ...teamsOf(view)]);
  const given = saving
    .refine(({ team }) => teams.has(team), { path: ['team'], when: () => true })
    .safeParse(body);
  if (!given.success)
    return { refused: wrongFields(given.error, labelled(w.fields, w.expected), w.wrong), status: 422 };
  const query = listQuery.parse(Object.fromEntries(new URLSearchParams(given.data.query)));
  const { name, team } = given.data;
  const list = { name, team, query: queryText(query), by: view.agent.user, at: view.now };
  return (await desk.saveList(list))
    ? query
    : { refused: sentenceAbout(w.fields.name, w.taken), status: 409 };
}

/** The fields of a list that was not saved. */
export type TypedList = Readonly<Record<string, unknown>>;

/** Return the saved lists as a menu, with the form that saves the shown one. */
export function savedLists(
  view: View,
  query: ListQuery,
  saved: readonly SavedList[],
  typed?: TypedList,
): Html {
  const { language, agent } = view;
  const w = workText[language].saved;
  const acts = can(view, 'cases.work');
  const shown = queryText(query);
  const teamName = (team: string): string => (team === EVERYONE ? w.everyone : departmentName(view, team));
  const item = (list: SavedList): Html => {
    const to = listAddress(listQuery.parse(Object.fromEntries(new URLSearchParams(list.query))));
    return html`<li><a href="${to}"${list.query === shown ? html` aria-current="page"` : ''}><bdi>${list.name}</bdi></a>
<span class="faint">${teamName(list.team)}</span>${
      acts &&
      (list.by === agent.user || can(view, 'cases.supervise')) &&
      html`<form method="post" action="/cases/lists/remove"><input type="hidden" name="name" value="${list.name}"><input
  type="hidden" name="team" value="${list.team}"><input type="hidden" name="query" value="${shown}"><button
  class="quiet small" type="submit">${w.remove}</button></form>`
    }</li>`;
  };
  const teams = [EVERYONE, ...teamsOf(view)];
  return html`<details class="saved-lists"${typed && html` open`}><summary>${w.title}${
    saved.length > 0 && html` <span class="faint">${String(saved.length)}</span>`
  }</summary><div class="card">
${saved.length > 0 && html`<ul class="others">${saved.map(item)}</ul>`}
${
  acts &&
  html`<form method="post" action="/cases/lists/save" data-draft="save"><input type="hidden" name="query"
  value="${shown}">
<label class="field"><span>${w.fields.name}</span><input name="name" required maxlength="60" dir="auto"
  value="${String(typed?.name ?? '')}"></label>
<label class="field"><span>${w.fields.team}</span><select name="team">${teams.map(
    (team) =>
      html`<option value="${team}"${team === typed?.team && html` selected`}>${teamName(team)}</option>`,
  )}</select></label>
<button type="submit">${w.save}</button></form>`
}</div></details>`;
}
