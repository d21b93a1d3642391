import { type Html, html } from '../../shell/http/html.ts';
import { icon } from '../../shell/icons.ts';
import { actionText } from '../text/action-text.ts';
import { toolbarText } from '../text/toolbar-text.ts';
import { type ActionFormContext, actionForm } from './action-form.ts';
import type { ActionName } from './actions.ts';

/** An action of the toolbar: a button, and the dialog with its form. */
export interface DialogAction {
  readonly action: ActionName;
  readonly dialog: Html;
}

/** The actions that have a button of their own where there is room. The others are in the menu. */
const DIRECT: ReadonlySet<ActionName> = new Set(['resolve', 'assign', 'contact', 'ask']);

const idOf = (action: ActionName): string => `act-${action}`;

/**
 * Return an action whose form is in a dialog. The browser opens and closes it, so that it works without a script. After
 * a rejection it is open when the page is loaded.
 */
export function dialogAction(action: ActionName, context: ActionFormContext, fields: Html): DialogAction {
  const { refused, view } = context;
  const id = idOf(action);
  const isOpen = refused?.action === action;
  const w = toolbarText[view.language];
  const close = isOpen
    ? html`<form method="dialog"><button class="quiet" aria-label="${w.close}">${icon('close')}</button></form>`
    : html`<button type="button" class="quiet" popovertarget="${id}" popovertargetaction="hide"
  aria-label="${w.close}">${icon('close')}</button>`;
  return {
    action,
    dialog: html`<dialog popover id="${id}" class="act" aria-labelledby="${id}-title"${isOpen ? html` open` : ''}>
<div class="act-head"><h2 id="${id}-title">${actionText[view.language][action].title}</h2>${close}</div>
${actionForm(action, context, fields)}</dialog>`,
  };
}

/** A toolbar, and its dialogs for the end of the page. */
export interface Toolbar {
  readonly bar: Html;
  readonly dialogs: Html;
}

/**
 * Return the toolbar of a case.
 * @param first the forms before its buttons
 * @param groups the actions of the menu, by subject
 */
export function toolbar(
  { view }: ActionFormContext,
  first: Html,
  groups: readonly (readonly DialogAction[])[],
): Toolbar {
  const w = toolbarText[view.language];
  const all = groups.flat();
  const button = ({ action }: DialogAction): Html =>
    html`<button type="button" popovertarget="${idOf(action)}">${actionText[view.language][action].title}</button>`;
  const item = (one: DialogAction): Html =>
    html`<li${DIRECT.has(one.action) ? html` class="has-button"` : ''}>${button(one)}</li>`;
  const bar = html`<div class="toolbar small" role="toolbar" aria-label="${w.label}">${first}
<div class="direct">${all.filter(({ action }) => DIRECT.has(action)).map(button)}</div>
<button type="button" class="opens" popovertarget="act-menu">${w.more}</button>
<div popover id="act-menu" class="menu-of">${groups
    .filter((group) => group.length > 0)
    .map((group) => html`<ul>${group.map(item)}</ul>`)}</div></div>`;
  return { bar, dialogs: html`${all.map(({ dialog }) => dialog)}` };
}
