import { formOfAddress } from '#events/vocabulary.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import { type Html, html } from '../../shell/http/html.ts';
import { formOfAddressLabel } from '../../shell/text/labels.ts';
import { districtName, serviceName, type View } from '../../shell/view.ts';
import { actionText } from '../text/action-text.ts';
import { type ActionFormContext, type Choice, choice, line } from './action-form.ts';
import { typedFact } from './correct.ts';
import { namedChoices, withCurrent } from './label-choices.ts';
import { type DialogAction, dialogAction } from './toolbar.ts';

/** List the entries of the settings, an empty choice first, and the current one if the settings lost it. */
export function orNone(
  entries: Iterable<{ readonly id: string; readonly name: Bilingual }>,
  current: string,
  view: View,
  nameOf: (view: View, id: string) => string,
): Choice[] {
  const { none } = actionText[view.language].correct;
  const all = namedChoices(entries, view).sort((a, b) => a.label.localeCompare(b.label, view.language));
  return [{ value: '', label: none }, ...withCurrent(all, current, nameOf, view)];
}

/** List the forms of address, the unknown one first. */
export const formChoices = ({ language }: View): Choice[] => [
  { value: '', label: actionText[language].correct.none },
  ...formOfAddress.options.map((value) => ({ value, label: formOfAddressLabel[value][language] })),
];

/** Return the form for the facts of a case: subject, name, contact, place and service. */
export function correctForm(context: ActionFormContext): DialogAction {
  const { file, view } = context;
  const w = actionText[view.language].correct;
  const { districts, services } = view.rules;
  const first = (name: Parameters<typeof typedFact>[1]): string => typedFact(file.supportCase, name);
  const field = (
    name: 'name' | 'email' | 'phone' | 'words' | 'position',
    { hint, longest, dir = 'auto' }: { hint?: string; longest: number; dir?: 'auto' | 'ltr' },
  ): Html =>
    line(context, 'correct', {
      ...{ name, label: w.fields[name], first: first(name), required: false, longest, dir },
      ...(hint !== undefined && { hint }),
    });
  return dialogAction(
    'correct',
    context,
    html`${line(context, 'correct', {
      ...{ name: 'subject', label: w.fields.subject, first: first('subject'), longest: 200 },
    })}
<div class="pair">
${field('name', { longest: 60 })}
${choice(context, 'correct', {
  ...{ name: 'formOfAddress', label: w.fields.formOfAddress, first: first('formOfAddress') },
  choices: formChoices(view),
})}
${field('phone', { longest: 40, dir: 'ltr' })}
${field('email', { longest: 320, dir: 'ltr', hint: w.emailHint })}
${choice(context, 'correct', {
  ...{ name: 'service', label: w.fields.service, first: first('service') },
  choices: orNone(services.values(), first('service'), view, serviceName),
})}
${choice(context, 'correct', {
  ...{ name: 'district', label: w.fields.district, first: first('district') },
  choices: orNone(districts.values(), first('district'), view, districtName),
})}
${field('words', { longest: 300 })}
</div>
${field('position', { longest: 600, dir: 'ltr', hint: w.positionHint })}`,
  );
}
