import type { FormOfAddress } from '#events/vocabulary.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import { ltr } from '../shell/badges.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { formOfAddressLabel } from '../shell/text/labels.ts';
import { districtName, serviceName, type View } from '../shell/view.ts';
import { fromTo } from './event-speech.ts';
import { deskEventText } from './text/desk-event-text.ts';

type Corrections = NonNullable<Message['corrections']>;

/** Return a value of a fact in the form in which it is read. */
function shown(field: Corrections[number]['field'], value: string, view: View): Html {
  if (value === '') return html`${deskEventText[view.language].empty}`;
  if (field === 'formOfAddress') return html`${formOfAddressLabel[value as FormOfAddress][view.language]}`;
  if (field === 'district') return html`${districtName(view, value)}`;
  if (field === 'service') return html`${serviceName(view, value)}`;
  return field === 'subject' || field === 'name' || field === 'words' ? foreignLine(value) : ltr(value);
}

/** Return the old and the new value of each corrected fact. */
export const correctionLines = (corrections: Corrections, view: View): Html =>
  html`<ul class="corrections">${corrections.map(
    ({ field, from, to }) =>
      html`<li>${deskEventText[view.language].facts[field]}: ${fromTo(
        shown(field, from, view),
        shown(field, to, view),
      )}</li>`,
  )}</ul>`;
