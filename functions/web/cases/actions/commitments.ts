import * as z from 'zod';
import { extensionGround } from '#events/case-extended.v1.ts';
import { caseType, contactMeans, priority, relation } from '#events/vocabulary.ts';
import { openIntervals } from '#shared/domain/sla/openings.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import {
  empty,
  instantOfLocalTime,
  localTime,
  optionalText,
  reference,
  requiredText,
  userName,
} from '../../shell/form-fields.ts';
import { type Asking, by, form, wrongColleague } from './action-input.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u);
const request = z.string().regex(/^r\d{1,4}$/u);

/** Whether the centre is closed on the whole local day of a typed time. */
function isDayOff(typed: string, asking: Asking): boolean {
  const start = instantOfLocalTime(`${typed.slice(0, 10)}T00:00`, asking);
  return openIntervals(asking.rules.desk.calendar, start, start + DAY).length === 0;
}

/** The actions that connect a case with people, departments and other cases. */
export const commitmentForms = {
  promise: form(
    z.object({ dueAt: localTime, dayOff: z.literal('1').optional() }),
    ({ dueAt, dayOff }, asking) => {
      if (dayOff === undefined && isDayOff(dueAt, asking)) return { wrong: ['dueAt.dayOff'] };
      return { command: { do: 'promise', dueAt: instantOfLocalTime(dueAt, asking), by: by(asking) } };
    },
  ),
  'withdraw-promise': form(z.object({}), (_, asking) => ({
    command: { do: 'withdraw-promise', by: by(asking) },
  })),
  ask: form(
    z.object({ department: id, dueAt: empty.or(localTime).optional(), text: optionalText(20_000) }),
    ({ department, dueAt, text }, asking) => ({
      command: {
        do: 'ask-department',
        department,
        asks: text !== undefined,
        by: by(asking),
        ...(dueAt !== undefined && { dueAt: instantOfLocalTime(dueAt, asking) }),
      },
      ...(text !== undefined && { message: { direction: 'note', text } as const }),
    }),
  ),
  answer: form(z.object({ request, text: optionalText(20_000) }), ({ request: asked, text }, asking) => ({
    command: { do: 'answer-request', request: asked, says: text !== undefined, by: by(asking) },
    ...(text !== undefined && { message: { direction: 'note', text } as const }),
  })),
  'withdraw-request': form(z.object({ request }), ({ request: asked }, asking) => ({
    command: { do: 'withdraw-request', request: asked, by: by(asking) },
  })),
  'decide-time': form(
    z.object({ request, until: z.coerce.number().int().positive(), granted: z.enum(['yes', 'no']) }),
    ({ request: asked, until, granted }, asking) => ({
      command: { do: 'decide-time', request: asked, until, granted: granted === 'yes', by: by(asking) },
    }),
  ),
  'hand-over': form(
    z.object({
      holder: requiredText(120),
      number: optionalText(60),
      dueAt: empty.or(localTime).optional(),
    }),
    ({ holder, number, dueAt }, asking) => ({
      command: {
        ...{ do: 'hand-over', holder, by: by(asking) },
        ...(number !== undefined && { number: toLatinDigits(number) }),
        ...(dueAt !== undefined && { dueAt: instantOfLocalTime(dueAt, asking) }),
      },
    }),
  ),
  'take-back': form(z.object({ holding: z.string().regex(/^h\d{1,3}$/u) }), ({ holding }, asking) => ({
    command: { do: 'take-back', holding, by: by(asking) },
  })),
  'extend-period': form(
    z.object({
      because: extensionGround,
      text: requiredText(2000),
      informedBy: empty.or(contactMeans).optional(),
    }),
    ({ because, text, informedBy }, asking) => ({
      command: {
        ...{ do: 'extend-period', because, by: by(asking) },
        ...(informedBy !== undefined && { informedBy }),
      },
      message: { direction: 'out', text },
    }),
  ),
  merge: form(z.object({ into: reference }), ({ into }, asking) => ({
    command: { do: 'merge', into, by: by(asking) },
    refersTo: { field: 'into', reference: into },
  })),
  unmerge: form(z.object({}), (_, asking) => ({ command: { do: 'unmerge', by: by(asking) } })),
  link: form(
    z.object({ with: reference, as: relation.extract(['related', 'parent', 'child']) }),
    ({ with: to, as }, asking) => ({
      command: { do: 'link', to, as, by: by(asking) },
      refersTo: { field: 'with', reference: to },
    }),
  ),
  unlink: form(
    z.object({ with: reference, as: relation.exclude(['merged-from']) }),
    ({ with: to, as }, asking) => ({
      command: { do: 'unlink', to, as, by: by(asking) },
    }),
  ),
  split: form(
    z.object({ message: z.string().regex(/^[0-9a-z]{26}$/u), type: caseType, category: id, priority }),
    ({ message, type, category, priority: urgency }, asking) => {
      const department = asking.rules.categories.get(category)?.department;
      if (department === undefined) return { wrong: ['category'] };
      return {
        command: { do: 'split', message, type, category, department, priority: urgency, by: by(asking) },
      };
    },
  ),
  watch: form(z.object({ user: userName }), ({ user }, asking) => {
    const wrong = wrongColleague('user', user, asking);
    return wrong === undefined ? { command: { do: 'watch', user, by: by(asking) } } : { wrong: [wrong] };
  }),
  unwatch: form(z.object({ user: userName }), ({ user }, asking) => ({
    command: { do: 'unwatch', user, by: by(asking) },
  })),
} as const;
