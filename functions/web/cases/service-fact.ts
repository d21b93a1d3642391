import { can } from '../shell/access.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { serviceName, type View } from '../shell/view.ts';
import { actionForm } from './actions/action-form.ts';
import type { CaseFile } from './load-case.ts';
import { caseText } from './text/case-text.ts';

/** Return the service of a case. A service that was recognised in a text is confirmed or removed by one click. */
export function serviceFact(file: CaseFile, view: View): Html | undefined {
  const { service, serviceGuessed, erased, merged } = file.supportCase;
  if (service === undefined) return undefined;
  const name = html`${serviceName(view, service)}`;
  if (!serviceGuessed) return name;
  const w = caseText[view.language];
  const button = (fixed: Readonly<Record<string, string>>, label: string): Html =>
    actionForm('correct', { file, view, refused: undefined }, html``, {
      ...{ fixed, quiet: true, silent: true, label },
    });
  const mayAct = can(view, 'cases.work') && !erased && merged === undefined;
  return html`${name} <span class="badge badge-warn">${icon('none')}${w.serviceGuessed}</span>${
    mayAct &&
    html`<span class="small guess">${button({ confirmed: 'service' }, w.serviceRight)}${button(
      { service: '' },
      w.serviceWrong,
    )}</span>`
  }`;
}
