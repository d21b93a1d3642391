import type { Actor } from '#events/vocabulary.ts';
import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { personOf } from '#shared/application/person-of.ts';
import { evaluationId } from '#shared/application/programme/draw/group-persons.ts';
import { wasAsked } from '#shared/application/programme/draw/persons.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import { cataloguedService } from '#shared/domain/outreach/catalogued-service.ts';
import type { ListedCall, PlanFault } from '#shared/domain/outreach/listed-call.ts';
import { isUnwanted } from '#shared/domain/outreach/unwanted.ts';
import { contactReasons } from '#shared/domain/surveys/reasons.ts';
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
/** Number of earlier calls to look at: those within 90 days are among them. */
const EARLIER = 20;

function faultOf(earlier: readonly CallOut[], now: number): PlanFault | undefined {
  if (earlier.some(({ state }) => state.is !== 'finished')) return 'planned';
  return earlier.some((callOut) => wasAsked(callOut, now)) ? 'recent' : undefined;
}

/**
 * Plan an evaluation call to each person on a list, except staff and those who are planned already, were asked
 * within 90 days, or opted out. A call is identified by its person and by the call before it. So a person who is
 * on two lists, or on a list that is sent twice, is planned once.
 *
 * @returns for each call, why it was not planned
 */
export async function planList(
  { store, keys, rules }: PlanDeps,
  calls: readonly Omit<ListedCall, 'line'>[],
  { list, by, now }: ListPlan,
): Promise<readonly (PlanFault | undefined)[]> {
  const plan = async (call: Omit<ListedCall, 'line'>): Promise<PlanFault | undefined> => {
    const { phone, service, language } = call;
    // A call that will not be made is not planned.
    const unreachable = numberFault(phone, rules.centre.phone);
    if (unreachable !== undefined) return unreachable;
    if (contactReasons({ phone }, rules).length > 0) return 'staff';
    const beneficiary = await beneficiaryId(keys, { phone });
    const [person, { items }] = await Promise.all([
      personOf(store, beneficiary),
      store.callsOutTo(beneficiary, { limit: EARLIER }),
    ]);
    if (isUnwanted('evaluation', person?.optOuts ?? [])) return 'unwanted';
    const earlier = items.filter(({ purpose }) => purpose === 'evaluation');
    const fault = faultOf(earlier, now);
    if (fault !== undefined) return fault;
    const id = evaluationId(phone, earlier[0]?.id);
    const { outcome } = await updateCallOut(store, rules.outbound, {
      ...{ id, cause: causeId(`plan:${id}`), by, at: now, recordedAt: now, correlationId: list },
      command: {
        ...{ do: 'plan', purpose: 'evaluation', beneficiaryId: beneficiary, phone, language, by },
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
