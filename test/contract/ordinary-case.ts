import type { Case } from '#shared/domain/cases/case.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { causeOf } from './changes.ts';

/** A typical mail case: long ids, an Arabic subject, a Message-ID of typical length. */
export const ORDINARY: Partial<Case> = {
  subject: 'إنارة الشارع المقابل لمدرسة الحي لا تعمل منذ أسبوع والأطفال يخرجون في الظلام',
  beneficiary: {
    id: causeOf('norah'),
    name: 'نورة بنت سعد القحطاني',
    email: 'norah.alqahtani@gmail.com',
    authenticated: true,
  },
  lastMessageId: '<CAF=8xQ2k3vY9bT1nR7wZpLm4sD6hJ0aKcXeVuGiOq5yBtNrWf@mail.gmail.com>',
  nextDueAt: WORKING_MORNING + 4 * HOUR,
};
