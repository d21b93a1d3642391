import * as z from 'zod';
import {
  caseStatus,
  caseType,
  closingReason,
  contactMeans,
  language,
  priority,
  resolutionOutcome,
  segment,
} from '#events/vocabulary.ts';
import { isTooLongAgo } from '#shared/domain/time/plausible.ts';
import { can } from '../../shell/access.ts';
import {
  empty,
  instantOfLocalTime,
  localTime,
  reference,
  requiredText,
  userName,
} from '../../shell/form-fields.ts';
import { by, form, wrongAssignee } from './action-input.ts';
import { correctAction } from './correct.ts';
import { replyAction } from './reply.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u);

/** The actions that change the case itself. */
export const workForms = {
  reply: replyAction,
  'undo-reply': form(z.object({ message: z.string().max(64) }), ({ message }, asking) => ({
    command: { do: 'undo-reply', message, by: by(asking) },
  })),
  note: form(z.object({ text: requiredText(20_000) }), ({ text: written }, asking) => ({
    command: { do: 'note', by: by(asking) },
    message: { direction: 'note', text: written },
  })),
  contact: form(
    z.object({ text: requiredText(20_000), means: contactMeans, happenedAt: empty.or(localTime).optional() }),
    ({ text: written, means, happenedAt }, asking) => {
      const at = happenedAt === undefined ? asking.now : instantOfLocalTime(happenedAt, asking);
      if (at > asking.now || isTooLongAgo(at, asking.now)) return { wrong: ['happenedAt'] };
      return {
        command: { do: 'log-contact', means, by: by(asking) },
        message: { direction: 'note', text: written },
        at,
      };
    },
  ),
  assign: form(z.object({ to: userName }), ({ to }, asking) => {
    const wrong = wrongAssignee(to, asking);
    return wrong === undefined ? { command: { do: 'assign', to, by: by(asking) } } : { wrong: [wrong] };
  }),
  unassign: form(z.object({}), (_, asking) => ({
    command: { do: 'unassign', by: by(asking), because: 'staff' },
  })),
  status: form(z.object({ to: caseStatus }), ({ to }, asking) => ({
    command: { do: 'set-status', to, by: by(asking) },
  })),
  reclassify: form(
    z.object({ type: caseType, category: id, department: id, priority, segment, language }),
    (to, asking) => ({ command: { do: 'reclassify', to, by: by(asking) } }),
  ),
  correct: correctAction,
  resolve: form(
    z.object({ ended: resolutionOutcome, outcome: requiredText(4_000) }),
    ({ ended, outcome }, asking) => ({
      command: { do: 'resolve', as: ended, outcome, by: by(asking) },
    }),
  ),
  reopen: form(z.object({}), (_, asking) => ({ command: { do: 'reopen', by: by(asking) } })),
  restore: form(z.object({}), (_, asking) => ({
    command: { do: 'restore', by: by(asking), bySupervisor: can(asking, 'cases.supervise') },
  })),
  close: form(
    z
      .object({ reason: closingReason, duplicateOf: empty.or(reference).optional() })
      .refine(({ reason, duplicateOf }) => reason !== 'duplicate' || duplicateOf !== undefined, {
        path: ['duplicateOf'],
      }),
    ({ reason, duplicateOf }, asking) => ({
      command: {
        do: 'close',
        reason,
        by: by(asking),
        ...(reason === 'duplicate' && duplicateOf !== undefined && { duplicateOf }),
      },
      ...(reason === 'duplicate' &&
        duplicateOf !== undefined && { refersTo: { field: 'duplicateOf', reference: duplicateOf } }),
    }),
  ),
  erase: {
    ...form(z.object({ sure: z.literal('1') }), (_, asking) => ({
      command: { do: 'erase', because: 'request', by: by(asking) },
    })),
  },
} as const;
