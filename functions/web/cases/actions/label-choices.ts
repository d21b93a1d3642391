import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import type { View } from '../../shell/view.ts';
import type { Choice } from './action-form.ts';

/** List every value of a vocabulary with its label. */
export const choicesOf = <K extends string>(
  values: readonly K[],
  labels: Readonly<Record<K, Bilingual>>,
  { language }: View,
): Choice[] => values.map((value) => ({ value, label: labels[value][language] }));

export const namedChoices = (
  entries: Iterable<{ readonly id: string; readonly name: Bilingual }>,
  { language }: View,
): Choice[] => [...entries].map(({ id, name }) => ({ value: id, label: name[language] }));

/** Add the current value to the choices when the settings lost it, so that a form does not choose another one. */
export const withCurrent = (
  choices: readonly Choice[],
  current: string,
  nameOf: (view: View, id: string) => string,
  view: View,
): Choice[] =>
  current === '' || choices.some(({ value }) => value === current)
    ? [...choices]
    : [...choices, { value: current, label: nameOf(view, current) }];
