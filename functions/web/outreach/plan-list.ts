import type { Actor } from '#events/vocabulary.ts';
import { askedPerson, evaluationId } from '#shared/application/programme/draw/persons.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import { cataloguedService } from '#shared/domain/outreach/catalogued-service.ts';
import type { ListedCall, PlanFault } from '#shared/domain/outreach/listed-call.ts';
import { type Exclusion, exclusionOf } from '#shared/domain/outreach/week/population.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { numberFault } from '../shell/contact-from.ts';
import type { PlanDeps } from './plan-calls.ts';

export interface ListPlan {
  /** Names the list on its calls. */
  readonly list: string;
  readonly by: Actor;
  readonly now: number;
}

const AT_ONCE = 25;

/** The words of a list for the reasons not to ask a person. */
const FAULTS: Readonly<Record<Exclusion, PlanFault>> = {
  erased: 'unwanted',
  staff: 'staff',
  'opted-out': 'unwanted',
  planned: 'planned',
  'asked-recently': 'recent',
  'open-complaint': 'complaint',
  'invalid-number': 'invalid-number',
  abroad: 'abroad',
};

/**
 * Plan an evaluation call to each person on a list, except those whom the programme does not ask either: staff, and
 * those who are planned already, were asked recently, have an open complaint, or opted out. A call is identified by its
 * person and by the call before it. So a person who is on two lists, also with two numbers, or on a list that is sent
 * twice, is planned once.
 *
 * @returns for each call, why it was not planned
 */
export async function planList(
  plans: PlanDeps,
  calls: readonly Omit<ListedCall, 'line'>[],
  { list, by, now }: ListPlan,
): Promise<readonly (PlanFault | undefined)[]> {
  const { store, rules } = plans;
  const deps = { ...plans, numberFault: (phone: string) => numberFault(phone, rules.centre.phone) };
  const plan = async (call: Omit<ListedCall, 'line'>): Promise<PlanFault | undefined> => {
    const { phone, service, language } = call;
    const asked = await askedPerson(deps, phone, { now });
    const reason = exclusionOf(asked.reasons);
    if (reason !== undefined) return FAULTS[reason];
    const id = evaluationId(asked.person, asked.earlier);
    const { outcome } = await updateCallOut(store, rules.outbound, {
      ...{ id, cause: causeId(`plan:${id}`), by, at: now, recordedAt: now, correlationId: list },
      command: {
        ...{ do: 'plan', purpose: 'evaluation', beneficiaryId: asked.beneficiaryId, phone, language, by },
        ...{ notBefore: now, service: cataloguedService(rules.services, service, language), list },
      },
    });
    // Another list planned the call at the same moment.
    return outcome === 'committed' ? undefined : 'planned';
  };
  const faults: (PlanFault | undefined)[] = [];
  for (let at = 0; at < calls.length; at += AT_ONCE)
    faults.push(...(await Promise.all(calls.slice(at, at + AT_ONCE).map(plan))));
  return faults;
}
