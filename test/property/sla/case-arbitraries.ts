import fc from 'fast-check';
import { compile } from '#shared/domain/sla/compile.ts';
import { always } from '#shared/domain/sla/data/always.ts';
import { policies } from '#shared/domain/sla/data/policies.ts';
import { saudiGovernment } from '#shared/domain/sla/data/saudi-government.ts';
import { PRIORITIES } from '#shared/domain/sla/policy.ts';
import type { Fact } from '#shared/domain/sla/timeline.ts';
import { DAY, MINUTE } from './arbitraries.ts';

export const office = compile(saudiGovernment);
/** When every case is opened. */
export const START = Date.UTC(2026, 10, 22, 4, 30);
const SPAN = 30 * DAY;

export const policy = fc
  .constantFrom(...policies)
  .chain((shipped) =>
    fc
      .constantFrom('begins-again' as const, 'runs-on' as const)
      .map((reopening) => ({ ...shipped, reopening })),
  );
/** Whole minutes, so that facts often have the same instant. */
export const at = fc.nat(SPAN / MINUTE).map((minutes) => START + minutes * MINUTE);
export const opened: Fact = { at: START, type: 'opened', status: 'new', priority: 'normal' };
const statuses = ['open', 'pending-beneficiary', 'pending-department', 'resolved', 'closed'];
const request = fc.constantFrom('water', 'roads', 'parks');
const source = fc.constantFrom('a', 'b');
const left = fc.option(
  fc.integer({ min: -2000, max: 4000 }).map((minutes) => minutes * MINUTE),
  { nil: undefined },
);
export const remaining = fc.record({ firstResponse: left, resolution: left });
const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    at,
    type: fc.constantFrom(
      'beneficiary-contact',
      'agent-contact',
      'first-response',
      'resolved',
      'reopened',
      'closed',
    ),
  }),
  fc.record({ at, type: fc.constant('status'), status: fc.constantFrom(...statuses) }),
  fc.record({ at, type: fc.constant('priority'), priority: fc.constantFrom(...PRIORITIES) }),
  fc.record({ at, type: fc.constant('policy'), policy: fc.constantFrom(...policies) }),
  fc.record({ at, type: fc.constantFrom('terms', 'promise-withdrawn') }),
  fc.record({ at, type: fc.constant('promised'), dueAt: at }),
  fc.record({ at, type: fc.constant('asked'), request, dueAt: fc.option(at, { nil: undefined }) }),
  fc.record({ at, type: fc.constantFrom('answered', 'request-withdrawn'), request }),
  fc.record({ at, type: fc.constant('absorbed'), source, remaining }),
  fc.record({ at, type: fc.constant('released'), source }),
) as fc.Arbitrary<Fact>;
export const facts = fc.array(fact, { maxLength: 16 });
export const elsewhere = { departmentCalendar: compile({ ...always, zone: 'Europe/Berlin' }) };
