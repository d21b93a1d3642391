import type { EventType } from '#events/registry.ts';
import type { Language } from '#events/vocabulary.ts';
import { obstacleLabel } from '#shared/domain/investors/obstacle-label.ts';
import { html } from '../shell/http/html.ts';
import { planEndLabel, procedureLabel, procedureStateLabel } from '../shell/text/investor-labels.ts';
import { departmentName } from '../shell/view.ts';
import { calm, fromTo, type Speaker, when } from './event-speech.ts';

type PlanEvent = Extract<EventType, `rida.${'plan' | 'procedure' | 'obstacle'}.${string}.v1`>;

const ar = {
  started: 'بدأت خطة متابعة المستثمر',
  again: 'استُؤنفت خطة متابعة المستثمر',
  touched: 'جرى التواصل مع المستثمر وفق الخطة',
  touchedLate: 'جرى التواصل مع المستثمر بعد موعده في الخطة',
  closing: 'اكتملت الإجراءات، ويُسأل المستثمر: هل انتهت؟',
  ended: 'انتهت خطة متابعة المستثمر',
  added: 'أُضيف إجراء إلى الخطة',
  changed: 'تغيّر إجراء في الخطة',
  met: 'ظهر عائق في إجراء المستثمر',
  cleared: 'زال عائق في إجراء المستثمر',
};
const en: typeof ar = {
  started: 'The plan of the investor was started',
  again: 'The plan of the investor was continued',
  touched: 'The investor was contacted as planned',
  touchedLate: 'The investor was contacted later than planned',
  closing: 'All procedures have ended, and the investor is asked whether the matter is finished',
  ended: 'The plan of the investor ended',
  added: 'A procedure was added to the plan',
  changed: 'A procedure of the plan changed',
  met: 'An obstacle holds a procedure up',
  cleared: 'An obstacle is out of the way',
};
const text: Readonly<Record<Language, typeof ar>> = { ar, en };

/** The text of each event of an investor's plan. */
export const planSpeakers: { readonly [T in PlanEvent]: Speaker<T> } = {
  'rida.plan.started.v1': ({ again }, { language }) =>
    calm('open', again ? text[language].again : text[language].started),
  'rida.plan.touched.v1': ({ kept, dueAt }, view) => ({
    icon: 'phone',
    tone: kept ? 'good' : 'warn',
    title: kept ? text[view.language].touched : text[view.language].touchedLate,
    detail: html`${when(dueAt, view)}`,
  }),
  'rida.plan.closing-due.v1': (_, { language }) => calm('phone', text[language].closing),
  'rida.plan.ended.v1': ({ how }, { language }) =>
    calm('move', text[language].ended, html`${planEndLabel[how][language]}`),
  'rida.procedure.changed.v1': ({ kind, department, state, from, dueAt }, view) => {
    const w = text[view.language];
    const stateName = (one: typeof state): string => procedureStateLabel[one][view.language];
    return calm(
      'note',
      from ? w.changed : w.added,
      html`${procedureLabel[kind][view.language]} · ${
        from && from.department !== department
          ? fromTo(departmentName(view, from.department), departmentName(view, department))
          : departmentName(view, department)
      } · ${from && from.state !== state ? fromTo(stateName(from.state), stateName(state)) : stateName(state)} · ${when(
        dueAt,
        view,
      )}`,
    );
  },
  'rida.obstacle.met.v1': ({ kind, of, department }, view) => ({
    icon: 'alarm',
    tone: 'warn',
    title: text[view.language].met,
    detail: html`${procedureLabel[of][view.language]} · ${departmentName(view, department)} · ${
      obstacleLabel[kind][view.language]
    }`,
  }),
  'rida.obstacle.cleared.v1': ({ kind, of }, { language }) =>
    calm(
      'reply',
      text[language].cleared,
      html`${procedureLabel[of][language]} · ${obstacleLabel[kind][language]}`,
    ),
};
