import { sameMailbox } from '#shared/domain/mail/address-key.ts';
import type { Case } from '../case.ts';
import type { Decision } from '../decision.ts';
import { type CaseStep, type CommandOf, withStaffToNotify } from './case-step.ts';
import { outcomeReturned } from './outcome-returned.ts';

const same = (a: string, b: string | undefined): boolean => b !== undefined && sameMailbox(a, b);

/**
 * Record a bounce or a complaint about a mail of this case. Mark an address that rejects mail permanently, so
 * that nothing more is sent to it. The clocks do not change: the notified staff decide whether to call. The
 * order of several failures does not change the result. A question that went out with the mail was not put.
 */
export function mailFailed(state: Case, command: CommandOf<'mail-failed'>): Decision {
  const { outcomeSentAt, permanent, reason, to } = command;
  const failed = withFailure(state, command);
  // A complaint says that the mail arrived.
  const isTheirs = isFailing(failed.case, to) || same(to, state.beneficiary.answerTo);
  const isUnread = permanent && reason !== 'complained' && isTheirs;
  if (!isUnread || outcomeSentAt === undefined) return failed;
  const returned = outcomeReturned(failed.case, outcomeSentAt);
  return { case: returned.case, events: [...failed.events, ...returned.events] };
}

function withFailure(state: Case, command: CommandOf<'mail-failed'>): CaseStep {
  const { message, to, reason, permanent, status, byMail, elsewhere } = command;
  const { beneficiary } = state;
  const { answerTo, ...others } = beneficiary;
  const isAnswerAddress = same(to, answerTo);
  const theirs = same(to, beneficiary.email) || isAnswerAddress;
  const failing = permanent && same(to, beneficiary.email) && beneficiary.failing !== true;
  // Later answers go to the address of the mail again.
  const kept = isAnswerAddress && permanent ? others : beneficiary;
  return {
    case:
      failing || kept !== beneficiary
        ? { ...state, beneficiary: { ...kept, ...(failing && { failing: true }) } }
        : state,
    events: [
      {
        type: 'rida.message.failed.v1',
        data: {
          ...(message !== undefined && { message }),
          ...{ reason, permanent, recipient: theirs ? 'beneficiary' : 'other' },
          ...(status !== undefined && { status }),
          ...(byMail && { byMail }),
          ...(elsewhere && { elsewhere }),
          ...withStaffToNotify(state, 'rida'),
        },
      },
    ],
  };
}

/** Return true when the address belongs to the beneficiary and rejects mail permanently. */
export const isFailing = ({ beneficiary }: Case, address: string): boolean =>
  beneficiary.failing === true && same(address, beneficiary.email);
