import type { Beneficiary, Case } from '#shared/domain/cases/case.ts';
import { REFERENCE_SPACE, referenceAt } from '#shared/domain/cases/reference.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';

let drawn = 0;

/** Draw the references from the first one again, so that two runs of a test have the same. */
export const restartReferences = (): void => {
  drawn = 0;
};

/** A reference that no other case of the test has. */
export const aReference = () => {
  drawn += 1;
  return referenceAt((drawn * 7919) % REFERENCE_SPACE);
};

export const aBeneficiary = (over: Partial<Beneficiary> = {}): Beneficiary => ({
  id: 'b-norah',
  name: 'نورة القحطاني',
  email: 'norah@example.com',
  authenticated: true,
  ...over,
});

/**
 * A report about a street light, received by mail on a working morning. A test overrides the fields it needs.
 */
export const aCase = (over: Partial<Case> = {}): Case => ({
  id: aReference(),
  version: 1,
  causes: ['opened-it'],
  correlationId: 'opened-it',
  type: 'report',
  category: 'lighting',
  department: 'operations',
  subject: 'إنارة الشارع لا تعمل',
  beneficiary: aBeneficiary(),
  segment: 'citizen',
  channel: 'mail',
  language: 'ar',
  priority: 'normal',
  status: 'new',
  openedAt: WORKING_MORNING,
  generation: 0,
  facts: [{ at: over.openedAt ?? WORKING_MORNING, type: 'opened' }],
  fired: [],
  level: 0,
  ...over,
});

/** The case of an investor. All procedures of their plan have ended, and a call asks whether the matter is finished. */
export const anInvestor = (over: Partial<Case> = {}): Case =>
  aCase({
    segment: 'investor',
    status: 'open',
    plan: {
      ...{ state: 'closing', startedAt: WORKING_MORNING, by: 'agent:salem', closings: 1, numbered: 1 },
      procedures: [
        {
          ...{ id: 'p1', kind: 'licence', department: 'licensing', state: 'done', since: WORKING_MORNING },
          ...{ dueAt: WORKING_MORNING, endedAt: WORKING_MORNING },
        },
      ],
      ...{ obstacles: [], handOvers: [], touches: { kept: 0, late: 0 }, promises: { kept: 0, late: 0 } },
      next: { number: 1, from: WORKING_MORNING, dueAt: WORKING_MORNING + 48 * 3_600_000 },
    },
    ...over,
  });
