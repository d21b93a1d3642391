import type { SurveyChannel } from '#events/vocabulary.ts';
import { type Case, isActive } from '../cases/case.ts';
import { addressKey } from '../mail/address-key.ts';
import type { Rules } from '../rules.ts';
import { isOpen } from '../sla/openings.ts';
import type { DispatchReason } from './dispatch-table.ts';
import { isSampled } from './sampling.ts';

/** How a person can be reached. */
export interface Contact {
  readonly email?: string | undefined;
  /** E.164. */
  readonly phone?: string | undefined;
}

type StaffRules = Pick<Rules, 'staff' | 'departments' | 'centre' | 'audiences'>;

/** The addresses of the centre and of the people who work on its cases. Other employees are beneficiaries. */
function ownAddresses({ staff, departments, centre, audiences }: StaffRules): readonly string[] {
  const { helpAddress, aliases = [], formAddresses = [] } = centre;
  return [
    ...[helpAddress, ...aliases, ...formAddresses, ...Object.values(audiences)],
    ...[...staff.values()].map(({ email }) => email),
    ...[...departments.values()].flatMap(({ email, headEmail }) => [email, headEmail]),
  ];
}

/** Return the reasons of a contact: the centre's own staff, and contacts that only try the system. */
export function contactReasons(
  { email, phone }: Contact,
  rules: StaffRules & Pick<Rules, 'survey'>,
): readonly DispatchReason[] {
  const key = email === undefined ? undefined : addressKey(email);
  const isOwn =
    (key !== undefined && ownAddresses(rules).some((own) => addressKey(own) === key)) ||
    (phone !== undefined && [...rules.staff.values()].some((one) => one.phone === phone));
  const isTest = rules.survey.testContacts.some(
    (contact) => contact === phone || (key !== undefined && addressKey(contact) === key),
  );
  return [...(isOwn ? (['own-staff'] as const) : []), ...(isTest ? (['test'] as const) : [])];
}

const NEEDS: Readonly<Record<SurveyChannel, keyof Contact | undefined>> = {
  mail: 'email',
  'after-call': undefined,
  'follow-up': 'phone',
  evaluation: 'phone',
  message: 'phone',
};

/** Return the reasons of a case: its kind, its end, and its beneficiary. */
function caseReasons(state: Case): readonly DispatchReason[] {
  const { resolution, closing, survey, status } = state;
  const holds: Readonly<Partial<Record<DispatchReason, boolean>>> = {
    erased: state.erased !== undefined,
    merged: state.merged !== undefined,
    spam: closing?.reason === 'spam',
    quarantined: state.quarantine !== undefined,
    machine: state.automatic !== undefined,
    thanks: state.type === 'thanks',
    // A beneficiary who gave up, or asked about the same matter before, is not asked whether it is finished.
    withdrawn: resolution?.as === 'withdrawn' || closing?.reason === 'withdrawn',
    duplicate: resolution?.as === 'duplicate' || closing?.reason === 'duplicate',
    'not-worked': resolution?.by === 'rida',
    reopened: isActive(status),
    answered: survey?.state === 'answered',
    'address-failing': state.beneficiary.failing === true,
    unauthenticated: !state.beneficiary.authenticated,
  };
  return Object.keys(holds).filter((reason) => holds[reason as DispatchReason]) as DispatchReason[];
}

/** Return every reason against asking about a case on a channel now, beside those of the person's own row. */
export function reasonsOf(
  state: Case,
  channel: SurveyChannel,
  rules: Rules,
  { now, beside }: { readonly now: number; readonly beside: boolean },
): ReadonlySet<DispatchReason> {
  const { beneficiary, survey } = state;
  const needs = NEEDS[channel];
  const { calendar } = rules.survey;
  return new Set<DispatchReason>([
    ...caseReasons(state),
    ...contactReasons(beneficiary, rules),
    ...(needs !== undefined && beneficiary[needs] === undefined ? (['no-address'] as const) : []),
    ...(isSampled(state, rules) ? [] : (['not-sampled'] as const)),
    ...(survey?.state === 'planned' && survey.at > now ? (['too-early'] as const) : []),
    // A survey beside another message does not disturb a second time.
    ...(!beside && !isOpen(calendar, now) ? (['quiet-hours'] as const) : []),
  ]);
}
