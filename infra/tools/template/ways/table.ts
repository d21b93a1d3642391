import { serviceOf, type Template } from '../model.ts';
import { type Way, wayKinds } from './ways.ts';

/** Return the name of a resource for a person: the function that it runs, or its logical id. */
const nameOf = ({ resources }: Template, id: string): string => serviceOf(resources[id]) || id;

/** Return the ways as a Markdown table, by kind, with the page that lists the rights of the kind. */
export function waysTable(template: Template, ways: readonly Way[]): string {
  const row = ({ from, to, rights }: Way): string => {
    const by = [...new Set(rights.map(({ through, allowedBy }) => `${through} ${allowedBy.join(' or ')}`))];
    const faults = rights
      .filter(({ fault }) => fault !== '')
      .map(({ action, fault }) => `**${action}: ${fault}**`);
    const actions = rights.map(({ action }) => action).join(' ');
    return `| ${nameOf(template, from)} | ${nameOf(template, to)} | ${actions} | ${[...by, ...faults].join('; ')} |`;
  };
  return wayKinds
    .map(({ kind, page }) => {
      const rows = ways.filter((way) => way.kind === kind).map(row);
      return [
        `## ${kind} (${rows.length})`,
        '',
        page,
        '',
        '| from | to | rights | allowed by |',
        '|---|---|---|---|',
        ...rows,
        '',
      ].join('\n');
    })
    .join('\n');
}
